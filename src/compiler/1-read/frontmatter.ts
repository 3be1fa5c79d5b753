// What a document says about itself between its two `---` lines.
import { type Document, isMap, isScalar, parseDocument } from "yaml";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { brokenFrontmatter, foreignKey, invalidKeyValue, unknownKey } from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { isCalendarDate } from "./calendar.ts";
import { type DocumentKind, KINDS } from "./document.ts";
import type { SourceText } from "./source-text.ts";

const KEYS = ["kind", "owner", "review-by", "applies-to"];

/** The kind of a document: from its frontmatter, else from the folder that it stands in. */
export interface Frontmatter {
  readonly kind: DocumentKind;
}

/** Reads the YAML text that stands at `offset`. Every value stays a string, so that version 4.20 is not 4.2. */
export function readFrontmatter(
  yaml: string | undefined,
  offset: number,
  source: SourceText,
  report: (d: Diagnostic) => void,
): Frontmatter {
  const fallback = kindOfFolder(source.file);
  if (yaml === undefined || yaml.trim() === "") return { kind: fallback };
  const at = (range: readonly number[] | null | undefined) =>
    source.at(offset + (range?.[0] ?? 0), offset + (range?.[1] ?? yaml.length));
  const parsed = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  const error = parsed.errors[0];
  if (error !== undefined || !isMap(parsed.contents)) {
    const reason = error?.message.split("\n")[0] ?? "it holds no keys";
    report(brokenFrontmatter(at(error === undefined ? undefined : startOf(error.pos, parsed)), { reason }));
    return { kind: fallback };
  }
  let kind = fallback;
  for (const pair of parsed.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const keyRange = isScalar(pair.key) ? pair.key.range : undefined;
    if (!KEYS.includes(key)) {
      const near = nearNames(key, KEYS);
      if (near.length > 0)
        report(unknownKey(at(keyRange), { key, expected: oneOf(near.map((n) => `\`${n}\``)) }));
      else report(foreignKey(at(keyRange), { key }));
      continue;
    }
    const value = isScalar(pair.value) ? String(pair.value.value) : "";
    if (key === "review-by" && !isCalendarDate(value)) {
      const range = isScalar(pair.value) ? pair.value.range : keyRange;
      const expected = "a day of the calendar as YYYY-MM-DD";
      report(invalidKeyValue(at(range), { found: shownValue(pair.value, value), key, expected }));
    }
    if (key !== "kind") continue;
    const known = KINDS.find((k) => k === value);
    if (known !== undefined) kind = known;
    else {
      kind = KINDS.find((k) => k === nearNames(value, KINDS)[0]) ?? fallback;
      const range = isScalar(pair.value) ? pair.value.range : keyRange;
      const expected = oneOf(KINDS.map((k) => `\`${k}\``));
      report(
        invalidKeyValue(
          at(range),
          { found: shownValue(pair.value, value), key, expected },
          { hint: didYouMean(value, KINDS) },
        ),
      );
    }
  }
  return { kind };
}

/** An error at the end of a value is one of the whole value. */
function startOf(place: readonly [number, number], { contents }: Document.Parsed): readonly number[] {
  const values = isMap(contents) ? contents.items.map((pair) => pair.value) : [];
  const value = values.find(
    (v) => isScalar(v) && v.range != null && v.range[0] < place[0] && place[0] <= v.range[1],
  );
  return isScalar(value) && value.range != null ? [value.range[0], place[1]] : place;
}

function shownValue(node: unknown, value: string): string {
  return isScalar(node) && value !== ""
    ? `\`${value}\``
    : isScalar(node) || node === null
      ? "nothing"
      : "several values";
}

/** Lines of frontmatter that nothing closes, or that don't begin on the first line. */
export function misplacedFrontmatter(
  text: string,
): { readonly reason: string; readonly start: number; readonly end: number } | undefined {
  const match = /^(\s*)---[ \t]*\r?\n(?=([A-Za-z-]+)[ \t]*:)/.exec(text);
  const key = match?.[2] ?? "";
  if (match === null || (!KEYS.includes(key) && nearNames(key, KEYS).length === 0)) return undefined;
  const start = match[1]?.length ?? 0;
  const reason = start === 0 ? "no line `---` closes it" : "it doesn't begin on the first line";
  return { reason, start, end: start + 3 };
}

function kindOfFolder(file: string): DocumentKind {
  for (const folder of file.split("/").slice(0, -1).reverse()) {
    if (folder === "learnings" || folder === "tools") return folder;
    if (folder === "runbooks") return "runbook";
    if (folder === "playbooks") return "playbook";
  }
  return "playbook";
}
