// bylaw check --evidence: whether a file's table of results is the evidence that is asked for.

import type { Policy } from "../policy/types.ts";
import { checkEvidence } from "../validators/evidence/check.ts";
import { type CommandInput, formatOption, UsageError } from "./command.ts";
import { evidenceNamed, evidenceTools } from "./evidence.ts";
import { readResults } from "./io/results-file.ts";
import { packageVersion } from "./package.ts";
import { asDiagnostic, printEvidence } from "./print/evidence.ts";
import { githubOfDiagnostics } from "./print/github.ts";
import { sarifOfDiagnostics } from "./print/sarif.ts";
import { style } from "./print/style.ts";
import { EXIT, type Terminal } from "./terminal.ts";

/** Options that say something of a command, and nothing of a file of results. */
const ABOUT_COMMANDS = ["shell", "cwd", "fact", "tool", "input", "state", "now"];

/** Checks the file that stands where a command would. Returns the exit status. */
export function checkEvidenceFile(
  name: string,
  policy: Policy,
  input: CommandInput,
  terminal: Terminal,
): number {
  const format = formatOption(input, ["text", "json", "sarif", "github"]);
  const other = ABOUT_COMMANDS.find((option) => input.options[option] !== undefined);
  if (other !== undefined) throw new UsageError(`--${other} says nothing of evidence`);
  const [path, ...more] = [...input.operands, ...(input.behindDashes ?? [])];
  if (path === undefined || more.length > 0)
    throw new UsageError("expected one file with the results, or - to read them from standard input");
  const evidence = evidenceNamed(policy, name);
  const file = readResults(path, terminal.cwd, terminal.input);
  const answer = checkEvidence(evidence, file, evidenceTools(policy));
  const diagnostics = answer.findings.map(asDiagnostic);
  if (format === "json")
    terminal.out(`${JSON.stringify({ ...answer, revision: policy.revision }, null, 2)}\n`);
  else if (format === "sarif") terminal.out(sarifOfDiagnostics(diagnostics, packageVersion()));
  else if (format === "github") terminal.out(githubOfDiagnostics(diagnostics));
  else terminal.out(printEvidence(answer, file.text, style(terminal.color.out)));
  return answer.decision === "allow" ? EXIT.ok : EXIT.failed;
}
