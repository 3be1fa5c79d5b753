// Paths as lists of names, in which some names are known only in part.

/** Stands in a name for a part that can't be known, or that file names take the place of. */
export const ANY = "\u0000";

/** A path: from the root where that is known, else from a folder that isn't. */
export interface Path {
  readonly names: readonly string[];
  readonly absolute: boolean;
}

const MOST = 4_096;

/**
 * A path's names, folded to lower case as some file systems do, characters that are ignored left out; `.` and `..`
 * resolved. Undefined where it is too long for any system to take it.
 */
export function pathOf(text: string, from: Path): Path | undefined {
  if (text.length > MOST) return undefined;
  const plain = text.includes("\\") ? text.replaceAll("\\", "/") : text;
  // Only what isn't ASCII needs tables of Unicode, which are slow to load.
  const folded = (/^[\0-\x7f]*$/.test(plain) ? plain : unified(plain)).toLowerCase();
  const rooted = folded.startsWith("/") || /^[a-z]:\//.test(folded);
  const names = rooted ? [] : [...from.names];
  for (const name of folded.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name.length > 1 ? name.replace(/[. ]+$/, "") || name : name);
    else if (names.length > 0) names.pop();
  }
  return { names, absolute: rooted || from.absolute };
}

function unified(text: string): string {
  return text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "").normalize("NFKC");
}

/** Whether two names may be the same, where each may hold parts that are not known (`ANY`). */
export function namesMeet(a: string, b: string): boolean {
  if (!a.includes(ANY) && !b.includes(ANY)) return a === b;
  if (a === ANY || b === ANY) return true;
  // Which beginnings of b may be the same as the beginning of a that was read so far.
  let reach = new Set<number>([0]);
  const skip = (set: Set<number>): Set<number> => {
    for (const at of set) if (b[at] === ANY) set.add(at + 1);
    return set;
  };
  skip(reach);
  for (const char of a) {
    const next = new Set<number>();
    for (const at of reach) {
      if (char === ANY) for (let to = at; to <= b.length; to++) next.add(to);
      else if (b[at] === ANY) next.add(at);
      else if (b[at] === char) next.add(at + 1);
    }
    reach = skip(next);
  }
  return reach.has(b.length);
}
