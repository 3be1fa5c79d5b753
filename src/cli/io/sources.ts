// Finds and reads the Markdown sources of a project.
import {
  closeSync,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { MAX_LENGTH } from "../../compiler/1-read/read-document.ts";
import { GENERATED } from "../../compiler/4-emit/emit.ts";
import type { SourceFile } from "../../compiler/compile.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import {
  documentTooLarge,
  invalidUtf8,
  noSources,
  notAFile,
  outputIsSource,
  outsideProject,
  unreadable,
} from "../../compiler/messages/generated.ts";
import { globMatches } from "../../pattern/glob.ts";
import { DEFAULT_SOURCES, type Project, startOf } from "./project.ts";

export interface ReadSources {
  readonly files: readonly SourceFile[];
  readonly problems: readonly Diagnostic[];
}

/** Reads every file that the project's `sources` match, in the order of their paths. */
export function readSources(project: Project): ReadSources {
  const patterns = project.config.sources ?? DEFAULT_SOURCES;
  const problems: Diagnostic[] = [];
  const found = new Map<string, SourceFile | undefined>();
  for (const pattern of patterns) {
    const folder = staticFolder(pattern);
    if (isOutside(project.root, join(project.root, folder))) {
      problems.push(outsideProject(startOf("bylaw.config.json"), { path: pattern }));
      continue;
    }
    for (const path of walk(project.root, folder, problems)) {
      if (found.has(path) || !globMatches(pattern, path)) continue;
      found.set(path, readSource(project.root, path, problems));
    }
  }
  const files = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, file]) => (file === undefined ? [] : [file]));
  if (found.size === 0 && problems.length === 0) {
    problems.push(
      noSources(startOf("bylaw.config.json"), { patterns: patterns.map((p) => `\`${p}\``).join(" or ") }),
    );
  }
  return { files, problems };
}

/** The folders in front of a glob's first special character. */
export function staticFolder(pattern: string): string {
  const parts = pattern.split("/");
  const special = parts.findIndex((p) => /[*?]/.test(p));
  return parts.slice(0, special < 0 ? -1 : special).join("/");
}

/** Paths of everything below a folder, but for what tools and version control keep there. */
function walk(root: string, folder: string, problems: Diagnostic[]): string[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "ENOENT" && code !== "ENOTDIR")
      problems.push(unreadable(startOf(folder || "."), { reason: String(code) }));
    return [];
  }
  return entries.flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    if (entry.name === "node_modules" || entry.name === ".git") return [];
    if (entry.name.endsWith(".md")) problems.push(notAFile(startOf(path), { found: "folder" }));
    return walk(root, path, problems);
  });
}

function readSource(root: string, path: string, problems: Diagnostic[]): SourceFile | undefined {
  const at = startOf(path);
  const full = join(root, path);
  try {
    if (isOutside(realpathSync(root), realpathSync(full))) {
      problems.push(outsideProject(at, { path: `\`${path}\`, a link,` }));
      return undefined;
    }
    if (!statSync(full).isFile()) {
      problems.push(notAFile(at, { found: "something else" }));
      return undefined;
    }
    const source = decode(path, readBounded(full), problems);
    if (source?.text.startsWith(GENERATED) !== true) return source;
    problems.push(outputIsSource(at, { path: `\`${path}\`` }));
    return undefined;
  } catch (error) {
    if (error instanceof TooLarge)
      problems.push(documentTooLarge(at, { size: String(error.size), limit: String(MAX_LENGTH) }));
    else
      problems.push(unreadable(at, { reason: error instanceof Error ? plainReason(error) : String(error) }));
    return undefined;
  }
}

class TooLarge extends Error {
  readonly size: number;
  constructor(size: number) {
    super("too large");
    this.size = size;
  }
}

function readBounded(path: string): Buffer {
  const fd = openSync(path, "r");
  try {
    const { size } = fstatSync(fd);
    if (size > MAX_LENGTH) throw new TooLarge(size);
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

function decode(path: string, bytes: Buffer, problems: Diagnostic[]): SourceFile | undefined {
  try {
    return {
      file: path,
      text: new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n"),
    };
  } catch {
    const at = firstInvalid(bytes);
    const before = bytes.subarray(0, at).toString("utf8");
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
    problems.push(invalidUtf8({ file: path, line, column, endLine: line, endColumn: column + 1 }, { byte }));
    return undefined;
  }
}

/** The offset of the first byte that isn't UTF-8: where decoding a prefix begins to fail. */
function firstInvalid(bytes: Buffer): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle + 1), { stream: true });
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return low;
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === ".." || way.startsWith(`..${sep}`);
}

/** A system error's message without the path, which the diagnostic names itself. */
function plainReason(error: Error): string {
  return error.message.replace(/,? ?'[^']*'/g, "");
}
