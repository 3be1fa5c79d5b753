// What holds of the Konflux release in every state: of random ones, and of all that is reached along what is ready.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { State, Status } from "../../src/policy/types.ts";
import { gateAnswer } from "../../src/validators/workflow/gate.ts";
import { impossible } from "../../src/validators/workflow/impossible.ts";
import { next } from "../../src/validators/workflow/next.ts";
import { POLICY, RELEASE, runOf } from "./sources.ts";

const STATUSES: readonly Status[] = ["Not Started", "In Progress", "Pass", "Fail", "Blocked", "Waived"];
const HOURS = ["2026-03-08T12:00Z", "2026-03-09T00:00Z", "2026-03-12"];
const TASKS = RELEASE.tasks.map((t) => t.name);

/** Facts that the playbook asks for, with a value of their domains. */
const facts = fc
  .tuple(
    ...POLICY.facts
      .filter((f) => f.source.file === RELEASE.source.file)
      .map((f) => {
        const values = f.values.length > 0 ? f.values : f.type === "date" ? ["2026-03-10"] : ["Accepted", ""];
        return fc.option(fc.constantFrom(...values)).map((value) => [f.name, value] as const);
      }),
  )
  .map((pairs) => Object.fromEntries(pairs.filter((p): p is [string, string] => p[1] !== null)));

const recorded = fc.record(
  {
    status: fc.constantFrom(...STATUSES),
    at: fc.constantFrom("2026-03-07T00:00Z", "2026-03-09"),
    captures: fc.constantFrom({}, { build_number: "7" }, { job_id: "a", other: "b" }),
  },
  { requiredKeys: ["status"] },
);

/** Any state, whether it can be or not. */
const state: fc.Arbitrary<State> = fc.record({
  tasks: fc.dictionary(fc.constantFrom(...TASKS), fc.oneof(fc.constantFrom(...STATUSES), recorded)),
  facts,
});

function reversed<T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(record ?? {}).reverse());
}

function frozen<T>(value: T): T {
  if (value !== null && typeof value === "object") {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
}

test("the same state gives the same answer, in whatever order its keys stand, and is left as it was", () => {
  fc.assert(
    fc.property(state, fc.constantFrom(...HOURS), (given, now) => {
      const before = JSON.stringify(given);
      const answer = JSON.stringify(next(RELEASE, runOf(frozen(given), now)));
      expect(JSON.stringify(next(RELEASE, runOf(given, now)))).toBe(answer);
      const back: State = { facts: reversed(given.facts), tasks: reversed(given.tasks) };
      expect(JSON.stringify(next(RELEASE, runOf(back, now)))).toBe(answer);
      expect(JSON.stringify(given)).toBe(before);
    }),
    { numRuns: 300 },
  );
});

test("every task is in one list, with reasons where it is held up", () => {
  fc.assert(
    fc.property(state, fc.constantFrom(...HOURS), (given, now) => {
      const { ready, running, blocked, waiting, failed, done } = next(RELEASE, runOf(given, now));
      const all = [ready, running, blocked, waiting, failed, done].flat().map((t) => t.task);
      expect(all.sort()).toEqual([...TASKS].sort());
      for (const held of [...blocked, ...waiting]) expect(held.reasons).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("how the candidate does changes nothing for any other task", () => {
  fc.assert(
    fc.property(state, fc.constantFrom(...STATUSES), (given, status) => {
      const others = (own: Status): string => {
        const tasks = { ...given.tasks, "analyze-candidate-build": own };
        const answer = next(RELEASE, runOf({ ...given, tasks }));
        const { ready, running, blocked, waiting, failed, done } = answer;
        const lists = [ready, running, blocked, waiting, failed, done];
        return JSON.stringify(lists.map((l) => l.filter((t) => t.task !== "analyze-candidate-build")));
      };
      expect(others(status)).toBe(others("Not Started"));
    }),
    { numRuns: 300 },
  );
});

test("whoever does what is ready keeps to the order, whatever comes of it", () => {
  const outcomes = fc.infiniteStream(fc.record({ pick: fc.nat(20), luck: fc.nat(99) }));
  fc.assert(
    fc.property(facts, outcomes, (told, choices) => {
      const tasks: Record<string, Status> = {};
      for (let step = 0; step < 40; step++) {
        const run = runOf({ tasks, facts: told }, "2026-03-09");
        expect(impossible(RELEASE, run)).toEqual([]);
        const { ready, running, failed } = next(RELEASE, run);
        const is = (name: string): boolean => ready.some((t) => t.task === name);
        const passed = (name: string): boolean => tasks[name] === "Pass";
        if (is("push-to-cdn-staging")) expect(tasks["check-cve-tracker-bug"]).toBe("Pass");
        if (is("image-consistency-check") || is("stage-testing")) expect(told["phase"]).toBe("Accepted");
        if (is("analyze-promoted-build")) expect(told["promoted-aggregated"]).toBe("true");
        if (is("image-signed-check")) {
          for (const name of ["push-to-cdn-staging", "image-consistency-check", "stage-testing"])
            expect(passed(name)).toBe(true);
          expect(gateAnswer(RELEASE, "promoted-build", run)?.status).toBe("Pass");
        }
        if (is("change-advisory-status")) {
          expect(passed("image-signed-check")).toBe(true);
          expect(told["release-date"]).toBeDefined();
        }
        const stops = failed.some((t) => t.onFailure?.includes("stop"));
        if (stops) expect(ready).toEqual([]);
        const open = [...ready, ...running].map((t) => t.task);
        const { pick, luck } = choices.next().value ?? { pick: 0, luck: 0 };
        const name = open[pick % Math.max(open.length, 1)];
        if (name === undefined) return;
        tasks[name] = luck < 8 ? "Fail" : luck < 30 ? "In Progress" : "Pass";
      }
    }),
    { numRuns: 200 },
  );
});
