// The shipped declarations as data, by program, from the sources in tools/.
import { readdirSync, readFileSync } from "node:fs";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { sha256 } from "../../src/cli/node-tools.ts";
import { compile } from "../../src/compiler/compile.ts";
import type { Tool } from "../../src/policy/types.ts";
import type { Generated } from "./write.ts";

const FOLDER = "tools";

/** One file of all declarations, without what only people read. Throws where one is broken. */
export function knownTools(): Generated[] {
  const files = readdirSync(FOLDER)
    .sort()
    .map((name) => ({ file: `${FOLDER}/${name}`, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));
  const { policy, diagnostics } = compile(files, { sha256, checker: checkerForAnalysis });
  const wrong = diagnostics.filter((d) => d.severity !== "notice");
  if (wrong.length > 0)
    throw new Error(wrong.map((d) => `${d.source.file}:${d.source.line} ${d.message}`).join("\n"));
  const programs: Record<string, Tool[]> = {};
  for (const tool of policy.tools) {
    const names = new Set([tool.name, ...tool.also].map((name) => name.split(" ")[0] ?? name));
    for (const program of names) programs[program] = [...(programs[program] ?? []), bare(tool)];
  }
  return [{ path: "dist/lib/known-tools.json", content: `${JSON.stringify(programs)}\n`, built: true }];
}

function bare({ source: _, ...tool }: Tool): Tool {
  const withoutWords = ({ source: _place, meaning: _words, ...option }: Tool["options"][number]) => option;
  return {
    ...tool,
    options: tool.options.map(withoutWords),
    operands: tool.operands.map(withoutWords),
  };
}
