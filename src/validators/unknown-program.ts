// A program whose name can't be known: which of the programs that rules speak of it may be, and what they would say.
import type { CommandAction, Finding, Rule } from "../policy/types.ts";
import { readShell } from "../shell/read.ts";
import type { Invocation } from "../shell/types.ts";
import { judgeInvocation } from "./judge-action.ts";
import { type Surroundings, subjectOf } from "./surroundings.ts";

/** The longest text of words behind an unknown program that is read as a command of its own. */
const LONGEST = 4_000;

/**
 * Asks about a program that can't be known where a rule would say something if it were one of those that rules speak
 * of; where it may carry the words behind it (`$SUDO rm …`) and a rule speaks of those; and where it stands alone
 * without quotes, for then it may be a whole command.
 */
export function unknownProgram(
  invocation: Invocation,
  position: number,
  around: Surroundings,
  rules: readonly Rule[],
): Finding | undefined {
  if (rules.length === 0) return undefined;
  const names = possibleNames(invocation, around);
  if (names.length === 0) return undefined;
  const { program, args } = invocation;
  const whole = args.length === 0 && program.split === true && open(program.pieces);
  const speaks = (i: Invocation): boolean => anyRuleSpeaks(i, position, around, rules);
  const found =
    whole ||
    names.some((name) => speaks({ ...invocation, name })) ||
    carried(invocation, around).some(speaks);
  if (!found) return undefined;
  const { start, end } = program.range;
  const shown = (around.action as CommandAction).command.slice(start, end) || program.raw;
  return {
    code: "unknown-program",
    message: `which program \`${shown}\` is can't be decided, and with it whether ${rules.length === 1 ? "the rule" : `one of ${rules.length} rules`} speaks of it`,
    decision: "ask",
    certain: false,
    range: { ...program.range },
  };
}

/** The governed programs that the known pieces of the name allow. */
function possibleNames({ program: { pieces } }: Invocation, { policy }: Surroundings): string[] {
  const names = [...policy.names()];
  if (pieces === undefined || open(pieces)) return names;
  const first = (pieces[0] ?? "").split("/").pop() ?? "";
  const last = pieces[pieces.length - 1] ?? "";
  const inFolder = pieces.some((p) => p?.includes("/") === true);
  return names.filter(
    (name) => (inFolder || name.startsWith(first)) && name.endsWith(last.split("/").pop() ?? ""),
  );
}

/** Whether nothing is known of a word. */
function open(pieces: readonly (string | null)[] | undefined): boolean {
  return pieces === undefined || pieces.every((p) => p === null || p === "");
}

/** What would run if the unknown program were empty, or one that runs the words behind it. */
function carried({ args, cwd, host }: Invocation, { policy }: Surroundings): readonly Invocation[] {
  const text = args.map((word) => word.raw).join(" ");
  if (text === "" || text.length > LONGEST) return [];
  return readShell(text, policy.reading).invocations.map((i) => ({
    ...i,
    cwd: i.cwd ?? cwd,
    host: i.host ?? host,
  }));
}

function anyRuleSpeaks(
  invocation: Invocation,
  position: number,
  around: Surroundings,
  rules: readonly Rule[],
): boolean {
  if (invocation.name === undefined) return false;
  const { tool } = around.policy.read(invocation);
  const own = tool === undefined ? [] : around.policy.rulesFor(tool).filter((rule) => rules.includes(rule));
  if (own.length === 0) return false;
  const subject = subjectOf(invocation, position, around);
  return judgeInvocation(subject, own, []).some(({ judgement }) => judgement.decision !== undefined);
}
