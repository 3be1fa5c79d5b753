// Which lines stand in a fence for certain: what stands there is no markup, however much of it there is.

const OPENS = /^(`{3,})[^`]*$|^(~{3,})/;
const CLOSES = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
/** Raw HTML that goes on over blank lines; what begins such a line behind markers counts, too. */
const RAW = /^[ \t>*+\-\d.)]*<(?:[!?]|(?:script|pre|style|textarea)\b)/i;
const WHOLE_COMMENT = /^[ \t]*<!--(?:[^-]|-(?!->))*-->[ \t]*$/;
const HEADING = /^#{1,6}[ \t]/;

/**
 * Follows a text line by line. It holds only fences that nothing else can be: at the margin, behind a blank line or a
 * heading, outside of frontmatter, and with no raw HTML in front of them that may still be open.
 */
export class FenceLines {
  #fence: string | undefined;
  #frontmatter: string | undefined;
  #isFirst = true;
  #isRaw = false;
  #isFree = true;

  /** Whether a line is the content of a fence. Lines are given in order, without their ends. */
  holds(line: string): boolean {
    if (this.#fence !== undefined) {
      const close = CLOSES.exec(line)?.[1];
      if (close === undefined || close[0] !== this.#fence[0] || close.length < this.#fence.length)
        return true;
      this.#fence = undefined;
      this.#isFree = true;
      return false;
    }
    this.#follow(line);
    return false;
  }

  #follow(line: string): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (isFirst && /^(?:---|\+\+\+)[ \t]*$/.test(line)) {
      this.#frontmatter = line.trim();
      return;
    }
    if (this.#frontmatter !== undefined) {
      if (line.trim() === this.#frontmatter) this.#frontmatter = undefined;
      return;
    }
    // A return alone ends a line for the parser, too: such a text is several lines.
    if (line.includes("\r") || (RAW.test(line) && !WHOLE_COMMENT.test(line))) this.#isRaw = true;
    const [, ticks, tildes] = OPENS.exec(line) ?? [];
    const sign = ticks ?? tildes;
    if (sign !== undefined && this.#isFree && !this.#isRaw) this.#fence = sign;
    this.#isFree = line.trim() === "" || HEADING.test(line);
  }
}
