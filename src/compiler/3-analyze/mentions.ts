// Names in texts: whether a text holds one of many names as words of its own.

const BREAKS = /[^\w-]+/;

/** Names by their first words, so that looking for them costs as much as the text is long and not as they are many. */
export class MentionedNames {
  readonly #byWord = new Map<string, Set<string>>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.add(name);
  }

  add(name: string): void {
    if (name === "") return;
    const word = wordsOf(name)[0] ?? "";
    const known = this.#byWord.get(word);
    if (known === undefined) this.#byWord.set(word, new Set([name]));
    else known.add(name);
  }

  /** Whether one of the names stands in a text. */
  in(text: string): boolean {
    if (this.#byWord.size === 0) return false;
    // Under "" stand the names without a letter of the Latin alphabet.
    return ["", ...new Set(wordsOf(text))].some((word) =>
      [...(this.#byWord.get(word) ?? [])].some((name) => stands(name, text)),
    );
  }
}

function wordsOf(text: string): string[] {
  return text.split(BREAKS).filter((word) => word !== "");
}

function stands(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? " ";
    const after = text[at + name.length] ?? " ";
    if (BREAKS.test(before) && BREAKS.test(after)) return true;
  }
  return false;
}
