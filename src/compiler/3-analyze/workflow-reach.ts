// Which statuses each part of a playbook can come to: tasks that can never be ready, gates that never or always pass.
// Takes every fact for free; can't see that two facts exclude each other.
import type { Condition, Fact, Need, Status, Task, Test } from "../../policy/types.ts";
import { factsOf, namesOf, needsOf, type Part, partsOf } from "../../policy/workflows.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { gateAlwaysPasses, gateNeverPasses, unreachableTask } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";
import { circles } from "./workflow-cycle.ts";

type Possible = ReadonlyMap<string, ReadonlySet<Status>>;

/** Reports what can never begin or pass, where the cause is its own, and gates that hold nothing back. */
export const workflowReach: Analysis = ({ policy }) =>
  policy.workflows.flatMap((workflow) => {
    const parts = partsOf(workflow);
    const possible = possibleStatuses(parts);
    const inCircle = new Set(circles(workflow).flat());
    return [...parts.values()].flatMap((part) => {
      const never = (need: Need): boolean => !canHold(need, parts, possible);
      const own = needsOf(part).filter(
        (need) => never(need) && namesOf([need]).every((n) => begins(parts.get(n), possible)),
      );
      const [first] = own;
      if (first !== undefined && !inCircle.has(part)) return [neverReady(part, first)];
      return part.kind === "task" || inCircle.has(part) ? [] : alwaysPasses(part, policy.facts, parts);
    });
  });

/** The statuses that each part can come to, grown until nothing more is possible. */
function possibleStatuses(parts: ReadonlyMap<string, Part>): Possible {
  const possible = new Map<string, Set<Status>>();
  const users = new Map<string, Part[]>();
  for (const [name, part] of parts) {
    possible.set(name, new Set(["Not Started", ...waivedAtOnce(part)]));
    for (const other of new Set(namesOf(needsOf(part)))) {
      const known = users.get(other);
      if (known === undefined) users.set(other, [part]);
      else known.push(part);
    }
  }
  const open = [...parts.values()];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const own = possible.get(part.of.name);
    const before = own?.size ?? 0;
    if (own === undefined || !needsOf(part).every((need) => canHold(need, parts, possible))) continue;
    for (const status of part.kind === "task" ? outcomes(part.of) : (["Pass"] as const)) own.add(status);
    if (own.size > before) open.push(...(users.get(part.of.name) ?? []));
  }
  return possible;
}

function waivedAtOnce(part: Part): Status[] {
  return part.kind === "task" && (part.of.when.length > 0 || part.of.waived.length > 0) ? ["Waived"] : [];
}

/** What a task can come to once it has begun. One that says nothing of passing and failing is judged by people. */
function outcomes(task: Task): Status[] {
  const silent = task.passes.length === 0 && task.fails.length === 0;
  const fails = silent || task.fails.length > 0 || task.failsAfter !== undefined;
  return [
    "In Progress",
    "Pass",
    ...(fails ? ["Fail" as const] : []),
    ...(task.blocked.length > 0 ? ["Blocked" as const] : []),
  ];
}

function canHold(need: Need, parts: ReadonlyMap<string, Part>, possible: Possible): boolean {
  if ("condition" in need) return conditionCanHold(need.condition, possible);
  if (!("node" in need)) return true;
  const part = parts.get(need.node);
  const own = possible.get(need.node);
  return (
    (part?.kind === "task" && part.of.informational) ||
    own?.has("Pass") === true ||
    own?.has("Waived") === true
  );
}

function conditionCanHold({ join, tests }: Condition, possible: Possible): boolean {
  const can = (t: Test | Condition): boolean => {
    if ("tests" in t) return conditionCanHold(t, possible);
    if (t.test !== "is" || t.subject.of !== "fact") return true;
    const own = possible.get(t.subject.name);
    return own === undefined || [...own].some((status) => t.values.includes(status) !== t.negated);
  };
  return join === "and" ? tests.every(can) : tests.some(can);
}

/** Whether a part ever leaves its first status; what hangs on one that doesn't is no cause of its own. */
function begins(part: Part | undefined, possible: Possible): boolean {
  return part === undefined || (possible.get(part.of.name)?.size ?? 0) > 1;
}

function neverReady(part: Part, need: Need): Diagnostic {
  const what = "node" in need ? `\`${need.node}\`` : "text" in need ? need.text : `\`${need.evidence}\``;
  const reason = `it needs ${what}, which never holds`;
  const { name } = part.of;
  if (part.kind === "task") return unreachableTask(need.source, { task: name, reason });
  return gateNeverPasses(need.source, { kind: part.kind, name, reason });
}

function alwaysPasses(part: Part, facts: readonly Fact[], parts: ReadonlyMap<string, Part>): Diagnostic[] {
  const needs = part.kind === "wait" ? part.of.over : part.of.needs;
  const { name, source } = part.of;
  const say = (reason: string): Diagnostic[] => [gateAlwaysPasses(source, { kind: part.kind, name, reason })];
  if (needs.length === 0)
    return say(part.kind === "wait" ? "it has no line “Over when”" : "it has no line “Needs”");
  const always = (need: Need): boolean => {
    if (!("condition" in need)) return false;
    const [name, ...more] = new Set(factsOf(need.condition));
    const fact = facts.find((f) => f.name === name);
    if (fact === undefined || more.length > 0 || parts.has(fact.name) || fact.values.length === 0)
      return false;
    return fact.values.every((value) => holdsFor(need.condition, value));
  };
  const [first] = needs;
  return first !== undefined && needs.every(always)
    ? say(`${"text" in first ? first.text : ""} holds for every value`)
    : [];
}

/** Whether a condition on one fact holds for a value; false where that isn't seen. */
function holdsFor({ join, tests }: Condition, value: string): boolean {
  const is = (t: Test | Condition): boolean =>
    "tests" in t ? holdsFor(t, value) : t.test === "is" && t.values.includes(value) !== t.negated;
  return join === "and" ? tests.every(is) : tests.some(is);
}
