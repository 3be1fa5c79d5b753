// bylaw retry: again after how long, or stop, and why.

import { durationText } from "../../policy/durations.ts";
import { retry as retryTask } from "../../validators/workflow/retry.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { playbookOf, taskOf } from "../playbook.ts";
import { printable } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const retry: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const attempt = textOption(input, "attempt");
  const error = textOption(input, "error");
  if (attempt === undefined || !/^[1-9]\d{0,5}$/.test(attempt))
    throw new UsageError("expected --attempt and how many attempts have failed, from 1");
  if (error === undefined) throw new UsageError("expected --error and the text of the error");
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const task = taskOf(playbookOf(policy, input.operands[0] ?? ""), input.operands[1] ?? "");
  const answer = retryTask(task, Number(attempt), error);
  if (format === "json") terminal.out(`${JSON.stringify(answer, null, 2)}\n`);
  else {
    const after = answer.after ?? 0;
    const when = after === 0 ? "at once" : `after ${durationText({ from: after, to: after })}`;
    const lines = [answer.again ? `again ${when}` : "stop", `  because ${answer.why}`];
    if (answer.onFailure !== undefined) lines.push(`  on failure: ${answer.onFailure}`);
    terminal.out(`${lines.map(printable).join("\n")}\n`);
  }
  return answer.again ? EXIT.ok : EXIT.failed;
};
