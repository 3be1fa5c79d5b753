// Anchors of headings, as GitHub makes them.

/** Gives each heading of a page its anchor, in the order of the page: lower case, no punctuation, blanks as dashes. */
export class Anchors {
  readonly #used = new Map<string, number>();

  /** The anchor of the next heading. One that is taken gets a number. */
  of(heading: string): string {
    const plain = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
      .replaceAll(" ", "-");
    let anchor = plain;
    for (let n = this.#used.get(plain) ?? 0; this.#used.has(anchor); ) {
      n += 1;
      anchor = `${plain}-${n}`;
      this.#used.set(plain, n);
    }
    this.#used.set(anchor, 0);
    return anchor;
  }
}
