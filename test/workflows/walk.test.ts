// Whatever is done in the order that `next` gives is a state that can be, and everything is in one list.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Status } from "../../src/policy/types.ts";
import { impossible } from "../../src/validators/workflow/impossible.ts";
import { next } from "../../src/validators/workflow/next.ts";
import { names, runIn, workflowOf } from "./state.ts";

const SIGNS = "- Starts when stdout contains `go`\n- Passes when it exits 0\n- Fails when it exits 1\n";

/** A playbook in which each part needs some of those in front of it; some are gates. */
const playbook = fc
  .array(fc.record({ gate: fc.boolean(), needs: fc.array(fc.nat(20), { maxLength: 3 }), or: fc.boolean() }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) =>
    parts
      .map(({ gate, needs, or }, i) => {
        const others = [...new Set(needs.map((n) => n % Math.max(i, 1)))].filter(() => i > 0);
        const line = others.map((n) => `\`p${n}\``).join(or ? " or " : ", ");
        const isGate = gate && others.length > 0;
        return `### ${isGate ? "Gate" : "Task"} \`p${i}\`\n\n${line === "" ? "" : `- Needs: ${line}\n`}${isGate ? "" : SIGNS}`;
      })
      .join("\n"),
  );

test("walks along what is ready", () => {
  fc.assert(
    fc.property(playbook, fc.infiniteStream(fc.nat(99)), (text, choices) => {
      const workflow = workflowOf(text);
      const tasks: Record<string, Status> = {};
      for (let step = 0; step < 60; step++) {
        const run = runIn({ tasks });
        const answer = next(workflow, run);
        expect(impossible(workflow, run)).toEqual([]);
        const all = Object.values(names(answer)).flat();
        expect(all.sort()).toEqual(workflow.tasks.map((t) => t.name).sort());
        for (const held of [...answer.blocked, ...answer.waiting]) expect(held.reasons).not.toEqual([]);
        const open = [...answer.ready.map((t) => t.task), ...answer.running.map((t) => t.task)];
        if (open.length === 0) {
          // Only a failure keeps a playbook without circles from its end.
          if (answer.failed.length === 0) expect(answer.done).toHaveLength(workflow.tasks.length);
          return;
        }
        const choice = choices.next().value ?? 0;
        const name = open[choice % open.length] ?? "";
        tasks[name] = choice < 20 ? "Fail" : choice < 50 ? "In Progress" : "Pass";
      }
    }),
    { numRuns: 60 },
  );
});

test("what has begun too early is found, however it is reached", () => {
  fc.assert(
    fc.property(playbook, (text) => {
      const workflow = workflowOf(text);
      for (const task of workflow.tasks) {
        const needsTask = task.needs.some((n) => "node" in n);
        const ready = next(workflow, runIn({})).ready.some((t) => t.task === task.name);
        const found = impossible(workflow, runIn({ tasks: { [task.name]: "Pass" } }));
        if (ready) expect(found).toEqual([]);
        else if (needsTask) expect(found.map((f) => f.name)).toEqual([task.name]);
      }
    }),
    { numRuns: 60 },
  );
});
