// Puts values into a settings file and leaves every character that was there.
import type { Node } from "jsonc-parser";
import { type Json, kindOf, type Path, readDocument, type SettingsProblem } from "./document.ts";
import { type Draft, put } from "./draft.ts";
import { beginsLine, between, indentAt, type Layout, layoutOf, print } from "./layout.ts";

/** What is to be added: entries at the end of a list, or keys of an object. */
export type Addition =
  | { readonly list: Path; readonly entries: readonly Json[] }
  | { readonly object: Path; readonly values: readonly { readonly key: string; readonly value: Json }[] };

/** A draft with an addition, and the paths of the lists and objects that had to be made for it, the outermost first. */
export interface Added {
  readonly draft: Draft;
  readonly made: readonly Path[];
}

/** Adds to a document. A problem is an object or list that is something else. */
export function add(draft: Draft, addition: Addition): Added | SettingsProblem {
  const layout = layoutOf(draft.text);
  const isList = "list" in addition;
  const found = container(
    draft,
    isList ? addition.list : addition.object,
    isList ? "array" : "object",
    layout,
  );
  if ("problem" in found) return found;
  const texts = (indent: string): string[] =>
    isList
      ? addition.entries.map((entry) => print(entry, indent, layout))
      : addition.values.map(({ key, value }) => `${JSON.stringify(key)}: ${print(value, indent, layout)}`);
  return { draft: append(found.draft, found.node, texts, layout), made: found.made };
}

type Found = Added & { readonly node: Node };

/** The list or object at a path, made where it isn't there. */
function container(
  given: Draft,
  path: Path,
  type: "array" | "object",
  layout: Layout,
): Found | SettingsProblem {
  let draft = given;
  let root = rootOf(draft);
  if ("problem" in root) return root;
  if (root.node === undefined) {
    draft = put(draft, 0, `{}${draft.text === "" ? layout.eol : ""}`);
    root = rootOf(draft);
    if ("problem" in root) return root;
  }
  const made: Path[] = [];
  let node = root.node;
  for (const [i, key] of path.entries()) {
    const wanted = i === path.length - 1 ? type : "object";
    const here = path.slice(0, i + 1);
    let property = lastProperty(node, key);
    if (property === undefined && node !== undefined) {
      const empty = `${JSON.stringify(key)}: ${wanted === "array" ? "[]" : "{}"}`;
      draft = append(draft, node, () => [empty], layout);
      made.push(here);
      const again = rootOf(draft);
      if ("problem" in again) return again;
      node = path
        .slice(0, i)
        .reduce((n: Node | undefined, k) => lastProperty(n, k)?.children?.[1], again.node);
      property = lastProperty(node, key);
    }
    const value = property?.children?.[1];
    if (value === undefined || value.type !== wanted) {
      const expected = wanted === "array" ? "a list" : "an object";
      const found = value === undefined ? "nothing" : kindOf(value);
      return {
        problem: `\`${here.join(".")}\` is ${found}, expected ${expected}`,
        offset: value?.offset ?? 0,
      };
    }
    node = value;
  }
  return node === undefined ? { problem: "it is empty", offset: 0 } : { draft, made, node };
}

function rootOf({ text }: Draft): { readonly node: Node | undefined } | SettingsProblem {
  const read = readDocument(text);
  return "problem" in read ? read : { node: read.root };
}

function lastProperty(object: Node | undefined, key: string): Node | undefined {
  return object?.children?.findLast((p) => p.children?.[0]?.value === key);
}

/** Adds texts behind the last child of a list or an object. */
function append(
  draft: Draft,
  node: Node,
  textsAt: (indent: string) => readonly string[],
  layout: Layout,
): Draft {
  const { text } = draft;
  const { eol, step } = layout;
  const close = node.offset + node.length - 1;
  const base = indentAt(text, node.offset);
  const last = node.children?.at(-1);
  const indent =
    last !== undefined && beginsLine(text, last.offset) ? indentAt(text, last.offset) : base + step;
  const start = last === undefined ? node.offset + 1 : last.offset + last.length;
  const { end, comma } = between(text, start, close);
  const isTrailing = last !== undefined && comma !== undefined;
  // From behind, so that the offsets hold.
  let next = draft;
  if (!/[\r\n]/.test(text.slice(end, close))) next = put(next, close, `${eol}${base}`);
  const added = textsAt(indent).map((t) => `${eol}${indent}${t}`);
  next = put(next, end, `${added.join(",")}${isTrailing ? "," : ""}`);
  return last === undefined || isTrailing ? next : put(next, start, ",");
}
