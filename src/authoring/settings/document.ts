// A settings file as its host reads it: JSON, with comments and trailing commas, and where each value stands.
import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The keys that lead to a value in a document. */
export type Path = readonly string[];

/** What is wrong, in words, and where: an offset in UTF-16 units. */
export interface SettingsProblem {
  readonly problem: string;
  readonly offset: number;
}

/** The largest settings file that is read, in UTF-16 units. */
const MOST = 4_000_000;

/** Why a text is no document; `undefined` for an empty one, else its root. Never throws. */
export function readDocument(text: string): { readonly root: Node | undefined } | SettingsProblem {
  if (text.length > MOST) return { problem: `it has ${text.length} characters`, offset: 0 };
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  } catch {
    return { problem: "it is nested too deeply", offset: 0 };
  }
  const [first] = errors;
  if (first !== undefined)
    return { problem: inWords(printParseErrorCode(first.error)), offset: first.offset };
  if (root !== undefined && root.type !== "object")
    return { problem: `it is ${kindOf(root)}, not an object`, offset: root.offset };
  return { root };
}

/** `CommaExpected` as "comma expected". */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
}

/** What a node is, for messages. */
export function kindOf(node: Node): string {
  return { array: "a list", object: "an object", null: "null" }[node.type as string] ?? `a ${node.type}`;
}

/** The value of a key: of several with one name the last one counts, as hosts read it. */
export function childOf(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== "object") return undefined;
  return object.children?.findLast((p) => p.children?.[0]?.value === key)?.children?.[1];
}

/** The value that a path leads to. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  return path.reduce(childOf, root);
}

/** The entries of a list; none where it is no list. */
export function entriesOf(node: Node | undefined): readonly Node[] {
  return node?.type === "array" ? (node.children ?? []) : [];
}

/** A node as a value. Keys keep their order; `__proto__` is a key like any other. */
export function jsonOf(node: Node): Json {
  if (node.type === "array") return (node.children ?? []).map(jsonOf);
  if (node.type !== "object") return node.value as Json;
  const entries = (node.children ?? []).flatMap((p): [string, Json][] => {
    const value = p.children?.[1];
    return value === undefined ? [] : [[String(p.children?.[0]?.value), jsonOf(value)]];
  });
  return Object.fromEntries(entries);
}

/** Whether two values are the same, whatever the order of their keys. */
export function isSame(a: Json, b: Json): boolean {
  return sorted(a) === sorted(b);
}

function sorted(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((v: Json) => sorted(v)).join(",")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${sorted(v)}`).join(",")}}`;
}
