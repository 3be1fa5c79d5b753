// Which statuses each part can come to at most, each need taken by itself: grown from a moment until nothing is new.
// What is not among them can never be; what is may still not be, where needs exclude each other.
import {
  ALL,
  BLOCKED,
  DONE,
  FAIL,
  FINAL,
  type Goal,
  OPEN,
  PASS,
  RUNNING,
  satisfy,
  WAIVED,
} from "./expression.ts";
import type { Model, Node } from "./model.ts";
import type { Budget, State } from "./state.ts";

/** The statuses that each part can come to, as masks; where `only` is given those of some parts, all others stay. */
export function possibleFrom(
  { statuses }: Pick<State, "statuses">,
  model: Model,
  budget: Budget,
  only?: ReadonlySet<number>,
): Uint8Array {
  const possible = statuses.slice();
  const can = (goals: readonly Goal[]): boolean => canMeet(goals, possible, model, budget);
  const open = only === undefined ? [...model.nodes.keys()] : [...only];
  const waiting = new Set(open);
  for (let next = 0; next < open.length && budget.left > 0; next++) {
    const part = open[next];
    const node = part === undefined ? undefined : model.nodes[part];
    if (part === undefined || node === undefined) continue;
    waiting.delete(part);
    const before = possible[part] ?? OPEN;
    const grown = before | (node.part.kind === "group" ? ofMembers(node, possible) : grow(node, before, can));
    if (grown === before) continue;
    possible[part] = grown;
    for (const user of [part, ...(model.users[part] ?? [])]) {
      if (waiting.has(user) || only?.has(user) === false) continue;
      waiting.add(user);
      open.push(user);
    }
  }
  return possible;
}

/** Whether goals can be met where each part has any of the statuses that it can come to. */
export function canMeet(goals: readonly Goal[], possible: Uint8Array, model: Model, budget: Budget): boolean {
  const known = {
    statusOf: (part: number) => possible[part] ?? OPEN,
    sizeOf: (variable: number) => model.variables.sizeOf(variable),
    count: () => budget.left--,
  };
  return satisfy(goals, known, new Map()) !== undefined;
}

/** Whether goals can be met where every part may have any status. */
export function canMeetFreely(goals: readonly Goal[], { variables }: Model): boolean {
  const sizeOf = (variable: number): number => variables.sizeOf(variable);
  return satisfy(goals, { statusOf: () => ALL, sizeOf, count: () => undefined }, new Map()) !== undefined;
}

function grow(node: Node, possible: number, can: (goals: readonly Goal[]) => boolean): number {
  const turn = node.needs.map(({ expression }): Goal => ({ expression, wanted: true }));
  const when = node.when.map(({ expression }): Goal => ({ expression, wanted: true }));
  // Of an end nothing more comes, but that a failure may be waived.
  const isOpen = (possible & ~FINAL) !== 0;
  const begins = isOpen && can([...turn, ...when]);
  if (node.part.kind !== "task") return begins ? PASS : 0;
  let to = begins || (possible & RUNNING) !== 0 ? node.runs : 0;
  const begun = begins || (possible & (RUNNING | BLOCKED)) !== 0;
  for (const { status, expression } of node.byFacts) {
    const may = begun || (status === WAIVED && (possible & FAIL) !== 0);
    if (may && can([{ expression, wanted: true }])) to |= status;
  }
  const of = node.when.map((w) => w.expression);
  if (
    of.length > 0 &&
    (possible & OPEN) !== 0 &&
    can([...turn, { expression: { is: "all", of }, wanted: false }])
  )
    to |= WAIVED;
  return to;
}

function ofMembers({ members }: Node, possible: Uint8Array): number {
  const masks = members.map((i) => possible[i] ?? OPEN);
  const some = masks.reduce((all, mask) => all | mask, 0);
  const every = masks.reduce((all, mask) => all & mask, ~0);
  const done = masks.every((mask) => (mask & DONE) !== 0);
  const apart = masks.length > 1 && (some & OPEN) !== 0 && (some & DONE) !== 0;
  const running = (some & RUNNING) !== 0 || apart;
  return (
    (some & (FAIL | BLOCKED)) |
    (every & (OPEN | WAIVED)) |
    (done && (some & PASS) !== 0 ? PASS : 0) |
    (running ? RUNNING : 0)
  );
}
