// What all pages are made of. Elements are trees: no text of a source is ever read as markup.
import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { Decision, Source } from "../policy/types.ts";

type Child = ElementContent | string | undefined;

/** Marks what only people with a browser have a use for: it is left out of the Markdown beside a page. */
export const ONLY_HERE = { dataMdast: "ignore" } as const;

/** The address of a page in a tree; it becomes relative when the page is written. */
export function siteAddress(path: string, hash?: string): string {
  return `site:${path}${hash === undefined ? "" : `#${hash}`}`;
}

/** A link to a page. */
export function link(path: string, ...children: Child[]): Element {
  return h("a", { href: siteAddress(...splitHash(path)) }, children);
}

function splitHash(path: string): [string, string | undefined] {
  const at = path.indexOf("#");
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
}

/** A link where there is a page, else only the words. */
export function linkTo(path: string | undefined, ...children: Child[]): Element {
  return path === undefined ? h("span", children) : link(path, ...children);
}

/** Code that is longer may break where the line ends. */
const MOST_UNBROKEN = 34;

/** A text as code. */
export function code(text: string): Element {
  return h(staysTogether(text) ? "code.w" : "code", text);
}

/** Whether a piece of code is a short word, which no line should end in. */
export function staysTogether(text: string): boolean {
  return text.length <= MOST_UNBROKEN && !/\s/.test(text);
}

/** A sentence of a source: what stands between backticks is code, all else is text. */
export function prose(text: string): ElementContent[] {
  const parts = text.split("`");
  // An odd number of backticks leaves the last one as it is.
  const pairs = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  const shown: ElementContent[] = parts
    .slice(0, pairs)
    .map((part, i) => (i % 2 === 1 ? code(part) : { type: "text", value: part }));
  if (pairs < parts.length) shown.push({ type: "text", value: `\`${parts[pairs]}` });
  return shown.filter((n) => n.type !== "text" || n.value !== "");
}

const VERDICTS: Readonly<Record<Decision, string>> = {
  deny: "blocks",
  ask: "asks",
  warn: "warns",
  allow: "allows",
};

/** What comes of breaking a rule, as a word with a colour. */
export function badge(decision: Decision, words = VERDICTS[decision]): Element {
  return h(`span.badge.${decision}`, words);
}

/** A part of a page with its heading. */
export function section(title: string, id: string, ...children: Child[]): Element {
  return h("section", { ariaLabelledBy: id }, [h("h2", { id }, title), ...children]);
}

/** Names and what is said of each; those without anything are left out. */
export function facts(rows: readonly (readonly [string, readonly Child[] | undefined])[]): Element {
  const shown = rows.flatMap(([name, said]) =>
    said === undefined || said.length === 0 ? [] : [h("dt", name), h("dd", [...said])],
  );
  return h("dl.facts", shown);
}

/** A table that scrolls inside its frame where it is too wide. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (readonly Child[])[])[],
  label: string,
): Element {
  return frame(
    h("table", [
      h("thead", h("tr", [...head.map((name) => h("th", { scope: "col" }, name))])),
      h("tbody", [...rows.map((cells) => h("tr", [...cells.map((cell) => h("td", [...cell]))]))]),
    ]),
    label,
  );
}

/** What may be wider than the page, reached and scrolled with the keyboard. */
export function frame(child: Element, label: string): Element {
  return h("div.scroll", { tabIndex: 0, role: "group", ariaLabel: label }, [child]);
}

/** Where it stands in the sources. */
export function placeText({ file, line }: Source): string {
  return `${file}:${line}`;
}

/** A day that a browser knows to be one. */
export function day(date: string): Element {
  return h("time", { dateTime: date }, date);
}

/** "1 rule", "2 rules". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
