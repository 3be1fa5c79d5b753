// Checks that between the words of a command there is nothing that the parser passed over.
import type { Assignment, Command, Redirection, Word } from "unbash";
import type { Report } from "./report.ts";
import { MISREAD } from "./report.ts";

type Item = Word | Assignment | Redirection;

/** True for blanks and continued lines only. */
function isBlank(text: string, blanks: boolean): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.startsWith("\\\n", at)) at += 1;
    else if (!blanks || (text[at] !== " " && text[at] !== "\t")) return false;
  }
  return true;
}

function isRedirection(item: Item): item is Redirection {
  return item.type === "Redirect" || item.type === "HereString" || item.type === "HereDoc";
}

function checkPair(before: Item, after: Item, gap: string, report: Report): void {
  if (!isBlank(gap, true)) {
    report(before.end, after.pos, `${MISREAD}text between two words belongs to neither`);
    return;
  }
  if (!isBlank(gap, false)) return;
  const first = isRedirection(before);
  const second = isRedirection(after);
  if (!first && !second)
    report(before.end, after.end, `${MISREAD}two words stand without a blank between them`);
  else if (!first && second) {
    const continued = gap !== "" || before.text.endsWith("\\\n");
    const descriptor = /^[\d\\\n]+$/.test(before.text) || /\}(?:\\\n)*$/.test(before.text);
    if (continued && descriptor) report(before.pos, after.end, `${MISREAD}a redirection goes over two lines`);
  } else if (first && !second && before.type === "Redirect") {
    const substitution = before.target?.parts?.some((part) => part.type === "ProcessSubstitution");
    if (substitution) report(before.end, after.end, `${MISREAD}text stands right behind a substitution`);
  }
}

/** Checks the text between the words of one command. */
export function checkCommand(node: Command, source: string, report: Report): void {
  const [first] = node.name?.parts ?? [];
  if (first?.type === "ExtendedGlob")
    report(first.pos, first.end, `${MISREAD}a program's name starts with a pattern`);
  if (node.prefix.length === 0 && node.suffix.length === 0) return;
  const items: Item[] = [...node.prefix, ...(node.name === undefined ? [] : [node.name]), ...node.suffix];
  items.sort((a, b) => a.pos - b.pos);
  for (let index = 1; index < items.length; index++) {
    const before = items[index - 1];
    const after = items[index];
    if (before !== undefined && after !== undefined)
      checkPair(before, after, source.slice(before.end, after.pos), report);
  }
}

/** Checks one redirection. */
export function checkRedirection(node: Redirection, report: Report): void {
  if (node.type === "HereDoc") {
    if (node.closing === undefined) report(node.pos, node.end, "a here-document has no end");
    return;
  }
  const { target } = node;
  if (target === undefined) return;
  if (target.text === "") report(node.pos, node.end, `${MISREAD}a redirection has no file`);
  if (node.operator !== ">&" && node.operator !== "<&") return;
  const { text } = target;
  if (text.startsWith("-") && text.length > 1)
    report(node.pos, node.end, `${MISREAD}text stands right behind >&-`);
  const computed = /[`$\\'"]/.test(text);
  if (computed && !/^"?\$(?:\w+|\{\w+(?:\[\w+\])?\})"?-?$/.test(text)) {
    report(node.pos, node.end, `${MISREAD}the descriptor of a redirection is computed`);
  }
}
