// What comes before what: by the definitions where they say it, else by what the prose says.
import type { Claim, OrderOf } from "./claim.ts";
import type { Needs } from "./defined/needs.ts";
import type { Thing } from "./things.ts";

/** How many steps all questions together may take. */
const MOST = 2_000_000;

export class KnownOrder implements OrderOf {
  readonly #needs: Needs;
  /** What prose says comes before each part, where its playbook's definitions say nothing. */
  readonly #said = new Map<string, Thing[]>();
  readonly #above = new Map<string, ReadonlySet<string>>();
  #steps = 0;

  constructor(needs: Needs, claims: readonly Claim[]) {
    this.#needs = needs;
    for (const { kind, subject, value, by } of claims) {
      if (kind !== "order" || by !== "prose" || value.how === "not" || needs.speaks(subject.workflow))
        continue;
      const known = this.#said.get(subject.key);
      if (known === undefined) this.#said.set(subject.key, [...value.parts]);
      else known.push(...value.parts);
    }
  }

  isBefore(before: Thing, after: Thing): boolean | undefined {
    return this.#allBefore(after)?.has(before.key);
  }

  atOnce(part: Thing): readonly Thing[] {
    const found = new Map<string, Thing>();
    const open = [part];
    for (let gate = open.pop(); gate !== undefined; gate = open.pop()) {
      if (gate.part?.kind !== "gate") continue;
      for (const before of this.#before(gate)) {
        if (found.has(before.key)) continue;
        found.set(before.key, before);
        open.push(before);
      }
    }
    return [...found.values()];
  }

  #before(part: Thing): readonly Thing[] {
    return this.#said.get(part.key) ?? this.#needs.before(part);
  }

  #allBefore(part: Thing): ReadonlySet<string> | undefined {
    const known = this.#above.get(part.key);
    if (known !== undefined) return known;
    const found = new Set<string>();
    const open = [part];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const before of this.#before(next)) {
        if (++this.#steps > MOST) return undefined;
        if (found.has(before.key)) continue;
        found.add(before.key);
        open.push(before);
      }
    }
    this.#above.set(part.key, found);
    return found;
  }
}
