// Which files a build writes into its output folder, and which of an earlier build it takes away.
import { join } from "node:path";
import { type OutputFile, policyFile } from "../compiler/4-emit/emit.ts";
import type { Policy } from "../policy/types.ts";
import { hashOf, OUTPUT_LOCK, readLock } from "./agents/lock.ts";
import type { Leftover } from "./io/leftovers.ts";
import { shownPath } from "./io/paths.ts";
import { readIfThere, type WholeFile } from "./io/write.ts";

/** The policy, the files for agents and the pages in the output folder. */
export function outputsOf(
  policy: Policy,
  agents: readonly OutputFile[],
  pages: readonly OutputFile[],
  out: string,
  cwd: string,
): WholeFile[] {
  return [policyFile(policy), ...agents, ...pages].map(({ path, content }) => {
    const full = join(out, path);
    return { path: full, shown: shownPath(full, cwd), content };
  });
}

/** Files for agents of an earlier build that this one doesn't write, as far as nobody has changed them. */
export function oldAgentFiles(out: string, files: readonly WholeFile[], cwd: string): Leftover[] {
  const folder = join(out, "agents");
  const written = new Set(files.map((f) => f.path));
  const locked = readLock(readIfThere(join(folder, OUTPUT_LOCK)));
  return [...locked].flatMap(([name, { hash }]) => {
    const path = join(folder, name);
    const text = written.has(path) ? undefined : readIfThere(path);
    return text !== undefined && hashOf(text) === hash ? [{ path, shown: shownPath(path, cwd) }] : [];
  });
}
