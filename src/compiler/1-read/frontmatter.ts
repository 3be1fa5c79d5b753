// What a document says about itself between its two `---` lines.
import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from "yaml";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { brokenFrontmatter, foreignKey, invalidKeyValue, unknownKey } from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { isCalendarDate } from "./calendar.ts";
import { type DocumentKind, type Frontmatter, KINDS } from "./document.ts";
import type { SourceText } from "./source-text.ts";

const KEYS = ["kind", "owner", "review-by", "applies-to", "expect-sections"];
const SECTIONS = ["all", "any"] as const;

type At = (range: readonly number[] | null | undefined) => ReturnType<SourceText["at"]>;
type Report = (d: Diagnostic) => void;

/** Reads the YAML text that stands at `offset`. Every value stays a string, so that version 4.20 is not 4.2. */
export function readFrontmatter(
  yaml: string | undefined,
  offset: number,
  source: SourceText,
  report: Report,
): Frontmatter {
  const fallback = { kind: kindOfFolder(source.file) ?? "playbook" };
  if (yaml === undefined || yaml.trim() === "") return fallback;
  const at: At = (range) => source.at(offset + (range?.[0] ?? 0), offset + (range?.[1] ?? yaml.length));
  const parsed = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  const error = parsed.errors[0];
  if (error !== undefined || !isMap(parsed.contents)) {
    const reason = error?.message.split("\n")[0] ?? "it holds no keys";
    report(brokenFrontmatter(at(error === undefined ? undefined : startOf(error.pos, parsed)), { reason }));
    return fallback;
  }
  const front = parsed.contents.items.map((pair) => readKey(pair, at, report));
  return Object.assign({}, fallback, ...front);
}

function readKey(pair: Pair, at: At, report: Report): Partial<Frontmatter> {
  const key = isScalar(pair.key) ? String(pair.key.value) : "";
  const keyRange = isScalar(pair.key) ? pair.key.range : undefined;
  if (!KEYS.includes(key)) {
    const near = nearNames(key, KEYS);
    if (near.length > 0)
      report(unknownKey(at(keyRange), { key, expected: oneOf(near.map((n) => `\`${n}\``)) }));
    else report(foreignKey(at(keyRange), { key }));
    return {};
  }
  const { value } = pair;
  const scalars = (isSeq(value) ? value.items : [value]).filter((v): v is Scalar => isScalar(v));
  const texts = scalars.map((scalar) => String(scalar.value).trim());
  const [text = ""] = texts;
  const refuse = (expected: string, found = text, hint?: string): Partial<Frontmatter> => {
    const range = isScalar(value) || isSeq(value) ? value.range : keyRange;
    const shown = found === "" || isSeq(value) ? found || "nothing" : `\`${found}\``;
    report(invalidKeyValue(at(range), { found: shown, key, expected }, { hint }));
    return {};
  };
  if (key === "applies-to") {
    const whole = !texts.includes("") && texts.length === (isSeq(value) ? value.items.length : 1);
    if (!whole || texts.length === 0)
      return refuse(
        "a glob such as `src/**`, or a list of them",
        isSeq(value) ? "a list with no glob or an empty one" : "",
      );
    return { appliesTo: texts };
  }
  if (!isScalar(value) || text === "") return refuse("one value", isSeq(value) ? "a list" : "");
  if (key === "owner") return { owner: text };
  if (key === "review-by")
    return isCalendarDate(text) ? { reviewBy: text } : refuse("a date such as `2026-03-17`");
  if (key === "expect-sections") {
    const sections = SECTIONS.find((s) => s === text);
    if (sections !== undefined) return { sections };
    return refuse(oneOf(SECTIONS.map((s) => `\`${s}\``)), text, didYouMean(text, SECTIONS));
  }
  const kind = KINDS.find((k) => k === text);
  const known = oneOf(KINDS.map((k) => `\`${k}\``));
  if (kind !== undefined) return { kind, said: true };
  refuse(known, text, didYouMean(text, KINDS));
  // What was meant goes on, so that its entries and dates are read as such.
  const meant = KINDS.find((k) => k === nearNames(text, KINDS)[0]);
  return meant === undefined ? {} : { kind: meant, said: true };
}

/** An error at the end of a value is one of the whole value. */
function startOf(place: readonly [number, number], { contents }: Document.Parsed): readonly number[] {
  const values = isMap(contents) ? contents.items.map((pair) => pair.value) : [];
  const value = values.find(
    (v) => isScalar(v) && v.range != null && v.range[0] < place[0] && place[0] <= v.range[1],
  );
  return isScalar(value) && value.range != null ? [value.range[0], place[1]] : place;
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

/** What the folders around a file say of its kind, the nearest first; undefined where none says anything. */
export function kindOfFolder(file: string): DocumentKind | undefined {
  for (const folder of file.split("/").slice(0, -1).reverse()) {
    if (folder === "learnings" || folder === "tools") return folder;
    if (["runbooks", "runbook", "alerts", "on-call", "oncall"].includes(folder)) return "runbook";
    if (folder === "playbooks") return "playbook";
  }
  return undefined;
}
