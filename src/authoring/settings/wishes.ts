// What shall stand in a settings file, what was put there, and which of what stands there is ours.
import type { Node } from "jsonc-parser";
import { childOf, entriesOf, isSame, type Json, jsonOf, nodeAt, type Path } from "./document.ts";
import type { Span } from "./draft.ts";

export type Wish =
  /** An entry of a list of hooks; known again by what it runs. */
  | { readonly type: "hook"; readonly list: Path; readonly entry: Json }
  /** An entry of a list that a person may have written too: then it stays theirs. */
  | { readonly type: "item"; readonly list: Path; readonly entry: string }
  /** A key that is only set where it isn't there. */
  | { readonly type: "property"; readonly object: Path; readonly key: string; readonly value: Json };

export type ItemWish = Extract<Wish, { type: "item" }>;
export type PropertyWish = Extract<Wish, { type: "property" }>;

/** What was put into a file. */
export interface Written {
  /** The hash of the whole text afterwards. */
  readonly sum: string;
  /** Where all that was put in stands in that text; missing where more was done than put in. */
  readonly spans?: readonly Span[];
  readonly items: readonly Omit<ItemWish, "type">[];
  readonly properties: readonly Omit<PropertyWish, "type">[];
  /** Lists and objects that were made for it, the outermost first. */
  readonly made: readonly Path[];
}

/** Whether a handler of a hook is ours. */
export type IsOwn = (handler: Json) => boolean;

/** Where hooks stand in every host's settings. */
const HOOKS = "hooks";

/** A hook of ours: the whole entry of its event's list, or one handler in an entry that has others too. */
export interface OwnHook {
  readonly event: string;
  readonly node: Node;
  readonly whole: boolean;
}

/** All hooks of ours in a document, in order. */
export function ownHooks(root: Node | undefined, isOwn: IsOwn): OwnHook[] {
  const hooks = childOf(root, HOOKS);
  if (hooks?.type !== "object") return [];
  return (hooks.children ?? []).flatMap((property) => {
    const event = String(property.children?.[0]?.value);
    return entriesOf(property.children?.[1]).flatMap((entry) => ownOf(entry, event, isOwn));
  });
}

function ownOf(entry: Node, event: string, isOwn: IsOwn): OwnHook[] {
  const handlers = childOf(entry, HOOKS);
  if (handlers?.type !== "array") return isOwn(jsonOf(entry)) ? [{ event, node: entry, whole: true }] : [];
  const own = entriesOf(handlers).filter((h) => isOwn(jsonOf(h)));
  if (own.length === 0) return [];
  if (own.length === entriesOf(handlers).length) return [{ event, node: entry, whole: true }];
  return own.map((node) => ({ event, node, whole: false }));
}

/** The handler in a wished entry, for a place where others stand beside it. */
export function handlerOf(entry: Json): Json {
  if (entry === null || typeof entry !== "object" || Array.isArray(entry)) return entry;
  const handlers = (entry as { readonly [key: string]: Json })[HOOKS];
  return Array.isArray(handlers) ? (handlers[0] ?? entry) : entry;
}

/** The entry of a list that is a text. */
export function itemNode(root: Node | undefined, list: Path, entry: string): Node | undefined {
  return entriesOf(nodeAt(root, list)).findLast((n) => n.value === entry && n.type === "string");
}

export function sameItem(a: Omit<ItemWish, "type">, b: Omit<ItemWish, "type">): boolean {
  return a.entry === b.entry && isSame(a.list, b.list);
}

export function sameKey(a: Omit<PropertyWish, "type">, b: Omit<PropertyWish, "type">): boolean {
  return a.key === b.key && isSame(a.object, b.object);
}
