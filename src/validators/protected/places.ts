// How a path stands to what is protected: inside of it, above it, or elsewhere.
import { OWN_FILES, type Protection } from "./protection.ts";
import { ANY, namesMeet, type Path, pathOf } from "./segments.ts";

/** `inside` and `above` are certain; `perhaps` and `unknown` hang on parts of the path that can't be known. */
export type Standing = "inside" | "above" | "perhaps" | "unknown" | "outside";

interface Entry {
  readonly names: readonly string[];
  /** Whether all that is below belongs to it. */
  readonly deep: boolean;
}

const ROOT: Path = { names: [], absolute: true };
const NOWHERE: Path = { names: [], absolute: false };

export class Places {
  readonly root: Path;
  readonly home: Path;
  /** Protected in whatever folder. */
  readonly #anywhere: readonly Entry[];
  /** Protected in the users' folders. */
  readonly #users: readonly Entry[];
  /** Full paths, from the root. */
  readonly #full: readonly Entry[];
  readonly #lastNames: ReadonlySet<string>;

  constructor({ root, home, bundle, project, user, system }: Protection) {
    this.root = pathOf(root, ROOT) ?? ROOT;
    this.home = pathOf(home, ROOT) ?? ROOT;
    this.#anywhere = project.map(entryOf);
    this.#users = user.map(entryOf);
    const below = (from: Path, entries: readonly Entry[]): Entry[] =>
      entries.map((e) => ({ ...e, names: [...from.names, ...e.names] }));
    this.#full = [
      ...below(this.root, this.#anywhere),
      ...below(this.home, this.#users),
      ...below(ROOT, system.map(entryOf)),
      ...(bundle === undefined ? [] : [{ names: pathOf(bundle, ROOT)?.names ?? [], deep: true }]),
    ];
    const files = [...this.#anywhere, ...this.#users].filter((e) => !e.deep && e.names.length > 1);
    this.#lastNames = new Set([...OWN_FILES, ...files.map((e) => e.names[e.names.length - 1] ?? "")]);
  }

  /** The folder that a relative path is seen from; null where it can't be known. */
  folder(cwd: string | null | undefined): Path {
    if (cwd === null) return NOWHERE;
    if (cwd === undefined) return this.root;
    return this.path(cwd, this.root) ?? NOWHERE;
  }

  /** A path as it is written, seen from a folder. `~` is the user's folder. */
  path(text: string, from: Path): Path | undefined {
    const home = /^~[\w.-]*(?=[/\\]|$)/.exec(text);
    return home === null ? pathOf(text, from) : pathOf(`.${text.slice(home[0].length)}`, this.home);
  }

  /** How a path stands. `globbed` says that its unknown parts are file names, which fit what is there. */
  standing(path: Path, globbed: boolean): Standing {
    const { names, absolute } = path;
    const unsure = !globbed && names.some((n) => n.includes(ANY));
    if (!absolute && names.every((n) => n === ANY)) return "unknown";
    const sure = (standing: "inside" | "above"): Standing => (unsure ? "perhaps" : standing);
    const isIn = (entry: Entry, at: number): boolean => meetsAt(names, entry, at, globbed);
    for (const entry of this.#anywhere)
      for (let at = 0; at + entry.names.length <= names.length; at++) {
        const own = names.slice(at, at + entry.names.length);
        // A name of which nothing is known says nothing of where it is.
        if (own.some((n) => n !== ANY) && isIn(entry, at))
          return own.some(hasAny) ? sure("inside") : "inside";
      }
    if (absolute) {
      for (const entry of this.#users)
        for (const at of homesIn(names)) if (isIn(entry, at)) return sure("inside");
      for (const entry of this.#full) if (isIn(entry, 0)) return sure("inside");
      for (const entry of this.#full)
        if (names.length < entry.names.length && beginsWith(entry.names, names, globbed))
          return sure("above");
      return "outside";
    }
    return this.#tail(names, globbed);
  }

  /** A path whose folder isn't known: by what it ends in. */
  #tail(names: readonly string[], globbed: boolean): Standing {
    const entries = [...this.#anywhere, ...this.#users];
    for (const entry of entries) {
      for (let length = 1; length < entry.names.length; length++) {
        const tail = names.slice(-length);
        const said = tail.length === length && tail.every((n) => !hasAny(n));
        if (said && beginsWith(entry.names, tail, globbed)) return "perhaps";
      }
      for (let at = 0; at + entry.names.length <= names.length; at++)
        if (names[at] !== ANY && meetsAt(names, entry, at, globbed)) return "perhaps";
    }
    const last = names[names.length - 1] ?? "";
    return this.#lastNames.has(last) || (last === ANY && names.length === 1) ? "perhaps" : "outside";
  }
}

function hasAny(name: string): boolean {
  return name.includes(ANY);
}

function entryOf(text: string): Entry {
  const deep = text.endsWith("/**");
  const plain = (deep ? text.slice(0, -3) : text).toLowerCase();
  return {
    names: plain
      .split("/")
      .filter((n) => n !== "")
      .map((n) => n.replaceAll("*", ANY)),
    deep,
  };
}

/** Whether an entry stands in a path at a place, up to its end or with more behind it where all below belongs to it. */
function meetsAt(names: readonly string[], entry: Entry, at: number, globbed: boolean): boolean {
  const end = at + entry.names.length;
  if (end > names.length || (!entry.deep && end < names.length)) return false;
  return entry.names.every((name, i) => meets(names[at + i] ?? "", name, globbed));
}

function beginsWith(all: readonly string[], beginning: readonly string[], globbed: boolean): boolean {
  return beginning.every((name, i) => meets(name, all[i] ?? "", globbed));
}

/** A name that file names take the place of doesn't stand for one with a leading dot. */
function meets(name: string, other: string, globbed: boolean): boolean {
  if (globbed && name.startsWith(ANY) && other.startsWith(".")) return false;
  return namesMeet(name, other);
}

/** Behind which names of a path a user's folder ends. */
function homesIn(names: readonly string[]): number[] {
  const [first = "", second = ""] = names;
  if (first === "root") return [1];
  if (first === "home" || first === "users") return [2];
  return /^[a-z]:$/.test(first) && second === "users" ? [3] : [];
}
