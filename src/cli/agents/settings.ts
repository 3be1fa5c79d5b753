// Adds names to a list in a JSON file of settings; comments, other keys and the layout stay as they are.
import { applyEdits, modify, type ParseError, parse, printParseErrorCode } from "jsonc-parser";

/** The largest file of settings that is read, in UTF-16 units. */
const MOST = 4_000_000;

export interface SettingsProblem {
  readonly problem: string;
  readonly offset: number;
}

/**
 * The text with a list at `path` that holds the first of `names`; a list that isn't there gets all of them. One text in
 * place of a list becomes its first member.
 */
export function withNames(
  text: string,
  path: readonly string[],
  names: readonly string[],
): { readonly text: string } | SettingsProblem {
  if (text.length > MOST) return { problem: `it has ${text.length} characters`, offset: 0 };
  const bom = text.startsWith("\ufeff") ? "\ufeff" : "";
  const body = text.slice(bom.length);
  const errors: ParseError[] = [];
  const data: unknown = readSettings(body, errors);
  const [first] = errors;
  if (first !== undefined) {
    const words = printParseErrorCode(first.error)
      .replace(/([a-z])([A-Z])/g, "$1 $2")
      .toLowerCase();
    return { problem: words, offset: first.offset };
  }
  const wrong = [[], ...path.slice(0, -1).map((_, i) => path.slice(0, i + 1))].find(
    (p) => !isObject(at(data, p)),
  );
  if (wrong !== undefined && at(data, wrong) !== undefined)
    return { problem: `${wrong.length === 0 ? "it" : `\`${wrong.join(".")}\``} is no object`, offset: 0 };
  const there = at(data, path);
  const [needed = ""] = names;
  if (Array.isArray(there) && there.includes(needed)) return { text };
  if (there === needed) return { text };
  const value = Array.isArray(there)
    ? [...there, needed]
    : typeof there === "string"
      ? [there, needed]
      : names;
  if (there !== undefined && !Array.isArray(there) && typeof there !== "string")
    return { problem: `\`${path.join(".")}\` is no list`, offset: 0 };
  const eol = /\r\n/.test(body) ? "\r\n" : "\n";
  const step = /\n([ \t]+)"/.exec(body)?.[1] ?? "  ";
  const formattingOptions = { insertSpaces: !step.includes("\t"), tabSize: step.length, eol };
  const edited = applyEdits(body, modify(body, [...path], value, { formattingOptions }));
  const again: unknown = at(readSettings(edited, []), path);
  if (!Array.isArray(again) || !again.includes(needed))
    return { problem: `\`${path.join(".")}\` stands there twice`, offset: 0 };
  return { text: bom + (edited.endsWith("\n") ? edited : `${edited}${eol}`) };
}

function readSettings(text: string, errors: ParseError[]): unknown {
  try {
    return parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch {
    errors.push({ error: 1, offset: 0, length: 0 });
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(data: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    data,
  );
}
