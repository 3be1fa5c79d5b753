// How far the attempts on one sentence came, and what would have led further there.

/** More attempts than any sentence of a person needs; past it the sentence counts as not parsed. */
const STEP_LIMIT = 100_000;

export class Furthest {
  at = 0;
  readonly expected = new Set<string>();
  #steps = 0;

  /** Notes what was expected at a token; what lies behind the furthest one is forgotten. */
  miss(at: number, expected: string): undefined {
    if (at > this.at) {
      this.at = at;
      this.expected.clear();
    }
    if (at === this.at) this.expected.add(expected);
    return undefined;
  }

  /**
   * Runs an attempt at something that has a name of its own, such as a condition. Where it comes no further than where
   * it began, its name is what was expected there.
   */
  named<T>(at: number, name: string, attempt: () => T | undefined): T | undefined {
    const before = at === this.at ? [...this.expected] : [];
    const done = attempt();
    if (done === undefined && this.at === at) {
      this.expected.clear();
      for (const expected of [...before, name]) this.expected.add(expected);
    }
    return done;
  }

  /** Counts an attempt; false when there were too many. */
  step(): boolean {
    this.#steps++;
    return this.#steps <= STEP_LIMIT;
  }
}
