// Tags of one's own around instructions, such as `<rules>`: agents read what stands in them, and so does an import.
import type { Nodes } from "mdast";
import type { Above } from "./context.ts";
import { isGeneral } from "./general.ts";

/** Tags of HTML: what stands in them stays as it is. */
const HTML: ReadonlySet<string> = new Set(
  (
    "a abbr address article aside audio b base blockquote body br button canvas caption center cite code col colgroup data " +
    "datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 " +
    "head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav noscript object ol optgroup " +
    "option output p param picture pre progress q s samp script search section select small source span strike strong style sub " +
    "summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr"
  ).split(" "),
);
const TAG = /<(\/?)([A-Za-z][\w-]{0,60})(?:\s[^<>]{0,200})?>/g;
/** More are no tags that anybody wrote. */
const DEEPEST = 20;

export interface Tags {
  /** The text with blanks in the place of lines that are nothing but tags: of the same length. */
  readonly inner: string;
  readonly opened: readonly string[];
  readonly closed: readonly string[];
}

/** The tags of a piece of HTML; undefined where it has none but those of HTML. */
export function ownTags(html: string): Tags | undefined {
  const opened: string[] = [];
  const closed: string[] = [];
  let isOwn = false;
  const lines = html.split("\n").map((line) => {
    const names = [...line.matchAll(TAG)];
    const isAlone = names.length > 0 && line.replace(TAG, "").trim() === "";
    if (!isAlone || names.some((m) => HTML.has((m[2] ?? "").toLowerCase()))) return line;
    isOwn = true;
    for (const [, slash, name = ""] of names) (slash === "" ? opened : closed).push(name);
    return " ".repeat(line.length);
  });
  return isOwn ? { inner: lines.join("\n"), opened, closed } : undefined;
}

/** Whether the words of a piece of HTML look like a rule. */
export function saysRules(html: string): boolean {
  const words = html.replace(TAG, " ");
  return /\b(?:never|always|must|do not|don['’]t|should not|forbidden|prohibited|ask before)\b/i.test(words);
}

/** The tags that are open at a place, as words above it: general ones such as `<rules>` limit nothing. */
export class OpenTags {
  #open: string[] = [];

  open(names: readonly string[]): void {
    this.#open = [...this.#open, ...names].slice(0, DEEPEST);
  }

  close(names: readonly string[]): void {
    for (const name of names) {
      const at = this.#open.lastIndexOf(name);
      if (at >= 0) this.#open = this.#open.slice(0, at);
    }
  }

  above(): Above[] {
    return this.#open.map((name) => {
      const words = name.replace(/[-_]/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2");
      const narrow = !isGeneral(words, () => false);
      return { text: `<${name}>`, lead: undefined, verb: "", more: false, narrow, forbids: false };
    });
  }
}

/** A node and all below it as they stand in the whole document: `lines` further down and `offset` signs further on. */
export function moved<T extends Nodes>(node: T, lines: number, offset: number): T {
  const { position } = node;
  const by = (p: { line: number; column: number; offset?: number | undefined }) => ({
    ...p,
    line: p.line + lines,
    offset: (p.offset ?? 0) + offset,
  });
  const own =
    position === undefined ? {} : { position: { start: by(position.start), end: by(position.end) } };
  const below = "children" in node ? { children: node.children.map((c) => moved(c, lines, offset)) } : {};
  return { ...node, ...own, ...below };
}
