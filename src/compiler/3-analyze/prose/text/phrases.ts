// Phrases as a tree of their words, so that looking for one of many costs as much as the longest is long.

/** What may follow a word: `ends` is true where a phrase ends with it. */
interface Branch {
  ends: boolean;
  readonly next: Map<string, Branch>;
}

export class Phrases {
  readonly #root: Branch = { ends: false, next: new Map() };

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      let branch = this.#root;
      for (const word of phrase.split(" ")) {
        const known = branch.next.get(word) ?? { ends: false, next: new Map<string, Branch>() };
        branch.next.set(word, known);
        branch = known;
      }
      branch.ends = true;
    }
  }

  /** The first words of all phrases. */
  firstWords(): Iterable<string> {
    return this.#root.next.keys();
  }

  /** How many words each phrase has that stands at a place, the longest first. `wordAt` gives the words from there on. */
  lengthsAt(wordAt: (index: number) => string | undefined): number[] {
    const lengths: number[] = [];
    let branch: Branch | undefined = this.#root;
    for (let i = 0; branch !== undefined; i++) {
      if (branch.ends) lengths.unshift(i);
      const word = wordAt(i);
      branch = word === undefined ? undefined : branch.next.get(word);
    }
    return lengths;
  }
}
