// Hook lines as hosts run them: a line for a shell, or a program with its arguments.
import type { Json } from "../../authoring/settings/document.ts";
import { quoteWord } from "../../shell/quote.ts";
import { insideProject, type Place } from "./place.ts";

/** A line for `sh -c`; what lies in the project is named by the host's variable for it, where that is given. */
export function shellLine(place: Place, host: string, projectVariable?: string): string {
  const word = (path: string): string => {
    const inside = projectVariable === undefined ? undefined : insideProject(place, path);
    // In Git Bash a path of Windows is read with slashes.
    if (inside === undefined) return quoteWord(place.windows ? path.replaceAll("\\", "/") : path);
    return `${projectVariable}/${quoteWord(inside)}`;
  };
  return ["node", word(place.bundle), host, word(place.policy), ...place.options].join(" ");
}

/** A line for PowerShell. */
export function powershellLine(place: Place, host: string): string {
  const word = (path: string): string => `'${path.replaceAll("'", "''")}'`;
  return ["node", word(place.bundle), host, word(place.policy), ...place.options].join(" ");
}

/** A line for Windows' own shell; a path there holds no quote. */
export function windowsLine(place: Place, host: string): string {
  return ["node", `"${place.bundle}"`, host, `"${place.policy}"`, ...place.options].join(" ");
}

/** The arguments of `node` for a host that starts it without a shell. */
export function hookArguments(place: Place, host: string, projectVariable: string): string[] {
  const word = (path: string): string => {
    const inside = insideProject(place, path);
    return inside === undefined ? path : `${projectVariable}/${inside}`;
  };
  return [word(place.bundle), host, word(place.policy), ...place.options];
}

const LINES = ["command", "bash", "powershell", "windows", "commandWindows"] as const;

/** Whether a handler of a host's hook runs our bundle for that host, wherever the bundle is. */
export function isOwnHandler(handler: Json, host: string): boolean {
  if (handler === null || typeof handler !== "object" || Array.isArray(handler)) return false;
  const record = handler as { readonly [key: string]: Json };
  const args = Array.isArray(record["args"]) ? ` ${record["args"].join(" ")}` : "";
  return LINES.some((name) => {
    const line = Object.hasOwn(record, name) ? record[name] : undefined;
    const found =
      typeof line === "string" ? /hook\.cjs['"]? ['"]?([a-z-]+)(?=['" ]|$)/.exec(line + args) : null;
    return found?.[1] === host;
  });
}
