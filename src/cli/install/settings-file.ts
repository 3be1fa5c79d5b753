// Opens a settings file of the project: its text, and where it really is. Nothing that leads out of the project is touched.
import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SettingsProblem } from "../../authoring/settings/document.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { brokenSettings, outsideProject, settingsShape } from "../../compiler/messages/generated.ts";
import type { Source } from "../../policy/types.ts";
import { plainText, whereReally } from "../io/inside.ts";
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
  const full = whereReally(join(root, path));
  const way = full === undefined ? ".." : relative(root, full);
  if (full === undefined || way === ".." || way.startsWith(`..${sep}`))
    return { problem: outsideProject(at, { path: `\`${path}\`` }) };
  if (!existsSync(full)) return { path, full, text: undefined };
  const read = plainText(full);
  if ("reason" in read) return { problem: brokenSettings(at, { path: `\`${path}\``, reason: read.reason }) };
  return { path, full, text: read.text };
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
