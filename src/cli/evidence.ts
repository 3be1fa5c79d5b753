// What the commands share that look at evidence: a piece of it by name, and the results that are given for several.
import { nearNames } from "../compiler/messages/near.ts";
import type { Evidence, Policy, Workflow } from "../policy/types.ts";
import { evidenceOf } from "../policy/workflows.ts";
import {
  checkEvidence,
  type EvidenceTools,
  holdsEvidence,
  type ResultsFile,
} from "../validators/evidence/check.ts";
import type { EvidenceAnswer } from "../validators/evidence/finding.ts";
import { type CommandInput, listOption, UsageError } from "./command.ts";
import { readResults } from "./io/results-file.ts";
import { regex } from "./node-tools.ts";
import { hint } from "./playbook.ts";
import type { Terminal } from "./terminal.ts";

/** A piece of evidence by its name. */
export function evidenceNamed(policy: Policy, name: string): Evidence {
  const evidence = policy.evidence.find((e) => e.name === name);
  if (evidence !== undefined) return evidence;
  const names = policy.evidence.map((e) => e.name);
  throw new UsageError(`there is no evidence ${name}${hint(name, names)}`);
}

/** What the check of evidence needs of a policy and this program. */
export function evidenceTools(policy: Policy): EvidenceTools {
  return { lists: policy.lists, regex, near: nearNames };
}

/** What was found of the evidence that a playbook asks for, and the texts of the files that were given. */
export interface Shown {
  readonly answers: ReadonlyMap<string, EvidenceAnswer>;
  readonly textOf: (file: string) => string | undefined;
}

/** What the files given with `--evidence` show; nothing where none is given. */
export function shownEvidence(
  input: CommandInput,
  workflow: Workflow,
  policy: Policy,
  terminal: Pick<Terminal, "cwd" | "input">,
): Shown {
  const paths = listOption(input, "evidence");
  const files = [...new Set(paths)].map((path) => readResults(path, terminal.cwd, terminal.input));
  const asked = new Set(evidenceOf(workflow));
  if (files.length > 0 && asked.size === 0)
    throw new UsageError(`playbook ${workflow.name} asks for no evidence`);
  const tools = evidenceTools(policy);
  const shown = new Map<string, EvidenceAnswer>();
  for (const evidence of policy.evidence.filter((e) => asked.has(e.name))) {
    const answer = answerOf(evidence, files, tools);
    if (answer !== undefined) shown.set(evidence.name, answer);
  }
  return { answers: shown, textOf: (name) => files.find((f) => f.file === name)?.text };
}

/** Of several files that hold a table of it neither counts in silence. */
function answerOf(
  evidence: Evidence,
  files: readonly ResultsFile[],
  tools: EvidenceTools,
): EvidenceAnswer | undefined {
  const [only] = files;
  if (only === undefined) return undefined;
  const [first, second] = files.length === 1 ? [only] : files.filter((f) => holdsEvidence(evidence, f));
  if (first === undefined) return undefined;
  const answer = checkEvidence(evidence, first, tools);
  if (second === undefined) return answer;
  const finding = {
    code: "two-tables",
    message: `a second file has a table of \`${evidence.name}\`, expected one`,
    because: "which of the two counts can't be told.",
    instead: "give only the file that counts.",
    at: { file: second.file, line: 1, column: 1, endLine: 1, endColumn: 1 },
    source: evidence.source,
  };
  return { ...answer, decision: "deny", findings: [...answer.findings, finding] };
}
