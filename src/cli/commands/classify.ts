// bylaw classify: a task's output on standard input to its status and what is captured.
import { classify as classifyOutput } from "../../validators/workflow/classify.ts";
import { type CommandRun, formatOption, textOption, UsageError } from "../command.ts";
import { playbookOf, taskOf } from "../playbook.ts";
import { printable } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

/** The longest output that is read, in bytes. */
const MAX_BYTES = 64_000_000;

export const classify: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const exit = textOption(input, "exitStatus");
  if (exit !== undefined && !/^\d{1,3}$/.test(exit))
    throw new UsageError(`unexpected ${exit} for --exit-status, expected a number`);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const task = taskOf(playbookOf(policy, input.operands[0] ?? ""), input.operands[1] ?? "");
  const bytes = terminal.input();
  if (bytes.length > MAX_BYTES) throw new UsageError(`standard input has more than ${MAX_BYTES} bytes`);
  const found = classifyOutput(
    task,
    new TextDecoder().decode(bytes),
    exit === undefined ? undefined : Number(exit),
  );
  if (format === "json") {
    terminal.out(`${JSON.stringify({ ...found, status: found.status ?? null }, null, 2)}\n`);
    return EXIT.ok;
  }
  const lines = [`status: ${found.status ?? "no change"}`];
  for (const text of found.matched) lines.push(`  because of: ${text}`);
  for (const [name, value] of Object.entries(found.captures)) lines.push(`${name}: ${value}`);
  for (const note of found.notes) lines.push(`note: ${note}`);
  terminal.out(`${lines.map(printable).join("\n")}\n`);
  return EXIT.ok;
};
