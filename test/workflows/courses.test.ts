// What is said of the courses of a playbook, held against all courses of small ones.
import fc from "fast-check";
import { expect, test } from "vitest";
import { coursesOf } from "../../src/compiler/3-analyze/workflow-deadlock.ts";
import { compileFiles } from "../support/compile.ts";
import { Reference } from "./courses-reference.ts";

const FACTS = ["f", "g"];
const WORLDS = ["x", "y"].flatMap((f) => ["x", "y"].map((g) => ({ f, g })));
const LIST = "### List `ms`\n\n| m |\n| --- |\n| `a` |\n| `b` |\n\n";
const FACT_TEXT = FACTS.map(
  (f) => `### Fact \`${f}\`\n\n- From: the operator\n- Values: \`x\`, \`y\`\n`,
).join("\n");

interface Drawn {
  readonly kind: number;
  readonly needs: readonly (readonly number[])[];
  readonly when: readonly number[];
  readonly lines: readonly number[];
}

const numbers = fc.array(fc.nat(999), { minLength: 5, maxLength: 5 });
const drawn: fc.Arbitrary<Drawn[]> = fc.array(
  fc.record({ kind: fc.nat(99), needs: fc.array(numbers, { maxLength: 2 }), when: numbers, lines: numbers }),
  { minLength: 1, maxLength: 4 },
);

const TASK_STATUSES = ["Pass", "Pass", "Fail", "Waived", "Not Started", "In Progress", "Blocked"];

function text(parts: readonly Drawn[]): string {
  const isGate = (i: number): boolean =>
    (parts[i]?.kind ?? 0) > 79 && (parts[i]?.needs.length ?? 0) > 0 && i > 0;
  const isGroup = (i: number): boolean => (parts[i]?.kind ?? 0) < 10 && i < 2 && parts.length < 4;
  const test = ([a = 0, b = 0, c = 0]: readonly number[], i: number): string => {
    if (i === 0 || a % 4 === 0) return `\`${FACTS[b % 2]}\` is \`${"xy"[c % 2]}\``;
    const j = b % i;
    const statuses = isGate(j) ? ["Pass", "Not Started"] : TASK_STATUSES;
    return `\`p${j}\` is ${c % 7 === 0 ? "not " : ""}\`${statuses[c % statuses.length]}\``;
  };
  const need = (n: readonly number[], i: number): string => {
    if (i > 0 && (n[3] ?? 0) % 3 === 0) return `\`p${(n[1] ?? 0) % i}\``;
    return (n[3] ?? 0) % 3 === 1 ? test(n, i) : `${test(n, i)} or ${test([...n].reverse(), i)}`;
  };
  const line = (parts: readonly string[], n: number | undefined): string =>
    parts[(n ?? 0) % parts.length] ?? "";
  const blocks = parts.map(({ needs, when, lines }, i) => {
    const needed = needs.map((n) => `  - ${need(n, i)}`);
    const needLine = needed.length === 0 ? "" : `- Needs:\n${needed.join("\n")}\n`;
    if (isGate(i)) return `### Gate \`p${i}\`\n\n${needLine}`;
    const [a, b, c, d, e] = lines;
    return [
      `### Task \`p${i}\`${isGroup(i) ? " for each `ms`" : ""}\n\n${needLine}`,
      (when[4] ?? 0) % 4 === 0 ? `- When: ${test(when, i)}\n` : "",
      line(
        [
          "- Passes when stdout contains `good`\n",
          "- Passes when stdout contains `good`\n",
          "- Passes when `f` is `x`\n",
          "",
        ],
        a,
      ),
      line(["- Fails when stdout contains `bad`\n", "- Fails when `g` is `y`\n", ""], b),
      line(["", "- Blocked when stdout contains `wall`\n", "- Blocked when `f` is `y`\n", ""], c),
      line(["", "- Waived when `g` is `x`\n", "- Waived when stdout contains `let go`\n", "", ""], d),
      line(["", "- Blocks nothing\n", "- On failure: stop\n", ""], e),
    ].join("");
  });
  return `${LIST}${FACT_TEXT}\n${blocks.join("\n")}`;
}

/** Shows the playbook that differs. */
function reporter(run: fc.RunDetails<[Drawn[]]>): void {
  if (run.failed && run.counterexample !== null)
    throw new Error(`${text(run.counterexample[0])}\n${fc.defaultReportMessage(run) ?? ""}`, {
      cause: run.errorInstance,
    });
}

test("what no course leads to, and what may be stuck, is what brute force finds", () => {
  fc.assert(
    fc.property(drawn, (parts) => {
      const source = text(parts);
      const { policy } = compileFiles({ "playbooks/p.md": source });
      const [workflow] = policy.workflows;
      if (workflow === undefined) throw new Error("no playbook");
      const reference = new Reference(workflow, WORLDS);
      const { model, lost, deadEnds, unknown } = coursesOf(workflow, policy);
      expect(unknown).toEqual([]);
      const named = (list: Iterable<number>): string[] => [...list].map((i) => model.nodes[i]?.name ?? "");
      expect(named(lost).sort()).toEqual(reference.never().sort());
      const stuck = reference.stuck();
      const said = named(deadEnds.map((d) => d.part));
      for (const name of said) expect([...stuck.all]).toContain(name);
      for (const name of stuck.own) expect(said).toContain(name);
    }),
    { numRuns: 150, reporter },
  );
}, 120_000);
