// What a host loads for work on a file: the parts in order, and what it passes over, with the reason.

/** The files of a project. Paths are relative to its root, with `/`; the root is "". */
export interface ProjectFiles {
  /** The text of a file; undefined where there is none, or none that can be read. */
  readonly read: (path: string) => string | undefined;
  /** Whether a file or folder is there. */
  readonly exists: (path: string) => boolean;
  /** All files below a folder, sorted. */
  readonly below: (folder: string) => readonly string[];
}

export interface LoadedPart {
  readonly path: string;
  /** What the host gives to its model. */
  readonly text: string;
  /** Why it is loaded, or how it came in: "imported by CLAUDE.md". */
  readonly because: string;
  /** What is lost of it; empty where nothing is. */
  readonly lost: string;
}

export interface PassedOver {
  readonly path: string;
  readonly reason: string;
}

export interface Loaded {
  readonly parts: readonly LoadedPart[];
  readonly passed: readonly PassedOver[];
  /** What can't be told from the project's files. */
  readonly notes: readonly string[];
}

/** Says what one host loads for work on a file. */
export type Loader = (files: ProjectFiles, path: string) => Loaded;

/** The folders from the root down to the one that a file lies in: "", "a", "a/b" for "a/b/c.ts". */
export function foldersTo(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return ["", ...parts.map((_, i) => parts.slice(0, i + 1).join("/"))];
}

/** A path below a folder. */
export function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** A part that is loaded whole. */
export function wholePart(path: string, text: string, because: string): LoadedPart {
  return { path, text, because, lost: "" };
}

/** A file in a sentence; "" stands for the beginning of a session, when no file has been touched. */
export function named(path: string): string {
  return path === "" ? "a session's beginning" : path;
}
