// Brings a settings file to what is wished, by adding to it; what is ours and out of date is replaced where it stands.
import type { Node } from "jsonc-parser";
import { isSame, jsonOf, nodeAt, type Path, readDocument, type SettingsProblem } from "./document.ts";
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
    for (const wish of wishes) {
      const problem = this.#fulfil(wish);
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

  #fulfil(wish: Wish): SettingsProblem | undefined {
    if (wish.type === "hook") return this.#hook(wish);
    if (wish.type === "item") {
      const mine = this.#before?.items.some((old) => sameItem(old, wish)) === true;
      const isThere = itemNode(this.#root, wish.list, wish.entry) !== undefined;
      if (mine || !isThere) this.items.push({ list: wish.list, entry: wish.entry });
      return isThere ? undefined : this.#add(wish);
    }
    const { object, key, value } = wish;
    const node = nodeAt(this.#root, [...object, key]);
    const old = this.#before?.properties.find((p) => sameKey(p, wish));
    if (node === undefined || old !== undefined) this.properties.push({ object, key, value });
    if (node === undefined) return this.#add(wish);
    if (isSame(jsonOf(node), value)) return undefined;
    if (old !== undefined && isSame(jsonOf(node), old.value)) {
      this.#rewrite(replaced(this.draft.text, node, value, layoutOf(this.draft.text)));
    } else this.left.push(wish);
    return undefined;
  }

  #hook(wish: Extract<Wish, { type: "hook" }>): SettingsProblem | undefined {
    const own = ownHooks(this.#root, this.#isOwn).find((h) => h.event === wish.list.at(-1));
    if (own === undefined) return this.#add(wish);
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
