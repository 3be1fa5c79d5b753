// bylaw trust: takes a policy in force. What is equal or stricter by itself; a person decides on all else.
import { resolve } from "node:path";
import { diffPolicies } from "../../diff/diff.ts";
import { isSafe, type PolicyDiff } from "../../diff/relation.ts";
import type { Policy } from "../../policy/types.ts";
import { type CommandInput, type CommandRun, UsageError } from "../command.ts";
import { shownPath } from "../io/paths.ts";
import { loadPolicyFile, policyPath } from "../io/policy-file.ts";
import { findProject } from "../io/project.ts";
import { linkedPart } from "../io/trust-file.ts";
import { regex, sha256 } from "../node-tools.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { printDiff } from "../print/diff.ts";
import { style } from "../print/style.ts";
import { type InForce, policyInForceOf, putInForce, takenText } from "../put-in-force.ts";
import { needPerson } from "../runs.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const trust: CommandRun = (input, terminal) => {
  const { root, policy } = given(input, terminal);
  if (policy === undefined) return EXIT.unusable;
  const linked = linkedPart(root);
  if (linked !== undefined)
    throw new UsageError(
      `${shownPath(linked, terminal.cwd)} is a link: what it leads to could change unseen`,
    );
  const force = policyInForceOf(root, terminal.cwd);
  if (force.type === "policy" && force.policy.revision === policy.revision) {
    terminal.out(`${policy.revision.slice(0, 12)} is in force already\n`);
    return EXIT.ok;
  }
  const diff = force.type === "policy" ? diffPolicies(force.policy, policy, { regex, sha256 }) : undefined;
  const isFree = force.type === "nothing" || (diff !== undefined && isSafe(diff.relation));
  if (diff !== undefined) terminal.out(printDiff(diff, style(terminal.color.out)));
  if (!isFree && !isWanted(force, diff, terminal)) return EXIT.failed;
  const how = diff?.relation ?? (force.type === "nothing" ? "first" : "unknown");
  const problem = putInForce(root, policy, { by: isFree ? "itself" : "person", how });
  if (problem !== undefined) {
    terminal.err(printDiagnostics([problem], () => undefined, style(terminal.color.err)));
    return EXIT.unusable;
  }
  terminal.out(takenText(policy, how));
  return EXIT.ok;
};

/** The project, and the policy that is to be taken in force; undefined after telling why there is none. */
function given(input: CommandInput, terminal: Terminal): { root: string; policy: Policy | undefined } {
  const project = findProject(terminal.cwd);
  if ("problem" in project) throw new UsageError(project.problem.message);
  const [named] = input.operands;
  const path =
    named === undefined ? policyPath(project, terminal.cwd, undefined) : resolve(terminal.cwd, named);
  const loaded = loadPolicyFile(path, terminal.cwd);
  if ("policy" in loaded) return { root: project.root, policy: loaded.policy };
  terminal.err(printDiagnostics([loaded.problem], () => undefined, style(terminal.color.err)));
  return { root: project.root, policy: undefined };
}

/** Asks the person at the terminal; without one it is an error that says so. */
function isWanted(force: InForce, diff: PolicyDiff | undefined, terminal: Terminal): boolean {
  const why =
    force.type === "unclear"
      ? `what was in force can't be told: ${force.reason}`
      : `the new policy is ${diff?.relation === "looser" ? "looser" : "not comparable"}`;
  needPerson(terminal, `${why}. bylaw trust`);
  terminal.err(`${why}. Take it in force? [yes/no] `);
  const answer = terminal.line().trim().toLowerCase();
  if (answer === "yes" || answer === "y") return true;
  terminal.err("nothing was changed\n");
  return false;
}
