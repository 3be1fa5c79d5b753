// bylaw hook: the same answer as the bundled hook gives, for trying it out.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CommandRun, textOption, UsageError } from "../command.ts";
import { HOSTS } from "../hook/all-hosts.ts";
import { answer } from "../hook/answer.ts";
import { hookOptions } from "../hook/hook-options.ts";
import { hostNamed } from "../hook/hosts.ts";
import { worldOf } from "../hook/world.ts";
import { policyPath } from "../io/policy-file.ts";
import { findProject } from "../io/project.ts";
import { regex, sha256 } from "../node-tools.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const hook: CommandRun = (input, terminal) => {
  const [name] = input.operands;
  const host = hostNamed(name);
  if (host === undefined) {
    throw new UsageError(`unknown host ${name ?? ""}, expected ${HOSTS.map((h) => h.name).join(" or ")}`);
  }
  const fail = textOption(input, "fail");
  const options = hookOptions([
    ...(fail === undefined ? [] : ["--fail", fail]),
    ...(input.options["observe"] === true ? ["--observe"] : []),
  ]);
  if ("problem" in options) throw new UsageError(options.problem);
  const world = worldOf(textOption(input, "policy") ?? inForce(terminal), {
    input: () => new TextDecoder("utf-8").decode(terminal.input()),
    sha256,
    random: randomBytes,
    regex,
    options,
  });
  terminal.out(answer(host, world));
  return EXIT.ok;
};

/** The policy in force where the hook line names none: the project's `.bylaw/policy.json`, else what was built last. */
function inForce(terminal: Terminal): string | undefined {
  const project = findProject(terminal.env["CLAUDE_PROJECT_DIR"] ?? terminal.cwd);
  if ("problem" in project) return undefined;
  const committed = join(project.root, ".bylaw", "policy.json");
  return existsSync(committed) ? committed : policyPath(project, terminal.cwd, undefined);
}
