// Goes through the courses that a playbook can take, the shortest first, as far as they can matter to one part.
import { FINAL, OPEN } from "./expression.ts";
import type { Model } from "./model.ts";
import type { Course, Event, State } from "./state.ts";

/** A moment that was reached, with the events that led there. */
export interface Reached {
  readonly state: State;
  readonly from: Reached | undefined;
  readonly event: Event | undefined;
}

/** What is gone through. */
export interface Plan {
  readonly start: State;
  /** The parts whose statuses tell moments apart. */
  readonly cone: ReadonlySet<number>;
  /** What can happen at a moment. */
  readonly events: (state: State) => Iterable<Event>;
  /** The ends that parts come to in any case, before the next event. */
  readonly ends: (part: number) => number;
  /** Called once for each moment; true ends it all. */
  readonly visit: (reached: Reached) => boolean;
  /** How many moments are looked at. */
  readonly most: number;
}

/** How it ended: `visit` was content, all was seen, or there was too much of it. */
export type Explored = "found" | "all" | "too much";

export function explore(course: Course, { start, cone, events, ends, visit, most }: Plan): Explored {
  const told = [...cone];
  const keyOf = ({ statuses, stopped, world }: State): string => {
    const facts = [...world].sort(([a], [b]) => a - b).flat();
    return `${told.map((part) => String.fromCharCode(statuses[part] ?? OPEN)).join("")}${stopped}${facts.join()}`;
  };
  const seen = new Set([keyOf(start)]);
  const open: Reached[] = [{ state: start, from: undefined, event: undefined }];
  for (const reached of open) {
    if (course.exhausted) return "too much";
    if (visit(reached)) return "found";
    for (const event of events(reached.state)) {
      const state = course.after(reached.state, event, ends);
      const key = keyOf(state);
      course.spend(1 + (told.length >> 3));
      if (seen.has(key)) continue;
      if (seen.size >= most) return "too much";
      seen.add(key);
      open.push({ state, from: reached, event });
    }
  }
  return course.exhausted ? "too much" : "all";
}

/** The events that led to a moment. */
export function pathTo(reached: Reached): Event[] {
  const events: Event[] = [];
  for (let at: Reached | undefined = reached; at?.event !== undefined; at = at.from) events.unshift(at.event);
  return events;
}

/** The parts that a part looks at, straight or through others, and that nothing has ended yet; with the part itself. */
export function coneOf(part: number, { nodes }: Model, { statuses }: State): ReadonlySet<number> {
  const cone = new Set([part]);
  for (const i of cone) {
    const node = nodes[i];
    if (node === undefined) continue;
    for (const other of [...node.looksAt, ...node.members])
      if (((statuses[other] ?? OPEN) & FINAL) === 0 || nodes[other]?.part.kind === "group") cone.add(other);
  }
  return cone;
}

/** What a part looks at, the tasks of groups among it. */
export function nearOf(part: number, { nodes }: Model): number[] {
  return [...(nodes[part]?.looksAt ?? [])].flatMap((i) => [i, ...(nodes[i]?.members ?? [])]);
}

/**
 * The part, some that it looks at, and all between them. Everything else that it hangs on comes before, and can be taken
 * to have gone well.
 */
export function zoneOf(part: number, near: Iterable<number>, { nodes, place }: Model): ReadonlySet<number> {
  const first = Math.min(...[...near].map((i) => place[i] ?? 0));
  const zone = new Set([part]);
  for (const i of zone)
    for (const other of [...(nodes[i]?.looksAt ?? []), ...(nodes[i]?.members ?? [])])
      if ((place[other] ?? 0) >= first) zone.add(other);
  return zone;
}
