// Where paths really lead, and what stands there: files that a project's paths name may be links out of it.
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where a path leads, the links of what is there followed; undefined for a link that leads nowhere. */
export function whereReally(path: string): string | undefined {
  if (existsSync(path)) return realpathSync(path);
  if (isLink(path)) return undefined;
  const above = dirname(path);
  if (above === path) return path;
  const real = whereReally(above);
  return real === undefined ? undefined : join(real, path.slice(above.length));
}

/** The text of a file that is there, with a byte order mark where it has one; or why it can't be read. */
export function plainText(full: string): { readonly text: string } | { readonly reason: string } {
  if (!statSync(full).isFile()) return { reason: "it is not a file" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(full)) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return { reason: code.startsWith("ERR_ENCODING") ? "it is not UTF-8" : code };
  }
}

/** Whether something is there, whatever it is: a link that leads nowhere, too. */
export function isThere(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** Whether a link stands at a path. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
