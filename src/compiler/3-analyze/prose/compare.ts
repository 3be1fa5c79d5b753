// Which claims contradict each other.
import type { Claim, ClaimKind, ClaimOf, Conflict, Kind, OrderOf, Values } from "./claim.ts";
import { inWords, KINDS } from "./kinds/all.ts";

/** Two claims that can't both be right. `one` is prose; `other` a definition, or prose that stands in front of it. */
export interface Contradiction {
  readonly one: Claim;
  readonly other: Claim;
  readonly says: string;
  readonly otherSays: string;
  readonly otherSource: Claim["source"];
}

/** Of how many different claims about one thing each further one is held against. */
const MOST_DIFFERENT = 40;

/** All contradictions, those of one thing and kind together. */
export function contradictions(claims: readonly Claim[], order: OrderOf): Contradiction[] {
  const groups = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.kind} ${claim.subject.key}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [claim]);
    else known.push(claim);
  }
  return [...groups.values()].flatMap((group) => withinGroup(group, order));
}

function withinGroup(group: readonly Claim[], order: OrderOf): Contradiction[] {
  const defined = group.filter((c) => c.by === "definition");
  const said = group.filter((c) => c.by === "prose");
  if (defined.length > 0)
    return said.flatMap((one) =>
      defined.flatMap((other) => (isOver(one, other) ? [] : between(one, other, order))).slice(0, 1),
    );
  return amongProse(said, order);
}

/** Each claim against those in front of it that say something else; what repeats an earlier one is not said again. */
function amongProse(said: readonly Claim[], order: OrderOf): Contradiction[] {
  const different = new Map<string, Claim>();
  const found: Contradiction[] = [];
  for (const one of said) {
    const says = `${one.date ?? ""} ${inWords(one)}`;
    if (different.has(says) || different.size >= MOST_DIFFERENT) continue;
    // What a later entry says is learnt since, and no contradiction.
    const earlier = [...different.values()].filter((other) => isMeantFor(one, other));
    const [first] = earlier.flatMap((other) => between(one, other, order));
    if (first !== undefined) found.push(first);
    different.set(says, one);
  }
  return found;
}

/** Whether what is said of a definition was said before it became what it is. */
function isOver(one: Claim, other: Claim): boolean {
  return one.date !== undefined && other.date !== undefined && one.date < other.date;
}

/** Whether two claims are about one time. What a later entry says is learnt since, but of what lasts until it is replaced. */
function isMeantFor(one: Claim, other: Claim): boolean {
  if (one.date === other.date) return true;
  const { lasts } = KINDS[one.kind];
  return lasts === true && !isReplaced(one, other) && !isReplaced(other, one);
}

function isReplaced({ date }: Claim, { replaces }: Claim): boolean {
  return replaces === "all" || (replaces !== undefined && date !== undefined && replaces.has(date));
}

function between(one: Claim, other: Claim, order: OrderOf): Contradiction[] {
  const conflict = conflictOf(one, other, order);
  if (conflict === undefined) return [];
  const otherSays = conflict.says ?? inWords(other);
  return [{ one, other, says: inWords(one), otherSays, otherSource: conflict.source ?? other.source }];
}

function conflictOf(one: Claim, other: Claim, order: OrderOf): Conflict | undefined {
  return one.kind === other.kind ? sameKind(one, other as typeof one, order) : undefined;
}

function sameKind<K extends ClaimKind>(
  one: ClaimOf<K>,
  other: ClaimOf<K>,
  order: OrderOf,
): Conflict | undefined {
  const kind: Kind<Values[K]> = KINDS[one.kind];
  return kind.conflict(one.value, other.value, one.subject, order);
}
