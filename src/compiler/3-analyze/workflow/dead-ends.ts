// Courses on which nothing fails and yet something waits for ever: what it needs to have passed was waived, or is done for
// information and failed. Facts keep the values for which a task was waived; all others may still change.

import { coneOf, explore, nearOf, pathTo, zoneOf } from "./explore.ts";
import {
  ALL,
  atomsIn,
  DONE,
  FAIL,
  FINAL,
  type Goal,
  OPEN,
  PASS,
  partsIn,
  variablesIn,
  WAIVED,
  type World,
} from "./expression.ts";
import type { Lack, Model } from "./model.ts";
import { canMeet, possibleFrom } from "./possible.ts";
import type { Reach } from "./reach.ts";
import { type Budget, type Course, type Event, type State, whenOf } from "./state.ts";

/** How many moments are looked at for one part, and how many values of facts for one waiver. */
const MOST_MOMENTS = 1_000;
const MOST_WORLDS = 64;

/** A part that may wait for ever: the events that lead there, and what of its needs never holds then. */
export interface DeadEnd {
  readonly part: number;
  readonly events: readonly Event[];
  readonly lack: Lack;
}

export class DeadEnds {
  readonly #course: Course;
  readonly #model: Model;
  readonly #reach: Reach;
  readonly #budget: Budget;
  /** By part, the ends other than Pass that some condition tells from it and that are no failure of the playbook. */
  readonly #astray: Uint8Array;
  /** The moment at which all has ended that nothing astray is needed for. */
  #start: State | undefined;
  /** The moment at which all has gone well. */
  #best: State | undefined;

  constructor(course: Course, reach: Reach, budget: Budget) {
    this.#course = course;
    this.#model = course.model;
    this.#reach = reach;
    this.#budget = budget;
    this.#astray = astrayEnds(course.model);
  }

  /** Whether something that a part needs can go astray; all others need no search. */
  isCandidate(part: number): boolean {
    const { needs, part: of } = this.#course.node(part);
    const goesAstray = (i: number): boolean =>
      this.#astray[i] !== 0 || this.#course.node(i).members.some((member) => this.#astray[member] !== 0);
    return of.kind !== "group" && needs.some((l) => atomsIn(l.expression).some((a) => goesAstray(a.part)));
  }

  /** A short course into a dead end of a part; "unknown" where there was too much to look at. */
  find(part: number): DeadEnd | "unknown" | undefined {
    const isAstray = (i: number): boolean => this.#astray[i] !== 0;
    const near = new Set(nearOf(part, this.#model).filter((i) => i !== part && isAstray(i)));
    // Most often what is looked at itself goes astray, and all in front of it goes well.
    this.#best ??= this.#course.best(this.#course.start());
    const zone = zoneOf(part, near, this.#model);
    const first = this.#search(part, this.#course.reopen(this.#best, zone), zone, near);
    if (first !== undefined || ![...near].some((i) => this.#hangsOnStatuses(i))) return first;
    this.#start ??= this.#course.settle(this.#course.start(), (i) => (isAstray(i) ? 0 : DONE));
    // What has passed whatever goes astray has all that it needs; what was only waived could as well not be.
    if (this.#start.statuses[part] === PASS) return undefined;
    const start = this.#course.reopen(this.#start, new Set([part]));
    const cone = coneOf(part, this.#model, start);
    const astray = new Set([...cone].sort((a, b) => a - b).filter((i) => i !== part && isAstray(i)));
    return astray.size === near.size ? undefined : this.#search(part, start, cone, astray);
  }

  /** Whether a task goes astray, or begins, only when others have come to certain ends, or not to the best. */
  #hangsOnStatuses(part: number): boolean {
    const { needs, when, byFacts } = this.#course.node(part);
    if (needs.some((l) => atomsIn(l.expression).some((a) => (a.mask & PASS) === 0))) return true;
    const guards = [...when, ...byFacts.filter((f) => (f.status & (this.#astray[part] ?? 0)) !== 0)];
    return guards.some((g) => atomsIn(g.expression).length > 0);
  }

  #search(
    part: number,
    before: State,
    cone: ReadonlySet<number>,
    astray: ReadonlySet<number>,
  ): DeadEnd | "unknown" | undefined {
    const ends = (i: number): number => (i === part || astray.has(i) || !cone.has(i) ? 0 : DONE);
    const anything = new Uint8Array(this.#model.nodes.length).fill(ALL);
    let found: DeadEnd | undefined;
    let unknown = false;
    const outcome = explore(this.#course, {
      start: this.#course.settle(before, ends, cone),
      cone,
      // What is waived by the facts that have been settled stays so.
      events: (state) =>
        this.#isExcused(part, { ...state, statuses: anything })
          ? []
          : [...astray].flatMap((i) => [...this.#deviations(i, state)]),
      ends,
      visit: (reached) => {
        const lack = this.#deadIn(part, reached.state, cone);
        if (lack === "unknown") unknown = true;
        else if (lack !== undefined) found = { part, events: pathTo(reached), lack };
        return found !== undefined;
      },
      most: MOST_MOMENTS,
    });
    return found ?? (outcome === "too much" || unknown ? "unknown" : undefined);
  }

  /** What can become of a task without a failure that counts. */
  *#deviations(part: number, state: State): Generator<Event> {
    const mask = PASS | (this.#astray[part] ?? 0);
    const seen = new Set<number>();
    for (const event of this.#course.events(part, state)) {
      if ((event.status & mask) === 0 || seen.has(event.status)) continue;
      seen.add(event.status);
      if (event.status !== WAIVED) yield { ...event, world: state.world };
      else yield* this.#waivers(part, state);
    }
  }

  /** The waivers of a task, for all values of the facts that they hang on. */
  *#waivers(part: number, state: State): Generator<Event> {
    const node = this.#course.node(part);
    const isOpen = (state.statuses[part] ?? OPEN) === OPEN;
    const begins = !isOpen || this.#course.meet(this.#course.needs(part), state) !== undefined;
    if (begins && (node.runs & WAIVED) !== 0) yield { part, status: WAIVED, world: state.world };
    const byFacts = node.byFacts.filter((f) => f.status === WAIVED && begins);
    const guards = byFacts.map(({ expression }) => ({ expression, goals: [{ expression, wanted: true }] }));
    if (isOpen && node.when.length > 0)
      guards.push({ expression: whenOf(node), goals: this.#course.ruledOut(part) });
    for (const { expression, goals } of guards) {
      const variables = [...new Set(variablesIn(expression))].filter((v) => !state.world.has(v));
      for (const world of this.#worlds(variables, state.world))
        if (this.#course.meet(goals, { statuses: state.statuses, world }) !== undefined)
          yield { part, status: WAIVED, world };
    }
  }

  *#worlds(variables: readonly number[], world: World): Generator<World> {
    const sizes = variables.map((v) => this.#model.variables.sizeOf(v));
    const count = Math.min(
      MOST_WORLDS,
      sizes.reduce((product, size) => product * size, 1),
    );
    for (let number = 0; number < count; number++) {
      let rest = number;
      const own = variables.map((v, i) => {
        const size = sizes[i] ?? 1;
        const value = rest % size;
        rest = Math.floor(rest / size);
        return [v, value] as const;
      });
      yield new Map([...world, ...own]);
    }
  }

  /** Whether a part is none of the playbook's business, by the facts that have been settled. */
  #isExcused(part: number, state: State): boolean {
    const node = this.#course.node(part);
    // What is run only as long as something else hasn't ended is let go when that ends.
    if (node.when.some((w) => atomsIn(w.expression).some((a) => (a.mask & ~FINAL) !== 0))) return true;
    const waived = node.byFacts.filter((f) => f.status === WAIVED);
    const goals: Goal[] = [
      ...(node.when.length === 0 ? [] : [{ expression: whenOf(node), wanted: true }]),
      ...waived.map(({ expression }) => ({ expression, wanted: false })),
    ];
    return goals.length > 0 && this.#course.meet(goals, state) === undefined;
  }

  /** What a part lacks for good at a moment; undefined where it may still begin, is waived, or hangs on another one. */
  #deadIn(part: number, state: State, cone: ReadonlySet<number>): Lack | "unknown" | undefined {
    const node = this.#course.node(part);
    if (((state.statuses[part] ?? OPEN) & FINAL) !== 0) return undefined;
    if (this.#isExcused(part, state)) return undefined;
    const possible = possibleFrom(state, this.#model, this.#budget, cone);
    const can = ({ expression }: Lack, statuses: Uint8Array): boolean =>
      canMeet([{ expression, wanted: true }], statuses, this.#model, this.#budget);
    const lacking = node.needs.filter((l) => !can(l, possible));
    if (this.#course.exhausted) return "unknown";
    // What has come to its end stays as it is, whatever becomes of all others.
    const ended = state.statuses.map((status) => ((status & FINAL) === 0 ? ALL : status));
    const own = lacking.find((l) => !can(l, ended));
    if (own !== undefined || lacking.length > 0) return own;
    const answer = this.#reach.canBegin(part, state);
    if (answer === undefined) return "unknown";
    const isEnded = (i: number): boolean => ((state.statuses[i] ?? OPEN) & FINAL) !== 0;
    return answer
      ? undefined
      : node.needs.find(({ expression }) => {
          const parts = partsIn(expression);
          return parts.length > 0 && parts.every(isEnded);
        });
  }
}

function astrayEnds({ nodes }: Model): Uint8Array {
  const told = new Uint8Array(nodes.length);
  const tell = (part: number, mask: number): void => {
    const passes = (mask & PASS) !== 0;
    if (((mask & WAIVED) !== 0) !== passes) told[part] = (told[part] ?? 0) | WAIVED;
    if (((mask & FAIL) !== 0) !== passes) told[part] = (told[part] ?? 0) | FAIL;
    for (const member of nodes[part]?.members ?? []) tell(member, mask);
  };
  for (const { needs, when, byFacts } of nodes)
    for (const { expression } of [...needs, ...when, ...byFacts])
      for (const { part, mask } of atomsIn(expression)) tell(part, mask);
  return told.map((mask, i) => {
    const node = nodes[i];
    if (node === undefined || node.part.kind !== "task") return 0;
    const told =
      node.byFacts.reduce((all, f) => all | f.status, node.runs) | (node.when.length > 0 ? WAIVED : 0);
    return mask & told & (node.informational ? FAIL | WAIVED : WAIVED);
  });
}
