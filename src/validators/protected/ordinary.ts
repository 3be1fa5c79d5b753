// Most commands have nothing to do with what is protected. They are told by what doesn't stand in them, without its rules.
import type { Action } from "../../policy/types.ts";
import type { Reading } from "../../shell/types.ts";
import { isActing } from "./acting.ts";
import type { Protection } from "./protection.ts";

/** Stands in no command. */
const NOWHERE = "\0";

/**
 * Tells ordinary commands: plain words of one program that does nothing special with files, of which neither a word nor
 * the folder holds the name of anything protected. The rules find nothing in such a command; in others they may.
 */
export function ordinaryCommands(protection: Protection): (action: Action, reading: Reading) => boolean {
  const { root, bundle, marks } = protection;
  const folder = lastOwnName(bundle);
  return (action, { plain, invocations, files }) => {
    const [invocation] = invocations;
    if (plain !== true || files.length > 0 || action.kind !== "command" || invocation?.name === undefined)
      return false;
    const words = invocation.args.map((word) => word.text ?? "");
    if (isActing(invocation.name, words)) return false;
    const { cwd = "", command } = action;
    const text = `${cwd.startsWith("/") ? "" : root}/${cwd}\n${command}`;
    // Letters that look like others are compared by the rules.
    if (!/^[\n\x20-\x7e]*$/.test(text) || folder === undefined) return false;
    const lower = text.toLowerCase();
    return !lower.includes(folder) && marks.every((mark) => !lower.includes(mark));
  };
}

/** A name that stands in every path into the bundle's folder; undefined where it has letters that can be written in other ways. */
function lastOwnName(bundle: string | undefined): string | undefined {
  if (bundle === undefined) return NOWHERE;
  if (!/^[\x20-\x7e]*$/.test(bundle)) return undefined;
  const names = bundle.toLowerCase().split(/[/\\]+/);
  const own = names.filter((name) => name.length > 2 && name !== "node_modules" && name !== "dist");
  return own[own.length - 1];
}
