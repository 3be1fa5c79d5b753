// What install, uninstall and doctor begin with: the project, its place on this machine, and the hosts that are named.
import type { Host } from "../../hosts/host.ts";
import { type CommandInput, UsageError } from "../command.ts";
import { HOSTS } from "../hook/all-hosts.ts";
import { hostNamed } from "../hook/hosts.ts";
import { findProject } from "../io/project.ts";
import { reportProblems } from "../print/problems.ts";
import type { Terminal } from "../terminal.ts";
import { type Place, placeOf } from "./place.ts";

/** The place of the project around the terminal's folder; undefined, with the cause told, where it can't be read. */
export function projectPlace(terminal: Terminal): Place | undefined {
  const project = findProject(terminal.cwd);
  if (!("problem" in project)) return placeOf(project);
  reportProblems([project.problem], new Map(), terminal);
  return undefined;
}

/** The named hosts, each once. */
export function namedHosts({ operands }: CommandInput): Host[] {
  return [...new Set(operands)].map((name) => {
    const host = hostNamed(name);
    if (host !== undefined) return host;
    throw new UsageError(`unknown host ${name}, expected ${HOSTS.map((h) => h.name).join(" or ")}`);
  });
}
