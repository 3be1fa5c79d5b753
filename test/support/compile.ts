// Compiles texts with the real checker, as the command line does.
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { type Compiled, compile } from "../../src/compiler/compile.ts";
import type { CommandAction, Policy, Verdict } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";

/** The day on which tests compile. */
const TODAY = "2026-06-01";

/** Compiles files given by their paths. */
export function compileFiles(
  files: Readonly<Record<string, string>>,
  settings: Partial<Policy["settings"]> = {},
): Compiled {
  const sources = Object.entries(files).map(([file, text]) => ({ file, text }));
  return compile(sources, { sha256, checker: checkerForAnalysis, today: TODAY, settings });
}

/** Compiles one learnings document and fails on any error in it. */
export function checkerOf(text: string): (command: string, more?: Partial<CommandAction>) => Verdict {
  const compiled = compileFiles({ "learnings/test.md": text });
  const errors = compiled.diagnostics.filter((d) => d.severity === "error");
  if (errors.length > 0) throw new Error(errors.map((e) => `${e.source.line}: ${e.message}`).join("\n"));
  const checker = new Checker(compiled.policy, { sha256, regex });
  return (command, more = {}) => checker.check({ kind: "command", command, ...more });
}
