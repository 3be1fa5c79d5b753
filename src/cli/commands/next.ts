// bylaw next: what may be done next in a playbook.
import { mermaid } from "../../validators/workflow/mermaid.ts";
import { next as nextOf } from "../../validators/workflow/next.ts";
import { type CommandRun, formatOption, textOption } from "../command.ts";
import { shownEvidence } from "../evidence.ts";
import { playbookOf, runOf } from "../playbook.ts";
import { printNext } from "../print/next.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const next: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json", "mermaid"]);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const workflow = playbookOf(policy, input.operands[0] ?? "");
  const { answers } = shownEvidence(input, workflow, policy, terminal);
  const run = runOf(input, workflow, policy, terminal.cwd, answers);
  if (format === "mermaid") terminal.out(mermaid(workflow, run));
  else if (format === "json") terminal.out(`${JSON.stringify(nextOf(workflow, run), null, 2)}\n`);
  else terminal.out(printNext(nextOf(workflow, run), style(terminal.color.out)));
  return EXIT.ok;
};
