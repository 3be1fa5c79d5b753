// Whether a part can come to its good end by some course of events. Tries what is cheap first: a course on which all goes
// well, then what is impossible even if each need is taken by itself, then all courses that differ in what matters.

import { coneOf, explore, nearOf, zoneOf } from "./explore.ts";
import { ALL, atomsIn, BEGUN, DONE, FINAL, OPEN, PASS, WAIVED } from "./expression.ts";
import type { Model } from "./model.ts";
import { possibleFrom } from "./possible.ts";
import type { Budget, Course, State } from "./state.ts";

/** How many moments are looked at for one part. */
const MOST_MOMENTS = 4_000;

/** Whether it can, where that was found out: undefined says that there was too much to look at. */
export type Answer = boolean | undefined;

export class Reach {
  readonly #course: Course;
  readonly #model: Model;
  readonly #budget: Budget;
  /** By part, the ends after which every condition on it holds: to come to one of them can only help. */
  readonly #safe: Uint8Array;
  /** The moment at which all has gone well. */
  #best: State | undefined;

  constructor(course: Course, budget: Budget) {
    this.#course = course;
    this.#model = course.model;
    this.#budget = budget;
    this.#safe = safeEnds(course.model);
  }

  /** The ends that a part may be brought to whenever it can, without any course being lost. */
  readonly #ends = (part: number): number => {
    const safe = this.#safe[part] ?? 0;
    return (safe & PASS) === 0 ? 0 : safe;
  };

  /**
   * Whether a part can be begun, or pass where it is no task, on a course on which only what the part looks at itself
   * may take another end than the best. False says nothing of other courses.
   */
  canBeginNearly(part: number): boolean {
    const near = nearOf(part, this.#model).filter((i) => this.#ends(i) !== DONE);
    if (near.length === 0) return false;
    this.#best ??= this.#course.best(this.#course.start());
    const zone = zoneOf(part, near, this.#model);
    const start = this.#course.reopen(this.#best, zone);
    return this.#search(part, start, zone, new Set(near), () => undefined) === true;
  }

  /** Whether it can by any course from a moment on. `visit` sees each moment that was looked at. */
  canBegin(part: number, from: State, visit: (state: State) => void = () => undefined): Answer {
    const cone = coneOf(part, this.#model, from);
    return this.#search(part, { ...from, world: new Map() }, cone, cone, visit);
  }

  /** Looks at the courses on which the parts of `open` take any end, and all others of the cone their best one. */
  #search(
    part: number,
    from: State,
    cone: ReadonlySet<number>,
    open: ReadonlySet<number>,
    visit: (state: State) => void,
  ): Answer {
    const course = this.#course;
    const isGood = (state: State): boolean => this.#isGood(part, state);
    const ends = (i: number): number => {
      if (i === part || !cone.has(i)) return 0;
      return open.has(i) ? this.#ends(i) : DONE;
    };
    const start = course.settle(from, ends, cone);
    if (isGood(start) || isGood(course.best(start, cone))) return true;
    const possible = possibleFrom(start, this.#model, this.#budget, cone);
    if (course.exhausted) return undefined;
    if (((possible[part] ?? 0) & BEGUN) === 0) return false;
    // What passes whenever it can gains nothing from another end but a waiver.
    const branching = [...open]
      .filter((i) => i !== part && this.#ends(i) !== DONE)
      .map((i) => ({ i, mask: this.#ends(i) === 0 ? ALL : WAIVED }));
    const outcome = explore(course, {
      start,
      cone,
      *events(state) {
        for (const { i, mask } of branching)
          for (const event of course.events(i, state))
            if ((event.status & mask) !== 0) yield { ...event, world: state.world };
      },
      ends,
      visit: ({ state }) => {
        visit(state);
        return isGood(state);
      },
      most: MOST_MOMENTS,
    });
    return outcome === "found" ? true : outcome === "all" ? false : undefined;
  }

  #isGood(part: number, state: State): boolean {
    const status = state.statuses[part] ?? OPEN;
    if ((status & BEGUN) !== 0) return true;
    if ((status & FINAL) !== 0) return false;
    for (const event of this.#course.events(part, state)) if ((event.status & BEGUN) !== 0) return true;
    return false;
  }
}

/** By part, which of Pass and Waived meet every condition on it. A condition on a group is one on each of its tasks. */
function safeEnds({ nodes }: Model): Uint8Array {
  const safe = new Uint8Array(nodes.length).fill(DONE);
  const narrow = (part: number, mask: number): void => {
    safe[part] = (safe[part] ?? 0) & mask;
    for (const member of nodes[part]?.members ?? []) narrow(member, mask);
  };
  for (const { needs, when, byFacts } of nodes)
    for (const { expression } of [...needs, ...when, ...byFacts])
      for (const { part, mask } of atomsIn(expression)) narrow(part, mask);
  return safe;
}
