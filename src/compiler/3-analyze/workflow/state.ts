// A moment in the course of a playbook: the status of each part, what can happen next, and what happens in any case.
import {
  ALL,
  BLOCKED,
  DONE,
  type Expression,
  FAIL,
  FINAL,
  type Goal,
  type Knowledge,
  OPEN,
  PASS,
  RUNNING,
  satisfy,
  WAIVED,
  type World,
} from "./expression.ts";
import type { Model, Node } from "./model.ts";

/** What may still be looked at; shared by all analyses of one playbook. */
export interface Budget {
  left: number;
}

/** One moment. `world` are the values of facts that have come to matter. */
export interface State {
  readonly statuses: Uint8Array;
  readonly stopped: boolean;
  readonly world: World;
}

/** Something that can happen: a part takes a status, under some values of facts. */
export interface Event {
  readonly part: number;
  readonly status: number;
  readonly world: World;
}

const NOWHERE: World = new Map();

/** What can be known of a moment in a playbook, and what follows it. */
/** What must hold for a task to be run at all. */
export function whenOf({ when }: Node): Expression {
  return { is: "all", of: when.map((w) => w.expression) };
}

export class Course {
  readonly model: Model;
  readonly #budget: Budget;

  constructor(model: Model, budget: Budget) {
    this.model = model;
    this.#budget = budget;
  }

  /** Counts work that isn't seen otherwise. */
  spend(steps: number): void {
    this.#budget.left -= steps;
  }

  /** True where no more may be looked at. */
  get exhausted(): boolean {
    return this.#budget.left <= 0;
  }

  /** The beginning, at which nothing has begun. */
  start(): State {
    const statuses = new Uint8Array(this.model.nodes.length).fill(OPEN);
    const state = { statuses, stopped: false, world: NOWHERE };
    for (const [i, node] of this.model.nodes.entries())
      if (node.part.kind === "group") statuses[i] = this.#ofMembers(node, statuses);
    return state;
  }

  node(part: number): Node {
    const node = this.model.nodes[part];
    if (node === undefined) throw new RangeError("no such part");
    return node;
  }

  /** Values of facts under which goals are met at a moment; undefined where there are none. */
  meet(goals: readonly Goal[], { statuses, world }: Pick<State, "statuses" | "world">): World | undefined {
    const known: Knowledge = {
      statusOf: (part) => statuses[part] ?? OPEN,
      sizeOf: (variable) => this.model.variables.sizeOf(variable),
      count: () => this.#budget.left--,
    };
    return satisfy(goals, known, world);
  }

  /** What must be met for a part to be ready or pass. */
  needs(part: number): Goal[] {
    const { needs, when } = this.node(part);
    return [...needs, ...when].map(({ expression }) => ({ expression, wanted: true }));
  }

  /** Everything that can become of one part at a moment; of a group nothing, for it follows from its tasks. */
  *events(part: number, state: State): Generator<Event> {
    const node = this.node(part);
    const status = state.statuses[part] ?? OPEN;
    if ((status & DONE) !== 0 || node.part.kind === "group") return;
    if (status === FAIL) {
      yield* this.#byFacts(part, state, WAIVED, []);
      return;
    }
    const begins = this.meet(this.needs(part), state);
    if (node.part.kind !== "task") {
      if (begins !== undefined) yield { part, status: PASS, world: begins };
      return;
    }
    const runs = status === RUNNING || (begins !== undefined && !state.stopped);
    const world = status === RUNNING ? state.world : (begins ?? state.world);
    for (let bit = RUNNING; runs && bit <= WAIVED; bit <<= 1)
      if ((node.runs & bit) !== 0 && bit !== status) yield { part, status: bit, world };
    // What may be begun, or has been, is judged by facts whatever has become of its needs since.
    yield* this.#byFacts(part, state, ALL, runs || status !== OPEN ? [] : this.needs(part));
    if (status !== OPEN || node.when.length === 0) return;
    const found = this.meet(this.ruledOut(part), state);
    if (found !== undefined) yield { part, status: WAIVED, world: found };
  }

  /** What must be met for a task not to be run at all: its turn has come, and it is none of the playbook's business. */
  ruledOut(part: number): Goal[] {
    const node = this.node(part);
    const turn = node.needs.map(({ expression }) => ({ expression, wanted: true }));
    return [...turn, { expression: whenOf(node), wanted: false }];
  }

  *#byFacts(part: number, state: State, mask: number, needed: readonly Goal[]): Generator<Event> {
    const status = state.statuses[part] ?? OPEN;
    for (const { status: to, expression } of this.node(part).byFacts) {
      if ((to & mask) === 0 || to === status) continue;
      const found = this.meet([...needed, { expression, wanted: true }], state);
      if (found !== undefined) yield { part, status: to, world: found };
    }
  }

  /** The moment after an event, when everything has come to its good end that `ends` lets and that hangs on it. */
  after(state: State, { part, status, world }: Event, ends: (part: number) => number): State {
    const statuses = state.statuses.slice();
    statuses[part] = status;
    const now = { statuses, stopped: state.stopped || (status === FAIL && this.node(part).stops), world };
    this.#spread(now, ends, this.#told(part, statuses));
    return now;
  }

  /** Lets everything of `parts`, and what hangs on it, come to its good end: to those of its mask that `ends` gives. */
  settle(
    state: State,
    ends: (part: number) => number,
    parts: Iterable<number> = this.model.nodes.keys(),
  ): State {
    const now = { ...state, statuses: state.statuses.slice() };
    this.#spread(now, ends, parts);
    return now;
  }

  /**
   * The moment at which all has gone as well as it can: everything has passed, or is waived where it can't pass. `only`
   * limits it to some parts, in the order of the model.
   */
  best(state: State, only?: ReadonlySet<number>): State {
    const passes = (part: number): number => (only === undefined || only.has(part) ? PASS : 0);
    const now = this.settle({ ...state, world: NOWHERE }, passes, only);
    for (const part of only === undefined ? this.model.order : this.#ordered(only)) {
      if (this.exhausted) break;
      if (this.#end(part, now, DONE)) this.#spread(now, passes, this.#told(part, now.statuses));
    }
    return now;
  }

  /** A moment at which some parts have not begun after all. Nothing else may hang on them. */
  reopen(state: State, parts: ReadonlySet<number>): State {
    const statuses = state.statuses.slice();
    for (const part of parts) statuses[part] = OPEN;
    for (const part of parts) {
      const node = this.node(part);
      if (node.part.kind === "group") statuses[part] = this.#ofMembers(node, statuses);
    }
    return { ...state, statuses };
  }

  #ordered(parts: Iterable<number>): number[] {
    return [...parts].sort((a, b) => (this.model.place[a] ?? 0) - (this.model.place[b] ?? 0));
  }

  #spread(now: State, ends: (part: number) => number, first: Iterable<number>): void {
    const open = [...first];
    const waiting = new Set(open);
    for (let next = 0; next < open.length && !this.exhausted; next++) {
      const part = open[next];
      if (part === undefined) continue;
      waiting.delete(part);
      if (!this.#end(part, now, ends(part))) continue;
      for (const user of this.#told(part, now.statuses)) {
        if (waiting.has(user)) continue;
        waiting.add(user);
        open.push(user);
      }
    }
  }

  /** Brings a part to one of some ends, the best one that it can come to now; true where it could. */
  #end(part: number, now: State, ends: number): boolean {
    if (ends === 0 || ((now.statuses[part] ?? OPEN) & FINAL) !== 0) return false;
    let end = 0;
    for (const { status } of this.events(part, now)) {
      if ((status & ends & DONE) === 0) continue;
      end = status;
      if (end === PASS) break;
    }
    if (end !== 0) now.statuses[part] = end;
    return end !== 0;
  }

  /** Brings the groups that a part is in up to date; gives those that look at the part, or at such a group. */
  #told(part: number, statuses: Uint8Array): number[] {
    return (this.model.users[part] ?? []).flatMap((user) => {
      const node = this.node(user);
      if (node.part.kind !== "group") return [user];
      const status = this.#ofMembers(node, statuses);
      const before = statuses[user];
      statuses[user] = status;
      return status === before ? [] : [...(this.model.users[user] ?? [])];
    });
  }

  #ofMembers({ members }: Node, statuses: Uint8Array): number {
    const all = members.reduce((mask, i) => mask | (statuses[i] ?? OPEN), 0);
    if ((all & FAIL) !== 0) return FAIL;
    if ((all & BLOCKED) !== 0) return BLOCKED;
    if ((all & ~DONE) === 0) return all === WAIVED ? WAIVED : PASS;
    return all === OPEN ? OPEN : RUNNING;
  }
}
