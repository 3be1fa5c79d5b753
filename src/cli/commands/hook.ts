// bylaw hook: the same answer as the bundled hook gives, for trying it out.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { answer } from "../hook/answer.ts";
import { HOSTS, hostNamed } from "../hook/hosts.ts";
import { policyText, rootOf } from "../hook/policy-text.ts";
import { policyPath } from "../io/policy-file.ts";
import { findProject } from "../io/project.ts";
import { runFiles } from "../io/run-files.ts";
import { regex, sha256 } from "../node-tools.ts";
import { EXIT, type Terminal } from "../terminal.ts";
import { today } from "../today.ts";

export const hook: CommandRun = (input, terminal) => {
  const [name] = input.operands;
  const host = hostNamed(name);
  if (host === undefined) {
    throw new UsageError(`unknown host ${name ?? ""}, expected ${HOSTS.map((h) => h.name).join(" or ")}`);
  }
  const path = textOption(input, "policy") ?? inForce(terminal);
  const text = answer(host, {
    input: () => new TextDecoder("utf-8").decode(terminal.input()),
    policyText: () => policyText(path),
    sha256,
    regex,
    today: today(),
    root: rootOf(path),
    files: runFiles,
  });
  terminal.out(text);
  return EXIT.ok;
};

/** The policy in force where the hook line names none: the project's `.bylaw/policy.json`, else what was built last. */
function inForce(terminal: Terminal): string | undefined {
  const project = findProject(terminal.env["CLAUDE_PROJECT_DIR"] ?? terminal.cwd);
  if ("problem" in project) return undefined;
  const committed = join(project.root, ".bylaw", "policy.json");
  return existsSync(committed) ? committed : policyPath(project, terminal.cwd, undefined);
}
