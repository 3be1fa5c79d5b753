// The files of a project as hosts see them, read when they are asked for.
import { existsSync, lstatSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ProjectFiles } from "../../hosts/context/loaded.ts";
import { openInside } from "./place.ts";

/** The most files of a folder that are looked through, the deepest folder, and the largest file. */
const MOST_FILES = 5_000;
const MOST_DEPTH = 12;
const MOST_BYTES = 8_388_608;

/** The root of the repository around a folder; the folder itself where there is none. */
export function repositoryRoot(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, ".git"))) return at;
  return folder;
}

/** The files below a root. What a link leads to outside of it isn't there. */
export function projectFiles(root: string): ProjectFiles {
  return {
    read: (path) => {
      const full = join(root, path);
      if (path === "" || !existsSync(full) || !statSync(full).isFile() || statSync(full).size > MOST_BYTES)
        return undefined;
      const opened = openInside(root, path);
      return "text" in opened ? opened.text : undefined;
    },
    exists: (path) => existsSync(join(root, path)),
    below: (folder) => filesBelow(root, folder),
  };
}

function filesBelow(root: string, folder: string): string[] {
  const found: string[] = [];
  const visit = (at: string, depth: number): void => {
    if (depth > MOST_DEPTH || found.length >= MOST_FILES) return;
    let names: string[];
    try {
      names = readdirSync(join(root, at)).sort();
    } catch {
      return;
    }
    for (const name of names) {
      const path = `${at}/${name}`;
      const stat = lstatSync(join(root, path), { throwIfNoEntry: false });
      if (stat?.isDirectory() === true) visit(path, depth + 1);
      else if (stat !== undefined && found.length < MOST_FILES) found.push(path);
    }
  };
  if (existsSync(join(root, folder)) && statSync(join(root, folder)).isDirectory()) visit(folder, 0);
  return found;
}
