// The directory that a shell is in, as far as the text tells it.

/** A directory: undefined where the action starts, null where it can't be known, otherwise a path. */
export type Directory = string | null | undefined;

/** The directories that a shell remembers. Never changed, only replaced. */
export interface Place {
  readonly cwd: Directory;
  /** Where `cd -` leads. */
  readonly previous: Directory;
  /** What `popd` comes back to, the last one first. */
  readonly stack: readonly Directory[];
}

/** Where the action starts. */
export const START: Place = { cwd: undefined, previous: null, stack: [] };

/** Nothing is known. */
export const NOWHERE: Place = { cwd: null, previous: null, stack: [] };

/** Most directories that `pushd` puts on its stack. */
const MAX_STACK = 50;
const MAX_PATH = 1_024;

/** A path without `.` and, where that can be told, without `..`. */
function normalPath(path: string): string {
  const rooted = path.startsWith("/");
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    const last = kept.at(-1);
    const home = kept.length === 1 && last?.startsWith("~") === true;
    if (part !== ".." || home || last === ".." || (last === undefined && !rooted)) kept.push(part);
    else kept.pop();
  }
  return rooted ? `/${kept.join("/")}` : kept.join("/") || ".";
}

/** True for a path that means the same from every directory. */
export function isFixed(path: string): boolean {
  return path.startsWith("/") || path.startsWith("~");
}

/** A path as seen from a directory; null where it can't be known. */
export function pathFrom(cwd: Directory, path: string): string | null {
  if (path.length > MAX_PATH) return null;
  if (isFixed(path)) return normalPath(path);
  if (cwd === null) return null;
  const whole = cwd === undefined ? path : `${cwd}/${path}`;
  return whole.length > MAX_PATH ? null : normalPath(whole);
}

/** The directory for a reader, from the action's own one where that is known. */
export function shownDirectory(cwd: Directory, start: string | undefined): Directory {
  if (typeof cwd !== "string" || isFixed(cwd) || start === undefined) return cwd;
  return pathFrom(start, cwd);
}

/** The place after going to a directory. */
export function enter(place: Place, cwd: Directory): Place {
  return { cwd, previous: place.cwd, stack: place.stack };
}

/** The place after `pushd`. */
export function push(place: Place, cwd: Directory): Place {
  return { cwd, previous: place.cwd, stack: [place.cwd, ...place.stack].slice(0, MAX_STACK) };
}

/** The place after `popd`. */
export function pop(place: Place): Place {
  if (place.stack.length === 0) return NOWHERE;
  const [cwd, ...stack] = place.stack;
  return { cwd, previous: place.cwd, stack };
}

/** What holds on both of two ways. */
export function joinPlaces(a: Place, b: Place): Place {
  if (a === b) return a;
  const same = a.stack.length === b.stack.length && a.stack.every((each, index) => each === b.stack[index]);
  return {
    cwd: a.cwd === b.cwd ? a.cwd : null,
    previous: a.previous === b.previous ? a.previous : null,
    stack: same ? a.stack : [],
  };
}
