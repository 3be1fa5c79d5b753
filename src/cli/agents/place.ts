// Opens a file of the project by its path in it. Nothing that leads out of the project is read or written.
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";

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
  if (!statSync(full).isFile()) return { reason: "it is not a file" };
  try {
    return {
      full,
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(full)),
    };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { reason: code.startsWith("ERR_ENCODING") ? "it is not UTF-8" : code };
  }
}

/** Where a path leads, the links of what is there followed; undefined for a link that leads nowhere. */
function whereReally(path: string): string | undefined {
  if (existsSync(path)) return realpathSync(path);
  if (isLink(path)) return undefined;
  const above = dirname(path);
  if (above === path) return path;
  const real = whereReally(above);
  return real === undefined ? undefined : join(real, path.slice(above.length));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
