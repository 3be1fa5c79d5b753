// Which statuses each part of a playbook can come to: tasks that can never be ready, gates that never or always pass.
// Takes each need by itself, and every fact for free; can't see that two facts exclude each other.
import type { Need } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  gateAlwaysPasses,
  gateNeverPasses,
  playbookNotAnalysed,
  unreachableTask,
} from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";
import { atomsIn, BEGUN, DONE, FAIL, OPEN, PASS, partsIn } from "./workflow/expression.ts";
import { type Lack, type Model, modelOf, type Node } from "./workflow/model.ts";
import { oncePerPlace } from "./workflow/once.ts";
import { canMeet, possibleFrom } from "./workflow/possible.ts";
import { type Budget, Course } from "./workflow/state.ts";
import { circles } from "./workflow-cycle.ts";

/** How much is looked at in one playbook. */
const MOST_STEPS = 500_000;

/** Reports what can never begin or pass, where the cause is its own, and gates that hold nothing back. */
export const workflowReach: Analysis = ({ policy }) =>
  policy.workflows.flatMap((workflow) => {
    const model = modelOf(workflow, policy);
    const budget: Budget = { left: MOST_STEPS };
    const possible = possibleFrom(new Course(model, budget).start(), model, budget);
    const inCircle = new Set(
      circles(workflow, policy.decisions).flatMap((circle) => circle.map((part) => part.of.name)),
    );
    const left: Node[] = [];
    const found = model.nodes.flatMap((node, i): Diagnostic[] => {
      if (budget.left <= 0) left.push(node);
      if (inCircle.has(node.name) || budget.left <= 0) return [];
      const lacks = lacking(node, possible, model, budget);
      if (lacks.length > 0) {
        const own = lacks.every((l) => partsIn(l.expression).every((p) => begins(possible[p] ?? OPEN)));
        return own ? [neverReady(node, lacks)] : [];
      }
      if (node.part.kind === "task") return neverPasses(node, possible[i] ?? OPEN, possible);
      return ((possible[i] ?? 0) & DONE) === 0 ? [] : alwaysPasses(node, possible, model, budget);
    });
    return [...oncePerPlace(found), ...notAnalysed(left)];
  });

/** What is said of parts for which there was too much to look at. */
export function notAnalysed(nodes: readonly Node[]): Diagnostic[] {
  const [first, ...rest] = nodes;
  const more = rest.length === 0 ? "" : ` and ${rest.length} more`;
  return first === undefined ? [] : [playbookNotAnalysed(first.part.of.source, { name: first.name, more })];
}

/** The needs of a part that can never hold, or never hold together; the first of them where each is wrong by itself. */
function lacking(node: Node, possible: Uint8Array, model: Model, budget: Budget): Lack[] {
  const all = [...node.needs, ...node.when];
  const can = (lacks: readonly Lack[]): boolean =>
    canMeet(
      lacks.map(({ expression }) => ({ expression, wanted: true })),
      possible,
      model,
      budget,
    );
  if (node.part.kind === "group" || can(all)) return [];
  const alone = all.find((l) => !can([l]));
  if (alone !== undefined) return [alone];
  const left = [...all];
  // What is left when no more can be taken away contradicts itself.
  for (const lack of all) {
    const rest = left.filter((l) => l !== lack);
    if (!can(rest)) left.splice(left.indexOf(lack), 1);
  }
  return left;
}

/** Whether a part can be begun; what hangs on one that can't is no cause of its own. */
function begins(possible: number): boolean {
  return (possible & (BEGUN | FAIL)) !== 0;
}

function neverReady({ name, part, when }: Node, lacks: readonly Lack[]): Diagnostic {
  const [first] = lacks;
  const source = first?.need.source ?? part.of.source;
  const what = lacks.map((l) => needText(l.need)).join(" and ");
  const isWhen = first !== undefined && lacks.length === 1 && when.includes(first);
  const never = lacks.length === 1 ? "which never holds" : "which never hold together";
  const reason = isWhen ? `it is run when ${what}, ${never}` : `it needs ${what}, ${never}`;
  if (part.kind === "task") return unreachableTask(source, { task: name, reason });
  return gateNeverPasses(source, { kind: part.kind, name, reason });
}

/** A task that can begin and never pass, since what would make it pass never holds. */
function neverPasses({ name, part, byFacts }: Node, own: number, possible: Uint8Array): Diagnostic[] {
  const passes = byFacts.filter((f) => f.status === PASS).map((f) => f.expression);
  const isOwn = passes.every((e) => partsIn(e).every((p) => begins(possible[p] ?? OPEN)));
  if ((own & PASS) !== 0 || !begins(own) || passes.length === 0 || !isOwn) return [];
  const reason = "what would make it pass never holds";
  return [gateNeverPasses(part.of.source, { kind: "task", name, reason })];
}

/** A need in words. */
export function needText(need: Need): string {
  if ("node" in need) return `\`${need.node}\``;
  return "text" in need ? need.text : `\`${need.evidence}\``;
}

/** A gate or a wait whose conditions hold whatever becomes of tasks and facts. Days and evidence are always waited for. */
function alwaysPasses(node: Node, possible: Uint8Array, model: Model, budget: Budget): Diagnostic[] {
  const { part } = node;
  if (part.kind !== "wait" && part.kind !== "gate") return [];
  const { name, source } = part.of;
  const say = (reason: string): Diagnostic[] => [gateAlwaysPasses(source, { kind: part.kind, name, reason })];
  const lacks = part.kind === "wait" ? node.needs.slice(part.of.needs.length) : node.needs;
  const [first] = lacks;
  if (first === undefined)
    return say(part.kind === "wait" ? "it has no line “Over when”" : "it has no line “Needs”");
  const always = lacks.every(
    ({ need, expression }) =>
      ("node" in need || "condition" in need) &&
      !canMeet([{ expression, wanted: false }], possible, model, budget),
  );
  if (!always) return [];
  const words = atomsIn(first.expression).length === 0 ? "for every value" : "whatever happens";
  return say(`${needText(first.need)} holds ${words}`);
}
