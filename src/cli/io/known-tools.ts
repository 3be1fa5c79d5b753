// The declarations that come with Bylaw, read when a source first names one of their programs.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { KnownTools } from "../../compiler/2-link/tool-table.ts";
import type { Tool } from "../../policy/types.ts";
import { packageFolder } from "../package.ts";

/** Declarations by program. */
type Shipped = Readonly<Record<string, readonly Tool[]>>;

let shipped: ReadonlyMap<string, readonly Tool[]> | undefined;

/** The shipped declarations of a program and its subcommands; of all programs for `*`. */
export const knownTools: KnownTools = (program) => {
  shipped ??= load();
  return program === "*" ? [...new Set([...shipped.values()].flat())] : (shipped.get(program) ?? []);
};

/** Whether a program, or a subcommand such as `git push`, is declared by what is shipped. */
export function isShipped(name: string): boolean {
  const declared = knownTools(name.split(" ", 1)[0] ?? "");
  return name.includes(" ")
    ? declared.some((t) => t.name === name || t.also.includes(name))
    : declared.length > 0;
}

function load(): ReadonlyMap<string, readonly Tool[]> {
  const text = readFileSync(join(packageFolder(), "dist", "lib", "known-tools.json"), "utf8");
  return new Map(Object.entries(JSON.parse(text) as Shipped));
}
