// bylaw diff: how a policy stands to another one, with actions that show it.
import { resolve } from "node:path";
import { diffPolicies } from "../../diff/diff.ts";
import { isSafe } from "../../diff/relation.ts";
import type { Policy } from "../../policy/types.ts";
import { type CommandRun, formatOption, UsageError } from "../command.ts";
import { loadPolicyFile } from "../io/policy-file.ts";
import { regex, sha256 } from "../node-tools.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { printDiff } from "../print/diff.ts";
import { style } from "../print/style.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const diff: CommandRun = (input, terminal) => {
  const format = formatOption(input, ["text", "json"]);
  const [before, now] = input.operands;
  if (before === undefined || now === undefined) throw new UsageError("expected two policy files");
  const old = load(before, terminal);
  const fresh = load(now, terminal);
  if (old === undefined || fresh === undefined) return EXIT.unusable;
  const found = diffPolicies(old, fresh, { regex, sha256 });
  if (format === "json") terminal.out(`${JSON.stringify(found, null, 2)}\n`);
  else terminal.out(printDiff(found, style(terminal.color.out)));
  return isSafe(found.relation) ? EXIT.ok : EXIT.failed;
};

function load(path: string, terminal: Terminal): Policy | undefined {
  const loaded = loadPolicyFile(resolve(terminal.cwd, path), terminal.cwd);
  if ("policy" in loaded) return loaded.policy;
  terminal.err(printDiagnostics([loaded.problem], () => undefined, style(terminal.color.err)));
  return undefined;
}
