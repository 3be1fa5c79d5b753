// Trees and chains that are drawn with characters: what stands above or in front of an arrow comes before what it points at.
import type { Source } from "../../../../policy/types.ts";
import type { Drawing } from "../../../1-read/document.ts";
import type { Claim } from "../claim.ts";
import type { Thing } from "../things.ts";
import { claim, type Reading } from "./reading.ts";

/** How many lines are read, and how long each may be. */
const MOST_LINES = 2_000;
const LONGEST_LINE = 500;

const ARROW = /-{1,9}>|={1,9}>|→|⇒|─{0,9}▶/;
const DOWN = /^[\s│|↓▼v]+$/;
const BRANCH = /^[\s│|]*[├└`+]/;

/** The orders of a sketch, as weak as an arrow is: something may stand between. */
export function sketchClaims({ text, source }: Drawing, reading: Reading): Claim[] {
  const sketch = new Sketch(reading);
  for (const [i, whole] of text.split("\n").slice(0, MOST_LINES).entries()) {
    const line = whole.slice(0, LONGEST_LINE);
    const at = source.line + 1 + i;
    const column = source.column + (line.length - line.trimStart().length);
    const endColumn = source.column + line.trimEnd().length;
    sketch.read(line, { ...source, line: at, endLine: at, column, endColumn });
  }
  return sketch.claims;
}

/** A sketch as far as it is read. Names of anything but tasks, waits and gates are passed over, and so are words. */
class Sketch {
  readonly claims: Claim[] = [];
  readonly #reading: Reading;
  /** What the next arrow comes from. */
  #above: readonly Thing[] = [];
  /** Whether an arrow leads on from there. */
  #open = false;
  /** What the branches of a fork come from, and how many there have been. */
  #origin: readonly Thing[] = [];
  #branches = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  read(line: string, at: Source): void {
    const groups = line.split(ARROW).map((part) => this.#namesIn(part));
    if (line.trim() === "") this.#blank();
    else if (DOWN.test(line)) this.#down();
    // In parentheses below a line stands what that line means.
    else if (line.trimStart().startsWith("(")) this.#above = [...this.#above, ...groups.flat()];
    else if (BRANCH.test(line)) this.#branch(groups, at);
    else this.#chain(groups, at);
  }

  /** A blank line ends what no arrow leads on from. */
  #blank(): void {
    if (this.#open) return;
    this.#above = [];
    this.#branches = 0;
  }

  #down(): void {
    // Behind a fork it isn't said which of the branches leads on, unless the last one has no name.
    if (this.#branches > 0) this.#above = this.#above.length === 0 ? this.#origin : [];
    this.#branches = 0;
    this.#open = true;
  }

  #branch(groups: readonly (readonly Thing[])[], at: Source): void {
    if (this.#branches++ === 0) this.#origin = this.#above;
    const named = groups.filter((group) => group.length > 0);
    this.#above = named.length === 0 ? [] : this.#along(this.#origin, named, at);
    this.#open = false;
  }

  #chain(groups: readonly (readonly Thing[])[], at: Source): void {
    this.#above = this.#along(this.#open ? this.#above : [], groups, at);
    this.#branches = 0;
    this.#open = false;
  }

  /** Each group comes before the next; gives the last one that has names. */
  #along(from: readonly Thing[], groups: readonly (readonly Thing[])[], at: Source): readonly Thing[] {
    let before = from;
    for (const group of groups) {
      for (const subject of group) {
        const parts = before.filter((t) => t.key !== subject.key && t.playbook === subject.playbook);
        if (parts.length > 0)
          this.claims.push(claim("order", subject, { how: "later", parts }, at, this.#reading));
      }
      if (group.length > 0) before = group;
    }
    return before;
  }

  #namesIn(text: string): Thing[] {
    const { things, file } = this.#reading;
    return text.split(/[^\p{L}\p{N}_.-]+/u).flatMap((word) => {
      const found = word === "" ? undefined : things.known(word.replace(/^[-.]{1,9}|[-.]{1,9}$/g, ""), file);
      return found?.playbook === undefined ? [] : [found];
    });
  }
}
