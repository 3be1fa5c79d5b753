// The notation in which claims are looked for: words, `@sets` of phrases, holes in capitals, `~` for fillers, `…` for a
// few other words, `%` for what has been done.
import { Phrases } from "./phrases.ts";
import { setNamed } from "./vocabulary/all.ts";

/** S is one name, A and B are lists of them, V a value, T a time, Q a quotation, N a number. */
export type HoleName = "S" | "A" | "B" | "V" | "T" | "Q" | "N";

/** A form as a chain: what is expected, and what comes behind it. `undefined` behind is the end of the form. */
export type Link =
  | { readonly is: "phrases"; readonly phrases: Phrases; readonly next: Link | undefined }
  | { readonly is: "hole"; readonly hole: HoleName; readonly next: Link | undefined }
  | { readonly is: "fillers"; readonly next: Link | undefined }
  | { readonly is: "gap"; readonly next: Link | undefined }
  | { readonly is: "participle"; readonly next: Link | undefined }
  | { readonly is: "maybe"; readonly inner: Link | undefined; readonly next: Link | undefined };

/** Reads a form such as `S ~ @lasts ~ [for] T`. Throws on one that is not well written. */
export function parseForm(form: string): Link {
  const items: readonly string[] = form.match(/@\w+|[A-Z](?![a-z])|[a-z'][a-z'-]*|[[\](){}|,:~…%]/g) ?? [];
  let at = 0;
  const sequence = (close: string | undefined, next: Link | undefined): Link | undefined => {
    const item = items[at];
    if (item === undefined || item === close) {
      if (item !== close) throw new Error(`form ${form}: expected ${close}`);
      at++;
      return next;
    }
    at++;
    if (item === "[") {
      const start = at;
      skip("]");
      const rest = sequence(close, next);
      const end = at;
      at = start;
      const choice = items.slice(start, items.indexOf("]", start)).includes("|");
      const inner: Link | undefined = choice
        ? { is: "phrases", phrases: new Phrases(choices("]")), next: rest }
        : sequence("]", rest);
      at = end;
      return { is: "maybe", inner, next: rest };
    }
    const phrases = item === "(" ? choices(")") : item.startsWith("@") ? setOf(item.slice(1)) : undefined;
    const rest = sequence(close, next);
    if (item === "~") return { is: "fillers", next: rest };
    if (item === "…") return { is: "gap", next: rest };
    if (item === "%") return { is: "participle", next: rest };
    if (isHole(item)) return { is: "hole", hole: item, next: rest };
    return { is: "phrases", phrases: new Phrases(phrases ?? [item]), next: rest };
  };
  const skip = (close: string): void => {
    for (let depth = 1; depth > 0; at++) {
      const item = items[at];
      if (item === undefined) throw new Error(`form ${form}: expected ${close}`);
      depth += item === "[" ? 1 : item === close ? -1 : 0;
    }
  };
  /** Plain words and sets; where there is a choice, nothing else stands in brackets. */
  const choices = (close: string): string[] => {
    const found: string[] = [];
    let phrase: string[] = [];
    for (let item = items[at++]; ; item = items[at++]) {
      if (item === undefined) throw new Error(`form ${form}: expected ${close}`);
      if (item.startsWith("@")) found.push(...setOf(item.slice(1)));
      else if (item !== "|" && item !== close) phrase.push(item);
      if (item !== "|" && item !== close) continue;
      if (phrase.length > 0) found.push(phrase.join(" "));
      phrase = [];
      if (item === close) return found;
    }
  };
  const whole = sequence(undefined, undefined);
  if (whole === undefined) throw new Error("an empty form");
  return whole;
}

function isHole(item: string): item is HoleName {
  return ["S", "A", "B", "V", "T", "Q", "N"].includes(item);
}

function setOf(name: string): readonly string[] {
  const found = setNamed(name);
  if (found === undefined) throw new Error(`no set @${name}`);
  return found;
}
