// Opens a file of the project by its path in it. Nothing that leads out of the project is read or written.
import { existsSync, realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { plainText, whereReally } from "../io/inside.ts";

/** A file of the project. `text` is undefined where there is none; `full` is where it really is. */
export interface PlacedFile {
  readonly full: string;
  readonly text: string | undefined;
}

/** Opens a file below a project's folder; a text says why it can't be. */
export function openInside(
  root: string,
  path: string,
): PlacedFile | { readonly outside: true } | { readonly reason: string } {
  const real = realpathSync(root);
  const full = whereReally(join(real, path));
  const way = full === undefined ? ".." : relative(real, full);
  if (full === undefined || way === "" || way.split(sep)[0] === "..") return { outside: true };
  if (!existsSync(full)) return { full, text: undefined };
  const read = plainText(full);
  return "reason" in read ? read : { full, text: read.text };
}
