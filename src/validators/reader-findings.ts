// What the reader of the command could not understand, as findings: never allowed.
import type { CommandAction, Finding } from "../policy/types.ts";
import type { Invocation, Reading } from "../shell/types.ts";
import type { PolicyIndex } from "./policy-index.ts";

/** A finding for each place that could not be read. PowerShell text asks where it names a tool that rules speak of. */
export function readerFindings(reading: Reading, action: CommandAction, index: PolicyIndex): Finding[] {
  if (action.shell === "powershell") return powershell(action, index);
  return reading.problems.map((problem) => ({
    code: "unreadable",
    message: problem.message,
    decision: "ask",
    certain: false,
    range: { ...problem.range },
  }));
}

/** A program whose name can't be known may be any that rules speak of. */
export function unknownProgram(invocation: Invocation, index: PolicyIndex): Finding | undefined {
  const count = index.policy.rules.length;
  if (count === 0) return undefined;
  return {
    code: "unknown-program",
    message: `which program \`${invocation.program.raw}\` is can't be decided, and with it whether ${count === 1 ? "the rule" : `one of ${count} rules`} speaks of it`,
    decision: "ask",
    certain: false,
    range: { ...invocation.program.range },
  };
}

function powershell(action: CommandAction, index: PolicyIndex): Finding[] {
  const text = action.command.toLowerCase();
  const named = [...index.names()].find((name) => text.includes(name.toLowerCase()));
  if (named === undefined) return [];
  return [
    {
      code: "unreadable",
      message: `PowerShell text is not read, and it names \`${named}\``,
      decision: "ask",
      certain: false,
    },
  ];
}
