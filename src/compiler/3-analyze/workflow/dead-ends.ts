// Courses on which nothing fails and yet something waits for ever: what it needs to have passed was waived, or is done for
// information and failed. Facts keep the values for which a task was waived; all others may still change.

import { coneOf, explore, pathTo } from "./explore.ts";
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

  /** The shortest course into a dead end of a part; "unknown" where there was too much to look at. */
  find(part: number): DeadEnd | "unknown" | undefined {
    const course = this.#course;
    const ends = (i: number): number => (i === part || this.#astray[i] !== 0 ? 0 : DONE);
    const start = course.settle(course.start(), ends);
    const cone = coneOf(part, this.#model, start);
    const open = cone.filter((i) => i !== part && this.#astray[i] !== 0);
    let found: DeadEnd | undefined;
    let unknown = false;
    const outcome = explore(course, {
      start,
      cone,
      events: (state) => open.flatMap((i) => [...this.#deviations(i, state)]),
      ends,
      visit: (reached) => {
        const lack = this.#deadIn(part, reached.state);
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
    const begins = this.#course.meet(this.#course.needs(part), state) !== undefined;
    if (begins && (node.runs & WAIVED) !== 0) yield { part, status: WAIVED, world: state.world };
    const guards = node.byFacts
      .filter((f) => f.status === WAIVED)
      .map(({ expression }): Goal => ({ expression, wanted: true }));
    if (node.when.length > 0) guards.push({ expression: whenOf(node), wanted: false });
    for (const guard of guards) {
      const variables = [...new Set(variablesIn(guard.expression))].filter((v) => !state.world.has(v));
      for (const world of this.#worlds(variables, state.world))
        if (this.#course.meet([guard], { statuses: state.statuses, world }) !== undefined)
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

  /** What a part lacks for good at a moment; undefined where it may still begin, is waived, or hangs on another one. */
  #deadIn(part: number, state: State): Lack | "unknown" | undefined {
    const node = this.#course.node(part);
    if (((state.statuses[part] ?? OPEN) & FINAL) !== 0) return undefined;
    const waived = node.byFacts.filter((f) => f.status === WAIVED);
    const excuses: Goal[] = [
      ...(node.when.length === 0 ? [] : [{ expression: whenOf(node), wanted: true }]),
      ...waived.map(({ expression }) => ({ expression, wanted: false })),
    ];
    if (excuses.length > 0 && this.#course.meet(excuses, state) === undefined) return undefined;
    const possible = possibleFrom(state, this.#model, this.#budget);
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
