// What uninstall would do for a host: what was put in is taken out, and what people have changed since is kept.
import { isNothing, undo } from "../../authoring/settings/undo.ts";
import type { Written } from "../../authoring/settings/wishes.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { sha256 } from "../node-tools.ts";
import { isOwnHandler } from "./hook-line.ts";
import { isOwnPath, ownState } from "./own-file.ts";
import type { Place } from "./place.ts";
import { type Change, filesOf, type HostPlan, knownPaths } from "./plan.ts";
import type { RecordedHost } from "./record.ts";
import { openSettings, settingsDiagnostic } from "./settings-file.ts";

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
    if (isOwnPath(path)) {
      const own = marked.find((f) => f.path === path);
      const content = own !== undefined && "content" in own ? own.content : undefined;
      const sum = old?.written.sum;
      // Without a record only what install would write now is known to be ours.
      const state = sum === undefined && file.text !== content ? ownState(file, "") : ownState(file, sum);
      if (state === "ours" || file.text === content) changes.push({ file, after: undefined });
      else if (state === "changed") notes.push(kept(path));
      continue;
    }
    const undone = undo(file.text, old?.written ?? NOTHING, (h) => isOwnHandler(h, host), sha256);
    if ("problem" in undone) problems.push(settingsDiagnostic(file, undone));
    else if (old?.created === true && isNothing(undone.text)) changes.push({ file, after: undefined });
    else if (undone.text !== file.text) changes.push({ file, after: undone.text });
  }
  return { changes, record: undefined, notes, problems, texts };
}

function kept(path: string): string {
  return `${path} was changed by hand and is kept: remove it, or put back what install wrote.`;
}
