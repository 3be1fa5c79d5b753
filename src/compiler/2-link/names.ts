// Names across documents: global, and written `document/name` where two documents have the same.
import type { Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { ambiguousName } from "../messages/generated.ts";

/** The name of a document: its file's name without folders and `.md`. */
export function documentName(file: string): string {
  return (file.split("/").pop() ?? file).replace(/\.md$/i, "");
}

/** What a look-up found: one thing, none, or several of the same name in other documents. */
export type Found<T> = { readonly thing: T; readonly name: string } | { readonly among: readonly string[] };

interface Named<T> {
  readonly thing: T;
  readonly document: string;
}

/** Things by name. A name that several documents give is qualified by the document's. */
export class Names<T extends { readonly source: Source }> {
  readonly #byName = new Map<string, Named<T>[]>();

  /** Adds a thing; returns the one that has the same name in the same document already. */
  add(name: string, thing: T): T | undefined {
    const document = documentName(thing.source.file);
    const known = this.#byName.get(name) ?? [];
    const twin = known.find((k) => k.document === document);
    if (twin !== undefined) return twin.thing;
    this.#byName.set(name, [...known, { thing, document }]);
    return undefined;
  }

  /** The name by which a thing is known to all documents. */
  qualified(name: string, document: string): string {
    return (this.#byName.get(name)?.length ?? 0) > 1 ? `${document}/${name}` : name;
  }

  /** Finds a name as it is written in a file: its own document's comes first. */
  find(written: string, file: string): Found<T> {
    const slash = written.indexOf("/");
    const bare = this.#byName.get(written) ?? [];
    const own = bare.find((n) => n.document === documentName(file));
    const [only] = bare;
    if (own !== undefined) return { thing: own.thing, name: this.qualified(written, own.document) };
    if (only !== undefined && bare.length === 1) return { thing: only.thing, name: written };
    if (bare.length > 1) return { among: bare.map((n) => `${n.document}/${written}`) };
    const [document, name] = [written.slice(0, slash), written.slice(slash + 1)];
    const named = slash < 0 ? undefined : this.#byName.get(name)?.find((n) => n.document === document);
    return named === undefined ? { among: [] } : { thing: named.thing, name: this.qualified(name, document) };
  }

  /** Every name, as it is written from outside. */
  *names(): Generator<string> {
    for (const [name, things] of this.#byName) for (const t of things) yield this.qualified(name, t.document);
  }

  /** Everything, in the order in which it was added. */
  *all(): Generator<readonly [string, T]> {
    for (const [name, things] of this.#byName) {
      for (const t of things) yield [this.qualified(name, t.document), t.thing];
    }
  }
}

/** What is said of a name that several documents give. */
export function ambiguous(at: Source, name: string, among: readonly string[]): Diagnostic {
  return ambiguousName(at, { name, names: among.map((n) => `\`${n}\``).join(", ") });
}
