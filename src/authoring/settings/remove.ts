// Takes values out of a settings file, and replaces them, leaving every other character.
import type { Node } from "jsonc-parser";
import type { Json } from "./document.ts";
import { between, indentAt, type Layout, print } from "./layout.ts";

/** The text without an entry of a list, or without the property that a value belongs to: what `add` does, undone. */
export function removed(text: string, node: Node): string {
  const child = node.parent?.type === "property" ? node.parent : node;
  const siblings = child.parent?.children ?? [];
  const at = siblings.indexOf(child);
  const parent = child.parent;
  if (parent === undefined || at < 0) return text;
  const previous = siblings[at - 1];
  const from = previous === undefined ? parent.offset + 1 : previous.offset + previous.length;
  const before = between(text, from, child.offset);
  const end = child.offset + child.length;
  const limit = siblings[at + 1]?.offset ?? parent.offset + parent.length - 1;
  const after = between(text, end, limit);
  const start = before.end;
  const stop = after.comma === undefined ? end : after.comma + 1;
  // A comment behind the value, in front of its comma, goes with it. One that its line's end closes needs that end.
  const needsBreak = before.openComment && !/^[ \t]*[\r\n]/.test(text.slice(stop));
  const kept = needsBreak ? (/[\r\n]+/.exec(text.slice(start, child.offset))?.[0] ?? "\n") : "";
  const isLast = siblings[at + 1] === undefined;
  const needless = isLast && after.comma === undefined && previous !== undefined ? before.comma : undefined;
  const head =
    needless === undefined
      ? text.slice(0, start)
      : text.slice(0, needless) + text.slice(needless + 1, Math.max(start, needless + 1));
  return head + kept + text.slice(stop);
}

/** The text with another value in the place of one. */
export function replaced(text: string, node: Node, value: Json, layout: Layout): string {
  const printed = print(value, indentAt(text, node.offset), layout);
  return text.slice(0, node.offset) + printed + text.slice(node.offset + node.length);
}
