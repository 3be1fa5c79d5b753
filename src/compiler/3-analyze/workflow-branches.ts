// Statuses and outcomes that something can come to and of which nobody says what follows: a failure that holds nothing up
// and has no “On failure”, a value of a fact that decides about a task, an outcome of a decision that something hangs on.
// Can't see what a value means: that a wait goes on for all others is taken for granted.
import { conditionsOf as conditionsOfRule, testsOf } from "../../policy/rules.ts";
import type { Condition, DecisionTable, Signal, Source, Task, Workflow } from "../../policy/types.ts";
import { dependencies, namesOf, partsOf } from "../../policy/workflows.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { noBranch } from "../messages/generated.ts";
import { oneOf } from "../messages/near.ts";
import type { Analysis, Subject } from "./analysis.ts";
import { tasksOnce } from "./workflow/once.ts";

/** How many names are shown. */
const MOST = 5;

/** Reports each of them once. */
export const branches: Analysis = ({ policy }) => {
  const spoken = new Spoken(policy);
  const hanging = new Set<string>();
  const found = policy.workflows.flatMap((workflow) => {
    for (const part of partsOf(workflow).values()) for (const name of dependencies(part)) hanging.add(name);
    return [
      ...failures(workflow, spoken),
      ...tasksOnce(workflow).flatMap((task) => values(task, policy, spoken)),
    ];
  });
  // Where outcomes are declared, one that isn't is a mistake by itself.
  const declaring = new Set(policy.decisions.flatMap((d) => d.outcomes.flatMap((o) => o.source?.file ?? [])));
  const isBare = (d: DecisionTable): boolean =>
    !declaring.has(d.source.file) && d.outcomes.every((o) => o.source === undefined);
  const tables = policy.decisions.filter((d) => hanging.has(d.name) && isBare(d));
  return [...found, ...tables.flatMap((table) => outcomes(table, spoken))];
};

/** The values of facts, decisions and tasks that something in the policy speaks of. */
class Spoken {
  /** By name, the values that are named; undefined where all of them are. */
  readonly #values = new Map<string, Set<string> | undefined>();

  constructor({ workflows, rules, decisions }: Subject["policy"]) {
    for (const rule of rules) for (const condition of conditionsOfRule(rule)) this.#add(condition);
    // A table has a row for each value of what it hangs on.
    for (const table of decisions) for (const input of table.inputs) this.#values.set(input.name, undefined);
    for (const part of workflows.flatMap((w) => [...partsOf(w).values()])) {
      const task = part.kind === "task" ? part.of : undefined;
      const signals = task === undefined ? [] : allSignals(task);
      const own = [...part.of.needs, ...(part.kind === "wait" ? part.of.over : []), ...(task?.when ?? [])];
      for (const need of [...own, ...signals.flatMap((s) => ("holds" in s ? s.holds : []))])
        if ("condition" in need) this.#add(need.condition);
    }
  }

  #add(condition: Condition): void {
    for (const test of testsOf(condition)) {
      if (!("subject" in test) || test.subject.of !== "fact") continue;
      const { name } = test.subject;
      const known = this.#values.get(name) ?? new Set();
      // "is not" speaks of all that are left, and so does a comparison.
      if (test.test !== "is" || test.negated) this.#values.set(name, undefined);
      else if (!this.#values.has(name) || this.#values.get(name) !== undefined) {
        for (const value of test.values) known.add(value);
        this.#values.set(name, known);
      }
    }
  }

  isOf(name: string, value: string): boolean {
    const known = this.#values.get(name);
    return known === undefined ? this.#values.has(name) : known.has(value);
  }
}

function allSignals({ starts, passes, fails, blocked, waived }: Task): readonly Signal[] {
  return [starts, passes, fails, blocked, waived].flat();
}

/** Tasks that may fail where nothing is said of failures, and that nothing needs which would then be held up. */
function failures(workflow: Workflow, spoken: Spoken): Diagnostic[] {
  const needed = new Set(
    [...partsOf(workflow).values()].flatMap((p) => (p.kind === "group" ? [] : dependencies(p))),
  );
  const groups = (workflow.groups ?? []).filter((g) => needed.has(g.name)).flatMap((g) => g.tasks);
  for (const name of groups) needed.add(name);
  const silent = tasksOnce(workflow).filter(
    (task) =>
      (task.fails.length > 0 || task.failsAfter !== undefined) &&
      task.onFailure === undefined &&
      !task.informational &&
      task.neverFails !== true &&
      !needed.has(task.name) &&
      !spoken.isOf(task.name, "Fail"),
  );
  const [first, ...more] = silent;
  if (first === undefined) return [];
  const names = silent.slice(0, MOST).map((t) => `\`${t.name}\``);
  const rest = silent.length > MOST ? ` or one of ${silent.length - MOST} more` : "";
  const related = more.slice(0, MOST).map((t) => ({ message: `\`${t.name}\``, source: t.source }));
  const todo = "Write a line such as “On failure: tell `owner`, stop” in it, or below `Every task`.";
  return [noBranch(first.source, { what: `${oneOf(names)}${rest} fails`, todo }, { related })];
}

/** Values of a fact that tells whether a task has passed or failed, and that mean nothing to anything. */
function values(task: Task, { facts }: Subject["policy"], spoken: Spoken): Diagnostic[] {
  const judged = [...task.passes, ...task.fails].flatMap((s) =>
    "holds" in s ? namesOf(s.holds).map((name) => ({ name, source: s.source })) : [],
  );
  const seen = new Set<string>();
  return judged.flatMap(({ name, source }) => {
    const fact = facts.find((f) => f.name === name);
    if (fact === undefined || seen.has(name)) return [];
    seen.add(name);
    return silence(fact.values, name, spoken, source, (shown) => {
      const what = `\`${name}\` is ${shown}, which \`${task.name}\` hangs on`;
      const todo =
        "Write what it starts, passes, fails, blocks or waives, or a need or rule that speaks of it.";
      return { what, todo };
    });
  });
}

function outcomes({ name, outcomes: all, rows, source }: DecisionTable, spoken: Spoken): Diagnostic[] {
  const bare = all.map((o) => o.name);
  const row = rows.find((r) => bare.includes(r.outcome) && !spoken.isOf(name, r.outcome));
  return silence(bare, name, spoken, row?.source ?? source, (shown) => ({
    what: `\`${name}\` comes to ${shown}`,
    todo: "Name it in a need or a signal, or say what it means under a heading such as: Outcome `name`.",
  }));
}

function silence(
  all: readonly string[],
  name: string,
  spoken: Spoken,
  source: Source,
  say: (shown: string) => { readonly what: string; readonly todo: string },
): Diagnostic[] {
  const left = all.filter((value) => !spoken.isOf(name, value));
  return left.length === 0 ? [] : [noBranch(source, say(oneOf(left.map((v) => `\`${v}\``))))];
}
