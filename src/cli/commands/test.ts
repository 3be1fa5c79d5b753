// bylaw test: every example of the sources, judged by its own rule and by the whole policy.
import { resolve } from "node:path";
import { isReportRule } from "../../policy/rules.ts";
import type { Example } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import type { CommandRun } from "../command.ts";
import { compileProject, hasErrors, PROJECT } from "../compile-project.ts";
import { regex, sha256 } from "../node-tools.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { printable, style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";

const LABELS: Readonly<Record<Example["expect"], string>> = {
  deny: "Blocks",
  ask: "Asks  ",
  silent: "Passes",
};

export const test: CommandRun = (input, terminal) => {
  const result = compileProject(resolve(terminal.cwd, input.operands[0] ?? "."));
  const out = style(terminal.color.out);
  if ("problem" in result) {
    terminal.err(printDiagnostics([result.problem], () => undefined, style(terminal.color.err)));
    return EXIT.failed;
  }
  const { compiled, diagnostics, textOf } = result;
  const differing = diagnostics.filter((d) => d.code === "example-differs");
  const checker = new Checker(compiled.policy, { sha256, regex, root: PROJECT });
  let count = 0;
  for (const rule of compiled.policy.rules) {
    for (const example of rule.examples) {
      count++;
      const wrong = differing.some((d) => d.source === example.source);
      const whole = isReportRule(rule)
        ? undefined
        : checker.check(
            { kind: "command", command: example.command, cwd: PROJECT },
            { history: "empty", facts: example.facts },
          ).decision;
      const mark = wrong ? out.red("fails") : out.green("ok   ");
      const command = printable(example.command.replaceAll("\n", "⏎"));
      const policy = whole === undefined ? "" : ` ${out.dim(`(whole policy: ${whole})`)}`;
      terminal.out(`${mark} ${out.bold(rule.id)} ${LABELS[example.expect]} ${command}${policy}\n`);
    }
  }
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) terminal.err(printDiagnostics(errors, textOf, style(terminal.color.err)));
  terminal.out(`${count - differing.length} of ${count} examples as expected\n`);
  return hasErrors(diagnostics) ? EXIT.failed : EXIT.ok;
};
