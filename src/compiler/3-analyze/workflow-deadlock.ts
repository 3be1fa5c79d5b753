// Courses of events that get stuck: parts that no course leads to, and parts that may wait for ever although nothing has
// failed. Takes an end for final, and facts for things that may change; can't see what is run a second time.
import type { Diagnostic, Related } from "../messages/diagnostic.ts";
import { deadEnd, deadlock } from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";
import { type DeadEnd, DeadEnds } from "./workflow/dead-ends.ts";
import { BEGUN, PASS, partsIn, STATUSES, variablesIn } from "./workflow/expression.ts";
import { type Model, modelOf, type Node } from "./workflow/model.ts";
import { oncePerPlace } from "./workflow/once.ts";
import { possibleFrom } from "./workflow/possible.ts";
import { Reach } from "./workflow/reach.ts";
import { type Budget, Course } from "./workflow/state.ts";
import { type Why, whyNever } from "./workflow/why-never.ts";
import { needText, notAnalysed } from "./workflow-reach.ts";

/** How much is looked at in one playbook. */
const MOST_STEPS = 500_000;

/** What was found out about the courses of one playbook, by the numbers of its parts. */
export interface Courses {
  readonly model: Model;
  /** Parts that no course leads to. */
  readonly lost: ReadonlySet<number>;
  /** Why, of those whose own needs are the cause and where it takes a search to see it. */
  readonly never: ReadonlyMap<Node, Why>;
  readonly deadEnds: readonly DeadEnd[];
  /** Parts about which nothing was found out. */
  readonly unknown: readonly number[];
  /** How much was looked at. */
  readonly steps: number;
}

/** Reports each of them. */
export const deadlocks: Analysis = ({ policy }) =>
  policy.workflows.flatMap((workflow) => {
    const { model, never, deadEnds, unknown } = coursesOf(workflow, policy);
    return [
      ...oncePerPlace([
        ...[...never].map(([node, why]) => deadlockOf(node, why, model)),
        ...deadEnds.map((end) => deadEndOf(end, model)),
      ]),
      ...notAnalysed(unknown.flatMap((part) => model.nodes[part] ?? [])),
    ];
  });

/** Looks for both in one playbook. */
export function coursesOf(
  workflow: Subject["policy"]["workflows"][number],
  tables: Parameters<typeof modelOf>[1],
  steps = MOST_STEPS,
): Courses {
  const budget: Budget = { left: steps };
  const model = modelOf(workflow, tables);
  const course = new Course(model, budget);
  const start = course.start();
  const best = course.best(start).statuses;
  const reach = new Reach(course, budget);
  const ends = new DeadEnds(course, reach, budget);
  const never = new Map<Node, Why>();
  const deadEnds: DeadEnd[] = [];
  const unknown: number[] = [];
  const left = model.order.filter((part) => best[part] !== PASS && model.nodes[part]?.part.kind !== "group");
  const possible = left.length === 0 ? undefined : possibleFrom(start, model, budget);
  const lost = new Set<number>();
  for (const part of left) {
    const node = course.node(part);
    // What is impossible at first sight is said by its own analysis.
    const impossible = ((possible?.[part] ?? 0) & BEGUN) === 0;
    const why = impossible ? undefined : whyNever(part, course, reach);
    if (why === "unknown") unknown.push(part);
    if (why === "unknown" || (why === undefined && !impossible)) continue;
    // What hangs on a lost part is no cause of its own.
    if (why !== undefined && ![...node.looksAt].some((i) => lost.has(i))) never.set(node, why);
    lost.add(part);
  }
  for (const part of model.order) {
    if (best[part] !== PASS || !ends.isCandidate(part)) continue;
    const end = ends.find(part);
    if (end === "unknown") unknown.push(part);
    else if (end !== undefined) deadEnds.push(end);
  }
  return { model, lost, never, deadEnds, unknown, steps: steps - budget.left };
}

function deadlockOf(node: Node, { reason, lack, beside }: Why, { nodes }: Model): Diagnostic {
  const looked = lack === undefined ? [] : [...new Set(partsIn(lack.expression))];
  const related =
    beside === undefined
      ? looked.slice(0, 5).flatMap((i) => placeOf(nodes[i]))
      : [{ message: needText(beside.need), source: beside.need.source }];
  return deadlock(lack?.need.source ?? node.part.of.source, { task: node.name, reason }, { related });
}

function placeOf(node: Node | undefined): Related[] {
  return node === undefined ? [] : [{ message: `\`${node.name}\``, source: node.part.of.source }];
}

function deadEndOf({ part, events, lack }: DeadEnd, model: Model): Diagnostic {
  const node: Node | undefined = model.nodes[part];
  const course = events.map(({ part: i, status, world }, k) => {
    const of = model.nodes[i];
    const guards = [...(of?.when ?? []), ...(of?.byFacts ?? [])].flatMap((l) => variablesIn(l.expression));
    const facts = [...new Set(guards)].flatMap((v) => {
      const value = world.get(v);
      const isNew = events[k - 1]?.world.has(v) !== true;
      return value === undefined || !isNew ? [] : [model.variables.words(v, value)];
    });
    const word = STATUSES[Math.log2(status)] ?? "";
    return `\`${of?.name ?? ""}\` is ${word}${facts.length === 0 ? "" : ` (${facts.join(", ")})`}`;
  });
  const related = events.flatMap((event) => placeOf(model.nodes[event.part]));
  const values = { name: node?.name ?? "", course: course.join(", then "), need: needText(lack.need) };
  return deadEnd(lack.need.source, values, { related });
}
