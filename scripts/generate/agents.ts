// The project's own AGENTS.md, from the house rules.
import { readFileSync } from "node:fs";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { sha256 } from "../../src/cli/node-tools.ts";
import { renderInstructions } from "../../src/compiler/4-emit/instructions.ts";
import { newFileWithBlock } from "../../src/compiler/4-emit/marked-block.ts";
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
  const template = readFileSync("templates/AGENTS.md.hbs", "utf8");
  return [{ path: "AGENTS.md", content: newFileWithBlock(renderInstructions(policy, template)) }];
}
