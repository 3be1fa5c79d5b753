// What a drawing says: nodes with the words at them, and arrows between nodes. Which nodes are parts of a playbook is
// found out by their words; what stands between two of them on the way is passed over.

/** A node's words, the likeliest name first. Nodes of a group stand for all that is in it. */
export interface DrawnNode {
  readonly words: readonly string[];
}

export interface Drawn {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly arrows: readonly (readonly [from: string, to: string])[];
  /** Lines without a head, or with two. */
  readonly lines: readonly (readonly [string, string])[];
  /** Whether arrows have heads: a tree of bare lines may be meant from the root or towards it. */
  readonly headed: boolean;
}

/** From each name to those that an arrow leads to. */
export type Arrows = Map<string, Set<string>>;

export function add(arrows: Arrows, from: string, to: string): void {
  const known = arrows.get(from);
  if (known === undefined) arrows.set(from, new Set([to]));
  else known.add(to);
}

/** The names of a playbook's parts as drawings write them: "Stage testing" is `stage-testing`. */
export class PartNames {
  readonly #names = new Map<string, string | undefined>();
  readonly #isWaiting: (name: string) => boolean;

  /** `isWaiting` says which are waits and gates, for which a drawing may have a note. */
  constructor(names: Iterable<string>, playbook: string, isWaiting: (name: string) => boolean) {
    this.#isWaiting = isWaiting;
    for (const name of names) {
      const key = plain(name.startsWith(`${playbook}/`) ? name.slice(playbook.length + 1) : name);
      // Two that are written alike can't be told apart.
      this.#names.set(key, this.#names.has(key) ? undefined : name);
    }
  }

  /** The part that some words are the name of. */
  of(words: string): string | undefined {
    return this.#names.get(plain(words));
  }

  /** The one wait or gate whose name stands among some words; undefined where there is none, or several. */
  waitIn(words: string): string | undefined {
    const whole = `-${plain(words)}-`;
    const found = [...this.#names].filter(
      ([key, name]) => name !== undefined && this.#isWaiting(name) && whole.includes(`-${key}-`),
    );
    return found.length === 1 ? found[0]?.[1] : undefined;
  }
}

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[`"*]/g, "")
    .replace(/[\s_]+/g, "-");
}

/** The arrows between parts. */
export function arrowsBetween(
  { nodes, arrows, lines }: Drawn,
  names: PartNames,
): { readonly arrows: Arrows; readonly lines: Arrows } {
  const partOf = new Map<string, string>();
  for (const [id, { words }] of nodes) {
    const name = words.map((w) => names.of(w)).find((n) => n !== undefined);
    if (name !== undefined) partOf.set(id, name);
  }
  const raw: Arrows = new Map();
  for (const [from, to] of arrows) add(raw, from, to);
  const found: Arrows = new Map();
  for (const id of raw.keys()) {
    const from = partOf.get(id);
    if (from === undefined) continue;
    const seen = new Set(raw.get(id));
    for (const next of seen) {
      const to = partOf.get(next);
      if (to !== undefined) add(found, from, to);
      else for (const further of raw.get(next) ?? []) seen.add(further);
    }
  }
  const bare: Arrows = new Map();
  for (const [a, b] of lines) {
    const [one, other] = [partOf.get(a), partOf.get(b)];
    if (one === undefined || other === undefined) continue;
    add(bare, one, other);
    add(bare, other, one);
  }
  return { arrows: found, lines: bare };
}

/** All that a way of one arrow or more leads to. */
export function reachedFrom(from: string, ...all: readonly Arrows[]): ReadonlySet<string> {
  const seen = new Set(all.flatMap((arrows) => [...(arrows.get(from) ?? [])]));
  for (const name of seen)
    for (const arrows of all) for (const next of arrows.get(name) ?? []) seen.add(next);
  return seen;
}
