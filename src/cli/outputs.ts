// Which files a build writes, and where.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OutputFile, policyFile } from "../compiler/4-emit/emit.ts";
import { renderInstructions } from "../compiler/4-emit/instructions.ts";
import { BEGIN, END, newFileWithBlock, replaceBlock } from "../compiler/4-emit/marked-block.ts";
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";
import { brokenMarks, noMarks } from "../compiler/messages/generated.ts";
import type { Policy } from "../policy/types.ts";
import { shownPath } from "./io/paths.ts";
import { startOf } from "./io/project.ts";
import { readIfThere, type WholeFile } from "./io/write.ts";
import { packageFolder } from "./package.ts";

const AGENTS = "AGENTS.md";

/** The policy, the agents' instructions and the pages in the output folder. */
export function outputsOf(
  policy: Policy,
  pages: readonly OutputFile[],
  out: string,
  cwd: string,
): WholeFile[] {
  const files = [
    policyFile(policy),
    { path: `agents/${AGENTS}`, content: newFileWithBlock(instructions(policy)) },
    ...pages,
  ];
  return files.map(({ path, content }) => {
    const full = join(out, path);
    return { path: full, shown: shownPath(full, cwd), content };
  });
}

/** The project's own AGENTS.md with our block brought up to date. A file without the block is never replaced. */
export function agentsInPlace(
  policy: Policy,
  root: string,
  cwd: string,
): { readonly file: WholeFile } | { readonly problem: Diagnostic } {
  const path = join(root, AGENTS);
  const shown = shownPath(path, cwd);
  const existing = readIfThere(path);
  if (existing === undefined)
    return { file: { path, shown, content: newFileWithBlock(instructions(policy)) } };
  const replaced = replaceBlock(existing, instructions(policy));
  if ("content" in replaced) return { file: { path, shown, content: replaced.content } };
  const at = startOf(shown);
  const name = `\`${shown}\``;
  return replaced.problem === "no-marks"
    ? { problem: noMarks(at, { path: name, begin: `\`${BEGIN}\``, end: `\`${END}\`` }) }
    : { problem: brokenMarks(at, { path: name, found: replaced.found }) };
}

function instructions(policy: Policy): string {
  return renderInstructions(
    policy,
    readFileSync(join(packageFolder(), "templates", "AGENTS.md.hbs"), "utf8"),
  );
}
