// What uninstall would do for a host: what was put in is taken out, and what people have changed since is kept.
import { isNothing, undo } from "../../authoring/settings/undo.ts";
import type { Written } from "../../authoring/settings/wishes.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { sha256 } from "../node-tools.ts";
import { isOwnHandler } from "./hook-line.ts";
import type { HostFile } from "./host-files.ts";
import type { Place } from "./place.ts";
import { type Change, filesOf, type HostPlan, knownPaths } from "./plan.ts";
import type { RecordedHost } from "./record.ts";
import { openSettings, type SettingsFile, settingsDiagnostic } from "./settings-file.ts";

const NOTHING: Written = { sum: "", items: [], properties: [], made: [] };

/** Plans to take a host's hooks and permissions out. A note is about something that a person has to do. */
export function planUninstall(host: string, place: Place, before: RecordedHost | undefined): HostPlan {
  const changes: Change[] = [];
  const notes: string[] = [];
  const problems: Diagnostic[] = [];
  const texts = new Map<string, string>();
  const marked = filesOf(host, place, []);
  for (const path of knownPaths(host, place)) {
    const file = openSettings(place.root, path);
    if ("problem" in file) {
      problems.push(file.problem);
      continue;
    }
    if (file.text === undefined) continue;
    texts.set(path, file.text);
    const old = before?.files.find((f) => f.path === path);
    const own = marked.find((f) => f.path === path);
    const isOwn = own !== undefined ? "mark" in own : path.endsWith(".rules");
    if (isOwn) {
      const planned = ownFile(file, old?.written.sum, own);
      if (typeof planned === "string") notes.push(planned);
      else if (planned !== undefined) changes.push(planned);
      continue;
    }
    const undone = undo(file.text, old?.written ?? NOTHING, (h) => isOwnHandler(h, host), sha256);
    if ("problem" in undone) problems.push(settingsDiagnostic(file, undone));
    else if (old?.created === true && isNothing(undone.text)) changes.push({ file, after: undefined });
    else if (undone.text !== file.text) changes.push({ file, after: undone.text });
  }
  return { changes, record: undefined, notes, problems, texts };
}

/** A file that is all ours is removed where nobody has changed it. */
function ownFile(
  file: SettingsFile,
  sum: string | undefined,
  own: HostFile | undefined,
): Change | string | undefined {
  const text = file.text ?? "";
  const isOurs =
    sum !== undefined ? sha256(text) === sum : own !== undefined && "content" in own && own.content === text;
  if (isOurs) return { file, after: undefined };
  if (sum === undefined && !/^(?:\/\/|#) Written by bylaw install\b/.test(text)) return undefined;
  return `${file.path} was changed by hand and is kept: remove it, or put back what install wrote.`;
}
