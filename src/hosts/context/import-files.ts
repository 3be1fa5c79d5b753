// A file with what it imports, and what that imports, to a depth.
import { importsIn } from "./imports.ts";
import type { LoadedPart, PassedOver, ProjectFiles } from "./loaded.ts";

export interface ImportOptions {
  readonly mostDepth: number;
  readonly mostBytes: number;
  /** Files that are loaded already: none is loaded twice. */
  readonly seen: Set<string>;
  readonly passed: PassedOver[];
}

/** The file's part and those of its imports behind it; none where there is no file. */
export function withImports(
  files: ProjectFiles,
  path: string,
  because: string,
  options: ImportOptions,
  depth = 0,
): LoadedPart[] {
  const { mostDepth, mostBytes, seen, passed } = options;
  const text = files.read(path);
  if (text === undefined || seen.has(path)) return [];
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes > mostBytes) {
    passed.push({ path, reason: `it has ${bytes} bytes, and a file of more than ${mostBytes} is left out` });
    return [];
  }
  seen.add(path);
  const imported = importsIn(text).flatMap((name) => {
    const target = resolved(path, name);
    if (target === undefined) {
      if (/[./]/.test(name))
        passed.push({ path: `@${name}`, reason: `it lies outside the project (imported by ${path})` });
      return [];
    }
    if (files.read(target) === undefined) return [];
    if (depth >= mostDepth) {
      passed.push({
        path: target,
        reason: `more than ${mostDepth} imports lead to it (imported by ${path})`,
      });
      return [];
    }
    return withImports(files, target, `imported by ${path}`, options, depth + 1);
  });
  return [{ path, text, because, lost: "" }, ...imported];
}

/** Where an import leads, from the file that it stands in; undefined for what lies outside the project. */
function resolved(from: string, name: string): string | undefined {
  if (name.startsWith("/") || name.startsWith("~")) return undefined;
  const parts = from.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
