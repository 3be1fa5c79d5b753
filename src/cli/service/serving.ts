// What the commands share that serve: which policy, and the service over it.
import { join, resolve } from "node:path";
import type { Service } from "../../server/service/service.ts";
import { type CommandInput, textOption, UsageError } from "../command.ts";
import { findProject } from "../io/project.ts";
import { printable } from "../print/style.ts";
import type { Terminal } from "../terminal.ts";
import { localService } from "./local-service.ts";

/** The service of the project around the current folder, over its policy in force or the one that is named. */
export function serviceOf(
  input: CommandInput,
  terminal: Terminal,
): { readonly service: Service; readonly root: string } {
  const project = findProject(terminal.cwd);
  if ("problem" in project) throw new UsageError(`${project.problem.message}. ${project.problem.hint}`);
  const { root } = project;
  const named = textOption(input, "policy");
  const path = named === undefined ? join(root, ".bylaw", "policy.json") : resolve(terminal.cwd, named);
  const refused = (problem: string): void =>
    terminal.err(`bylaw: the policy can't be used: ${printable(problem)}\n`);
  return { service: localService(path, root, refused), root };
}
