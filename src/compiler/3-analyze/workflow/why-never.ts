// Why no course of events leads to a part, in words: needs that never hold, never hold together, or only when a failure
// keeps everything new from being started.
import type { Need } from "../../../policy/types.ts";
import { atomsIn, FAIL } from "./expression.ts";
import type { Lack } from "./model.ts";
import { oppositeOf } from "./opposite.ts";
import type { Reach } from "./reach.ts";
import type { Course, State } from "./state.ts";

/** How many needs are told apart. */
const MOST_NEEDS = 20;

export interface Why {
  readonly reason: string;
  /** The need that it is said of. */
  readonly lack: Lack | undefined;
  /** A need of another part that it can't come together with. */
  readonly beside?: Lack;
}

/** Why; undefined where a course leads there, "unknown" where there was too much to look at. */
export function whyNever(part: number, course: Course, reach: Reach): Why | "unknown" | undefined {
  if (reach.canBeginNearly(part)) return undefined;
  const opposite = oppositeOf(part, course);
  if (opposite !== undefined) return { reason: opposite.reason, lack: opposite.own, beside: opposite.other };
  const { needs, when } = course.node(part);
  const lacks = [...needs, ...when].slice(0, MOST_NEEDS);
  /** For each moment which needs hold, as bits. */
  const moments = new Set<number>();
  let stoppedBy: string | undefined;
  const visit = (state: State): void => {
    const bits = lacks.reduce(
      (all, { expression }, i) =>
        course.meet([{ expression, wanted: true }], state) === undefined ? all : all | (1 << i),
      0,
    );
    moments.add(bits);
    if (state.stopped && course.meet(course.needs(part), state) !== undefined)
      stoppedBy ??= stopperOf(state, course);
  };
  const answer = reach.canBegin(part, course.start(), visit);
  if (answer !== false) return answer === undefined ? "unknown" : undefined;
  const conditions = lacks.filter((l) => atomsIn(l.expression).length > 0);
  if (stoppedBy !== undefined)
    return {
      reason: `what it needs holds only after \`${stoppedBy}\` has failed, and then nothing new is started`,
      lack: conditions.find((l) => atomsIn(l.expression).some(({ part: i }) => course.node(i).stops)),
    };
  const holds = (bits: number): boolean => [...moments].some((m) => (m & bits) === bits);
  const alone = lacks.findIndex((_, i) => !holds(1 << i));
  const lack = lacks[alone];
  if (lack !== undefined)
    return { reason: `it needs ${text(lack.need)}, which no course of events leads to`, lack };
  for (const [i, one] of lacks.entries())
    for (const [j, other] of lacks.entries())
      if (j > i && !holds((1 << i) | (1 << j)))
        return {
          reason: `it needs ${text(one.need)} and ${text(other.need)}, which never hold together`,
          lack: other,
        };
  return { reason: "what it needs never holds together", lack: conditions[0] ?? lacks[0] };
}

function stopperOf({ statuses }: State, course: Course): string | undefined {
  return course.model.nodes.find((node, i) => node.stops && statuses[i] === FAIL)?.name;
}

function text(need: Need): string {
  if ("node" in need) return `\`${need.node}\``;
  return "text" in need ? need.text : `\`${need.evidence}\``;
}
