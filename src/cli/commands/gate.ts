// bylaw gate: what a gate still needs.
import { gateAnswer } from "../../validators/workflow/gate.ts";
import { reasonText } from "../../validators/workflow/reasons.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { shownEvidence } from "../evidence.ts";
import { hint, partNamed, playbookOf, runOf } from "../playbook.ts";
import { printFindings } from "../print/evidence.ts";
import { printable, style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

/** So many findings of each piece of evidence are listed. */
const MOST_FINDINGS = 10;

export const gate: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const workflow = playbookOf(policy, input.operands[0] ?? "");
  const name = input.operands[1] ?? "";
  const evidence = shownEvidence(input, workflow, policy, terminal);
  const run = runOf(input, workflow, policy, terminal.cwd, evidence.answers);
  const part = partNamed(workflow, name);
  const answer = gateAnswer(workflow, part?.of.name ?? "", run);
  if (answer === undefined) {
    const names = [...workflow.gates, ...workflow.waits].map((g) => g.name);
    if (part !== undefined) throw new UsageError(`${name} is a task of playbook ${workflow.name}, no gate`);
    throw new UsageError(`there is no gate ${name} in playbook ${workflow.name}${hint(name, names)}`);
  }
  if (format === "json") terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
  else {
    const lines = [answer.status === "Pass" ? "Pass" : "not passed"];
    for (const reason of answer.missing) lines.push(`  needs ${reasonText(reason)}`);
    if (answer.because !== undefined) lines.push(`  because: ${answer.because}`);
    terminal.out(`${lines.map(printable).join("\n")}\n`);
    const paint = style(terminal.color.out);
    for (const shown of answer.evidence.filter((e) => e.decision === "deny"))
      terminal.out(`\n${printFindings(shown, evidence.textOf(shown.file), paint, MOST_FINDINGS)}`);
  }
  return answer.status === "Pass" ? EXIT.ok : EXIT.failed;
};
