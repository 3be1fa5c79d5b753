// Edits that add words to an invocation, where its place in the text allows it.
import { quoteWord } from "../shell/quote.ts";
import type { Edit, Subject } from "./subject.ts";

/** Adds an option, and its values, as the last words of the invocation; in front of a `--` where there is one. */
export function addOption(option: string, values: readonly string[], subject: Subject): Edit[] {
  const { args, invocation } = subject;
  const words = [option, ...values].map(quoteWord).join(" ");
  if (args.end !== undefined) return args.end.exact ? at(args.end.range.start, `${words} `, subject) : [];
  const last = invocation.args[invocation.args.length - 1] ?? invocation.program;
  return last.exact ? at(last.range.end, ` ${words}`, subject) : [];
}

/** Adds values behind those that an option has. */
export function addValues(option: string, values: readonly string[], subject: Subject): Edit[] {
  const uses = subject.args.occurrences.filter((o) => o.name === option);
  const last = uses[uses.length - 1]?.last;
  if (last === undefined || !last.exact) return [];
  return at(last.range.end, ` ${values.map(quoteWord).join(" ")}`, subject);
}

/** Puts another word in place of one. */
export function replaceWord(
  range: { readonly start: number; readonly end: number },
  text: string,
  subject: Subject,
): Edit[] {
  const quoted = quoteWord(text);
  return fits(quoted, subject) ? [{ ...range, text: quoted }] : [];
}

function at(offset: number, text: string, subject: Subject): Edit[] {
  return fits(text, subject) ? [{ start: offset, end: offset, text }] : [];
}

/** Inside quotes only words that need none may be added. */
function fits(text: string, subject: Subject): boolean {
  const { quoting } = subject.invocation;
  return quoting === "none" || (quoting !== "other" && /^[A-Za-z0-9 _./:=@%+,-]*$/.test(text));
}
