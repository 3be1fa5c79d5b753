// The project's own AGENTS.md, from the house rules.
import { readFileSync } from "node:fs";
import { contentOf } from "../../src/cli/agents/agents.ts";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { sha256 } from "../../src/cli/node-tools.ts";
import { planAgents } from "../../src/compiler/4-emit/agents/plan.ts";
import { targetsOf } from "../../src/compiler/4-emit/agents/targets/all.ts";
import { TEMPLATES, Templates } from "../../src/compiler/4-emit/templates.ts";
import { compile } from "../../src/compiler/compile.ts";
import type { Generated } from "./write.ts";

const SOURCE = "docs/house-rules.md";

/** The instructions that the house rules give. Throws where they are broken, with what is wrong. */
export function agents(): Generated[] {
  const text = readFileSync(SOURCE, "utf8");
  const { policy, diagnostics } = compile([{ file: SOURCE, text }], { sha256, checker: checkerForAnalysis });
  const wrong = diagnostics.filter((d) => d.severity !== "notice");
  if (wrong.length > 0)
    throw new Error(wrong.map((d) => `${SOURCE}:${d.source.line} ${d.message}`).join("\n"));
  const texts = new Map(TEMPLATES.map((name) => [name, readFileSync(`templates/${name}`, "utf8")]));
  const templates = new Templates(texts);
  const plan = planAgents({ policy, targets: targetsOf(["agents-md"]), templates, around: () => "" });
  if (plan.problems.length > 0) throw new Error(plan.problems.map((d) => d.message).join("\n"));
  return plan.files.map((file) => ({ path: file.path, content: contentOf(file) }));
}
