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

/** A placeholder that nobody filled in makes a command that can't be meant. */
export function unfilled({ invocations }: Reading): Finding[] {
  const words = invocations.flatMap((i) => [
    i.program,
    ...i.args,
    ...i.env.map((e) => e.value),
    ...i.redirections.map((r) => r.target),
  ]);
  return words.flatMap((word): Finding[] =>
    word.placeholder === undefined
      ? []
      : [
          {
            code: "placeholder",
            message: `the placeholder \`${word.placeholder}\` is not filled in`,
            decision: "deny",
            certain: true,
            range: { ...word.range },
          },
        ],
  );
}

/** Where the project chose so, a program that runs what can't be seen is asked about. */
export function opaqueFindings(reading: Reading, { policy }: PolicyIndex): Finding[] {
  if (policy.settings.opaque === "allow") return [];
  return reading.opaque.map(({ range, reason }) => ({
    code: "opaque",
    message: reason,
    decision: "ask",
    certain: false,
    range: { ...range },
  }));
}

/** What stands in front of a program that rules speak of, or in its name, that may make another program of it. */
export function invocationFindings(invocation: Invocation, tool: string): Finding[] {
  const findings: Finding[] = (invocation.influences ?? []).map(({ name, reason, range }) => ({
    code: "variable-in-front",
    message: `\`${name}\` is set for \`${tool}\`: ${reason}`,
    decision: "ask",
    certain: false,
    range: { ...range },
  }));
  const { name = "", lookalike, program } = invocation;
  // A name of ASCII letters that is the same but for an ending or case is the program itself.
  if (lookalike !== undefined && /[^ -~]/.test(name)) {
    findings.push({
      code: "lookalike",
      message: `\`${name}\` looks like \`${lookalike}\` and is spelled with other characters`,
      decision: "ask",
      certain: false,
      range: { ...program.range },
    });
  }
  return findings;
}
