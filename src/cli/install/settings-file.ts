// Opens a settings file of the project: its text, and where it really is. Nothing that leads out of the project is touched.
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { SettingsProblem } from "../../authoring/settings/document.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { brokenSettings, outsideProject, settingsShape } from "../../compiler/messages/generated.ts";
import type { Source } from "../../policy/types.ts";
import { startOf } from "../io/project.ts";

export interface SettingsFile {
  /** From the project's folder, with slashes; also how it is shown. */
  readonly path: string;
  /** Where it is to be written: links are followed, as long as they stay in the project. */
  readonly full: string;
  /** Undefined where it isn't there. */
  readonly text: string | undefined;
}

/** Opens a file by its path from the project's folder, which is absolute and without links. */
export function openSettings(root: string, path: string): SettingsFile | { readonly problem: Diagnostic } {
  const at = startOf(path);
  const full = realPath(join(root, path));
  const way = full === undefined ? ".." : relative(root, full);
  if (full === undefined || way === ".." || way.startsWith(`..${sep}`))
    return { problem: outsideProject(at, { path: `\`${path}\`` }) };
  if (!existsSync(full)) return { path, full, text: undefined };
  const broken = (reason: string) => ({ problem: brokenSettings(at, { path: `\`${path}\``, reason }) });
  if (!statSync(full).isFile()) return broken("it is not a file");
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(full));
    return { path, full, text };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return broken(code.startsWith("ERR_ENCODING") ? "it is not UTF-8" : code);
  }
}

/** Where a path leads: the links of what is there are followed. Undefined for a link that leads nowhere. */
function realPath(path: string): string | undefined {
  if (existsSync(path)) return realpathSync(path);
  if (isLink(path)) return undefined;
  const above = dirname(path);
  if (above === path) return path;
  const real = realPath(above);
  return real === undefined ? undefined : join(real, path.slice(above.length));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

/** A problem of a settings file at its place. */
export function settingsDiagnostic(
  { path, text = "" }: SettingsFile,
  { problem, offset }: SettingsProblem,
): Diagnostic {
  const shift = text.startsWith("\ufeff") ? 1 : 0;
  const at = placeIn(path, text, offset + shift);
  return problem.startsWith("`")
    ? settingsShape(at, { path: `\`${path}\``, reason: problem })
    : brokenSettings(at, { path: `\`${path}\``, reason: problem });
}

function placeIn(file: string, text: string, offset: number): Source {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  const [line, column] = [before.length, (before.at(-1) ?? "").replace(/^\ufeff/, "").length + 1];
  return { file, line, column, endLine: line, endColumn: column + 1 };
}
