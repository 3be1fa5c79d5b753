// Brings a settings file to what is wished, by adding to it; what is ours and out of date is replaced where it stands.
import type { Node } from "jsonc-parser";
import {
  entriesOf,
  isSame,
  type Json,
  jsonOf,
  nodeAt,
  type Path,
  readDocument,
  type SettingsProblem,
} from "./document.ts";
import { type Draft, draftOf, spansOf, withoutSpans } from "./draft.ts";
import { type Addition, add } from "./insert.ts";
import { layoutOf } from "./layout.ts";
import { removed, replaced } from "./remove.ts";
import {
  handlerOf,
  type IsOwn,
  type ItemWish,
  itemNode,
  ownHooks,
  type PropertyWish,
  sameItem,
  sameKey,
  type Wish,
  type Written,
} from "./wishes.ts";

export type Sha256 = (text: string) => string;

/** A settings file as it shall be, and what of it is ours. */
export interface Merged {
  readonly text: string;
  readonly written: Written;
  /** Wished keys that have another value already: a person's, which stays. */
  readonly left: readonly PropertyWish[];
}

const BOM = "\ufeff";

/**
 * Merges wishes into a text, `""` for a file that isn't there. With what was written before, and a text that is still
 * as it was then, all of that is taken out first, so that the result is what a first time gives.
 */
export function merge(
  current: string,
  wishes: readonly Wish[],
  before: Written | undefined,
  isOwn: IsOwn,
  sha256: Sha256,
): Merged | SettingsProblem {
  const isUntouched = before?.spans !== undefined && sha256(current) === before.sum;
  const bom = current.startsWith(BOM) ? BOM : "";
  const body = current.slice(bom.length);
  const base = isUntouched ? withoutSpans(body, before.spans ?? []) : body;
  const work = new Merge(base, isOwn, isUntouched ? undefined : before);
  const problem = work.run(wishes);
  if (problem !== undefined) return problem;
  const text = bom + work.draft.text;
  const { items, properties, made, left, isExact } = work;
  const spans = isExact ? { spans: spansOf(work.draft) } : {};
  return { text, left, written: { sum: sha256(text), ...spans, items, properties, made } };
}

/** Wishes for one list or object together, in the order of the first of each; every hook by itself. */
function grouped(wishes: readonly Wish[]): readonly (readonly Wish[])[] {
  const groups = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const at = wish.type === "property" ? wish.object : wish.list;
    const name = `${wish.type} ${JSON.stringify(at)}`;
    const group = groups.get(name) ?? [];
    group.push(wish);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** One merge: a draft that is changed step by step, each time read anew. */
class Merge {
  draft: Draft;
  /** Whether all that was done is adding, so far. */
  isExact: boolean;
  readonly items: Omit<ItemWish, "type">[] = [];
  readonly properties: Omit<PropertyWish, "type">[] = [];
  readonly made: Path[];
  readonly left: PropertyWish[] = [];
  readonly #isOwn: IsOwn;
  readonly #before: Written | undefined;

  constructor(text: string, isOwn: IsOwn, before: Written | undefined) {
    this.draft = draftOf(text);
    this.isExact = before === undefined;
    this.made = [...(before?.made ?? [])];
    this.#isOwn = isOwn;
    this.#before = before;
  }

  run(wishes: readonly Wish[]): SettingsProblem | undefined {
    const read = readDocument(this.draft.text);
    if ("problem" in read) return read;
    this.#removeStale(wishes);
    for (const group of grouped(wishes)) {
      const problem = this.#fulfil(group);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  get #root(): Node | undefined {
    const read = readDocument(this.draft.text);
    return "root" in read ? read.root : undefined;
  }

  /** Takes out what is ours and isn't wished any more, and all but one hook of an event. */
  #removeStale(wishes: readonly Wish[]): void {
    const hooks = wishes.filter((w) => w.type === "hook");
    const isStale = (event: string, at: number): boolean =>
      at > 0 || !hooks.some((w) => w.list.at(-1) === event);
    for (;;) {
      const own = ownHooks(this.#root, this.#isOwn);
      const stale = own.find((h) => isStale(h.event, own.filter((o) => o.event === h.event).indexOf(h)));
      if (stale === undefined) break;
      this.#rewrite(removed(this.draft.text, stale.node));
    }
    const items = wishes.filter((w) => w.type === "item");
    for (const old of this.#before?.items ?? []) {
      const node = itemNode(this.#root, old.list, old.entry);
      if (node !== undefined && !items.some((w) => sameItem(w, old)))
        this.#rewrite(removed(this.draft.text, node));
    }
    const properties = wishes.filter((w) => w.type === "property");
    for (const old of this.#before?.properties ?? []) {
      const node = nodeAt(this.#root, [...old.object, old.key]);
      const isOld = node !== undefined && isSame(jsonOf(node), old.value);
      if (isOld && !properties.some((w) => sameKey(w, old))) this.#rewrite(removed(this.draft.text, node));
    }
  }

  #fulfil(group: readonly Wish[]): SettingsProblem | undefined {
    const [first] = group;
    if (first?.type === "hook") return this.#hook(first);
    if (first?.type === "item")
      return this.#items(
        group.filter((w) => w.type === "item"),
        first.list,
      );
    if (first?.type === "property")
      return this.#properties(
        group.filter((w) => w.type === "property"),
        first.object,
      );
    return undefined;
  }

  #items(wishes: readonly ItemWish[], list: Path): SettingsProblem | undefined {
    const there = new Set(entriesOf(nodeAt(this.#root, list)).map((n): unknown => n.value));
    const mine = new Set(this.#before?.items.flatMap((i) => (isSame(i.list, list) ? [i.entry] : [])));
    const wanted = [...new Set(wishes.map((w) => w.entry))];
    const missing = wanted.filter((entry) => !there.has(entry));
    for (const entry of wanted) if (mine.has(entry) || !there.has(entry)) this.items.push({ list, entry });
    return missing.length === 0 ? undefined : this.#add({ list, entries: missing });
  }

  #properties(wishes: readonly PropertyWish[], object: Path): SettingsProblem | undefined {
    const node = nodeAt(this.#root, object);
    const there = new Set(node?.children?.map((p): unknown => p.children?.[0]?.value));
    const missing = new Map<string, Json>();
    for (const wish of wishes) {
      const { key, value } = wish;
      if (!there.has(key)) missing.set(key, value);
      else this.#property(wish);
    }
    const values = [...missing].map(([key, value]) => ({ key, value }));
    this.properties.push(...values.map((v) => ({ object, ...v })));
    return values.length === 0 ? undefined : this.#add({ object, values });
  }

  /** A key that is there: ours, and then it is brought up to date, or a person's. */
  #property(wish: PropertyWish): void {
    const { object, key, value } = wish;
    const node = nodeAt(this.#root, [...object, key]);
    const old = this.#before?.properties.find((p) => sameKey(p, wish));
    if (old !== undefined) this.properties.push({ object, key, value });
    if (node === undefined || isSame(jsonOf(node), value)) return;
    if (old !== undefined && isSame(jsonOf(node), old.value)) {
      this.#rewrite(replaced(this.draft.text, node, value, layoutOf(this.draft.text)));
    } else this.left.push(wish);
  }

  #hook(wish: Extract<Wish, { type: "hook" }>): SettingsProblem | undefined {
    const own = ownHooks(this.#root, this.#isOwn).find((h) => h.event === wish.list.at(-1));
    if (own === undefined) return this.#add({ list: wish.list, entries: [wish.entry] });
    const value = own.whole ? wish.entry : handlerOf(wish.entry);
    if (!isSame(jsonOf(own.node), value))
      this.#rewrite(replaced(this.draft.text, own.node, value, layoutOf(this.draft.text)));
    else this.isExact = false;
    return undefined;
  }

  #add(addition: Addition): SettingsProblem | undefined {
    const added = add(this.draft, addition);
    if ("problem" in added) return added;
    this.draft = added.draft;
    this.made.push(...added.made.filter((path) => !this.made.some((m) => isSame(m, path))));
    return undefined;
  }

  #rewrite(text: string): void {
    this.draft = draftOf(text);
    this.isExact = false;
  }
}
