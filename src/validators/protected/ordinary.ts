// Most commands have nothing to do with what is protected. They are told by what doesn't stand in them, without its rules.
import type { Action } from "../../policy/types.ts";
import type { Invocation, Reading } from "../../shell/types.ts";
import { isActing } from "./acting.ts";
import type { Protection } from "./protection.ts";
import { isUnread } from "./unread.ts";

/** Stands in no command. */
const NOWHERE = "\0";
const ASCII = /^[\n\t\x20-\x7e]*$/;
/** What a redirection writes to where it writes to no file. */
const NO_FILE = /^(?:\d+-?|-|\/dev\/null)$/;

/**
 * Tells ordinary commands: all of their programs and words are known, no program does anything special with files, and
 * neither a word nor a folder holds the name of anything protected. The rules find nothing in such a command; in others
 * they may.
 */
export function ordinaryCommands(protection: Protection): (action: Action, reading: Reading) => boolean {
  const { root, bundle, marks } = protection;
  const folder = lastOwnName(bundle);
  const isUnmarked = (text: string): boolean => {
    // Letters that look like others are compared by the rules.
    if (folder === undefined || !ASCII.test(text)) return false;
    const lower = text.toLowerCase();
    return !lower.includes(folder) && marks.every((mark) => !lower.includes(mark));
  };
  return (action, { plain, invocations, problems, files }) => {
    if (action.kind !== "command" || invocations.length === 0 || problems.length > 0 || files.some(isUnread))
      return false;
    const { cwd = "", command } = action;
    if (!isUnmarked(`${cwd.startsWith("/") ? "" : root}/${cwd}\n${command}`)) return false;
    return invocations.every((invocation) => {
      const texts = wordsOf(invocation);
      if (texts === undefined || isActing(invocation.name ?? "", texts)) return false;
      // Words that are not written as they are read may hold what the text doesn't show.
      return plain === true || isUnmarked([invocation.name, ...texts, invocation.cwd ?? ""].join("\n"));
    });
  };
}

/** The words of a program; undefined where one of them isn't known, or where it writes to a file or has variables of its own. */
function wordsOf({ name, program, args, env, redirections }: Invocation): string[] | undefined {
  const isQuiet = redirections.every(
    ({ operator, target }) => !operator.includes(">") || NO_FILE.test(target.text ?? "?"),
  );
  if (name === undefined || program.text === undefined || env.length > 0 || !isQuiet) return undefined;
  const texts = args.flatMap(({ text, glob }) => (text === undefined || glob === true ? [] : [text]));
  return texts.length === args.length ? texts : undefined;
}

/** A name that stands in every path into the bundle's folder; undefined where it has letters that can be written in other ways. */
function lastOwnName(bundle: string | undefined): string | undefined {
  if (bundle === undefined) return NOWHERE;
  if (!/^[\x20-\x7e]*$/.test(bundle)) return undefined;
  const names = bundle.toLowerCase().split(/[/\\]+/);
  const own = names.filter((name) => name.length > 2 && name !== "node_modules" && name !== "dist");
  return own[own.length - 1];
}
