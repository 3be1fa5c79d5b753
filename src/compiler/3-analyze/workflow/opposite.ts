// Two needs for different ends of one task, both of which have to come true before a part can begin.
import { type Expression, FINAL, OPEN, STATUSES } from "./expression.ts";
import type { Lack } from "./model.ts";
import type { Course } from "./state.ts";

/** A need of a part for some ends of a task. */
interface Demand {
  readonly by: number;
  readonly mask: number;
  readonly lack: Lack;
}

/** The two needs, and why they can't come together, in words. */
export interface Opposite {
  readonly reason: string;
  readonly own: Lack;
  readonly other: Lack;
}

/** The first pair that can't come together; undefined where what goes wrong is another thing. A task ends once. */
export function oppositeOf(part: number, course: Course): Opposite | undefined {
  const demands = new Map<number, Demand[]>();
  const before = new Set([part]);
  for (const by of before)
    for (const lack of course.node(by).needs)
      for (const { part: task, mask } of together(lack.expression)) {
        course.spend(1);
        if (course.exhausted) return undefined;
        if ((mask & OPEN) === 0) before.add(task);
        if ((mask & ~FINAL) !== 0) continue;
        const known = demands.get(task) ?? [];
        const other = known.find((d) => (d.mask & mask) === 0);
        if (other !== undefined) return opposite(part, task, other, { by, mask, lack }, course);
        // One of each kind is enough to find what contradicts it.
        if (!known.some((d) => d.mask === mask)) demands.set(task, [...known, { by, mask, lack }]);
      }
  return undefined;
}

function opposite(part: number, task: number, one: Demand, two: Demand, course: Course): Opposite {
  const [own, other] = two.by === part ? [two, one] : [one, two];
  const name = (i: number): string => `\`${course.node(i).name}\``;
  const [first, too] = own.by === part ? ["it", ""] : [`${name(own.by)}, which has to come first,`, " too"];
  const reason =
    own.by === other.by
      ? `${first} needs ${name(task)} to be ${words(own.mask)} and to be ${words(other.mask)}`
      : `${first} needs ${name(task)} to be ${words(own.mask)}, and ${name(other.by)}, which has to come first${too}, needs it to be ${words(other.mask)}`;
  return { reason, own: own.lack, other: other.lack };
}

/** What must hold together in an expression, of choices nothing. */
function together(expression: Expression): Extract<Expression, { is: "status" }>[] {
  if (expression.is === "status") return [expression];
  if (expression.is !== "all" && !(expression.is === "any" && expression.of.length === 1)) return [];
  return expression.of.flatMap(together);
}

function words(mask: number): string {
  return STATUSES.filter((_, i) => (mask & (1 << i)) !== 0).join(" or ");
}
