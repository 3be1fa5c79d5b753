// A command that proposes a plan, seen by the hook: the plan is stored for the session, and its key shown to the person.
import type { Action, CommandAction } from "../../policy/types.ts";
import { readShell } from "../../shell/read.ts";
import type { Invocation } from "../../shell/types.ts";

/** Our own program, by its name or by the path of its file. */
const OWN = /(?:^|[/\\])(?:bylaw|bylaw\.js|dist[/\\]lib[/\\]bin\.js)$/;
const VALUED = new Set(["--run", "--policy", "--cwd", "--shell", "--format"]);

/** The actions that a command proposes; undefined where it proposes none, or does anything besides. */
export function proposedBy(action: Action): readonly CommandAction[] | undefined {
  if (action.kind !== "command" || !action.command.includes("propose")) return undefined;
  const { invocations, problems } = readShell(action.command);
  const own = invocations.filter((i) => wordsOf(i) !== undefined);
  const [invocation] = own;
  if (invocation === undefined || own.length > 1 + invocation.carriers.length || problems.length > 0)
    return undefined;
  const others = invocations.filter((i) => !own.includes(i) && !invocation.carriers.includes(i.name ?? ""));
  const commands = wordsOf(own.at(-1) ?? invocation);
  if (others.length > 0 || commands === undefined || commands.length === 0) return undefined;
  return commands.map((command) => ({ ...action, command }));
}

/** The commands behind `bylaw propose`; undefined where it is another program, or a word can't be known. */
function wordsOf({ program, args }: Invocation): string[] | undefined {
  const words = [program, ...args].map((w) => w.text);
  const at = words.indexOf("propose");
  if (at < 1 || at > 2 || !OWN.test(words[at - 1] ?? "")) return undefined;
  const commands: string[] = [];
  let onlyOperands = false;
  for (let i = at + 1; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) return undefined;
    if (!onlyOperands && word === "--") onlyOperands = true;
    else if (!onlyOperands && VALUED.has(word)) i++;
    else if (onlyOperands || !word.startsWith("--")) commands.push(word);
  }
  return commands;
}
