// A checker for the rules of the corpus, with the tools that come with Bylaw.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { knownTools } from "../../src/cli/io/known-tools.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { compile } from "../../src/compiler/compile.ts";
import type { CommandAction, Verdict } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";

export const HERE = "test/shell";

function corpusChecker(): Checker {
  const text = readFileSync(join(HERE, "rules.md"), "utf8");
  const { policy, diagnostics } = compile([{ file: "playbooks/rules.md", text }], {
    sha256,
    checker: checkerForAnalysis,
    known: knownTools,
  });
  expect(diagnostics.filter((d) => d.severity === "error")).toEqual([]);
  return new Checker(policy, { sha256, regex, root: "/repo" });
}

const CHECKER = corpusChecker();

/** The files of the project: those in `files`, as if they stood in `/repo`. */
function files(path: string): string | undefined {
  const name = /^\/repo\/([\w.-]+)$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const file = join(HERE, "files", name);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export function check(command: string, shell: string): Verdict {
  const action: CommandAction = { kind: "command", command, cwd: "/repo", shell: shell as "bash" };
  return CHECKER.check(action, { files });
}

/** The decision, and the rules or codes that made it, in order of the alphabet. */
export function said({ decision, findings }: Verdict): string {
  const why = findings.filter((f) => f.decision === decision).map((f) => f.rule ?? f.code ?? "");
  return [decision, ...[...new Set(why)].sort()].join(" ");
}
