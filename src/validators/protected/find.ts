// find and fd: whether what they delete, or hand to a program that changes files, may be protected.

import { PROTECTED_NAMES } from "./names.ts";
import { READERS } from "./programs.ts";
import type { Does, Seen } from "./seen.ts";
import { ANY, namesMeet } from "./segments.ts";
import { knownText, standingOf } from "./words.ts";

const NAME = /^-i?(?:name|wholename|path)$/;

export function findDoes(seen: Seen): Does | undefined {
  const { args } = seen.invocation;
  const texts = args.map(knownText);
  const action = texts.findIndex((t) =>
    /^(?:-delete|-exec(?:dir)?|-ok(?:dir)?|-fprint|-fls|-x|-X|--exec)/.test(t),
  );
  if (action < 0) return undefined;
  const verb = texts[action] ?? "";
  const deletes = verb === "-delete";
  const program = deletes ? "" : ((texts[action + 1] ?? "").split("/").pop() ?? "");
  if (!deletes && (READERS.has(program) || texts[action + 1] === undefined)) return undefined;
  const word = args[action];
  if (word === undefined) return undefined;
  if (/^-f(?:print|ls)/.test(verb)) {
    const target = args[action + 1];
    const standing = target === undefined ? "outside" : standingOf(target, seen.places, seen.from);
    return target !== undefined && standing !== "outside" ? { does: "changes", word: target } : undefined;
  }
  const first = args.findIndex((_, i) => (texts[i] ?? "").startsWith("-") && (texts[i] ?? "").length > 1);
  const starts = args.slice(0, first < 0 ? args.length : first);
  const places = starts.length === 0 ? [{ ...word, text: ".", glob: false }] : starts;
  const names = texts.flatMap((t, i) => (NAME.test(t) ? [texts[i + 1] ?? ""] : []));
  const negated = texts.some((t) => t === "!" || t === "-not" || t === "-o" || t === "-or");
  const mayMeet = names.length === 0 || negated || names.some(meetsProtected);
  for (const start of places) {
    const standing = standingOf(start, seen.places, seen.from);
    if (standing === "inside") return { does: "changes", word: start };
    if (standing !== "outside" && mayMeet)
      return { does: names.length === 0 && standing === "above" ? "changes" : "may change", word: start };
  }
  return undefined;
}

/** Whether a name with `*` and `?` may be that of something protected. */
function meetsProtected(text: string): boolean {
  const last = text.toLowerCase().split("/").pop() ?? "";
  const name = last.replace(/[*?]+|\[[^\]]{0,40}\]/g, ANY);
  return PROTECTED_NAMES.some((p) => namesMeet(name, p)) || text.includes("/");
}
