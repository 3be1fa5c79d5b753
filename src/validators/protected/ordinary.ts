// Most commands have nothing to do with what is protected. They are told by what doesn't stand in them, without its rules.
import type { Action } from "../../policy/types.ts";
import type { Reading } from "../../shell/types.ts";
import { isActing } from "./acting.ts";
import type { Protection } from "./protection.ts";

/** Of commands that only people give, and of Bylaw's own files. */
const OWN_MARKS = ["bylaw", "hook", "bin.js", "serve.token"];
/** A mark that is shorter says too little. */
const SHORTEST = 3;

/**
 * Tells ordinary commands: plain words of one program that does nothing special with files, of which neither a word nor
 * the folder holds the name of anything protected. The rules find nothing in such a command; in others they may.
 */
export function ordinaryCommands(protection: Protection): (action: Action, reading: Reading) => boolean {
  const { root, bundle } = protection;
  const marks = [...new Set([...OWN_MARKS, ...marksOf(protection)])];
  const isKnown = marks.every((mark) => mark.length >= SHORTEST);
  return (action, { plain, invocations, files }) => {
    const [invocation] = invocations;
    if (
      !isKnown ||
      plain !== true ||
      files.length > 0 ||
      action.kind !== "command" ||
      invocation?.name === undefined
    )
      return false;
    const words = invocation.args.map((word) => word.text ?? "");
    if (isActing(invocation.name, words)) return false;
    const text = `${root}/${action.cwd ?? ""}\n${action.command}`;
    // Letters that look like others are compared by the rules.
    if (!/^[\n\x20-\x7e]*$/.test(text) || (bundle !== undefined && !/^[\x20-\x7e]*$/.test(bundle)))
      return false;
    const lower = text.toLowerCase();
    return marks.every((mark) => !lower.includes(mark));
  };
}

/** Of each protected path the longest part of a name: where it doesn't stand in a text, the path doesn't either. */
function marksOf({ project, user, system, bundle }: Protection): string[] {
  // A folder of packages is in most projects, and says nothing.
  const folder = bundle === undefined ? [] : [bundle.replace(/[/\\]node_modules(?=[/\\])/g, "")];
  return [...project, ...user, ...system, ...folder].map((path) =>
    path
      .toLowerCase()
      .split(/[/\\*]+/)
      .reduce((longest, name) => (name.length > longest.length ? name : longest), ""),
  );
}
