// Which files an invocation touches: by its redirections, and by the roles that its tool's declaration gives.

import type { Arguments } from "../pattern/arguments.ts";
import { isUsed } from "../pattern/condition.ts";
import type { Role, Tool } from "../policy/types.ts";
import type { Invocation, Word } from "../shell/types.ts";
import type { Touch } from "./rules/files.ts";

const VERBS: Readonly<Partial<Record<Role, Touch["verb"]>>> = {
  reads: "read",
  writes: "edit",
  deletes: "delete",
};

/** The files that an invocation reads, writes or deletes, as far as that can be seen. */
export function touchesOf(invocation: Invocation, args: Arguments, tool: Tool | undefined): Touch[] {
  const touches = invocation.redirections.flatMap(({ operator, target }): Touch[] => {
    if (/^\d*[<>]&/.test(operator) || operator.startsWith("<<") || target.text === "/dev/null") return [];
    return [touch(operator.includes(">") ? "edit" : "read", target)];
  });
  if (tool === undefined) return touches;
  for (const option of tool.options) {
    const verb = option.role === undefined ? undefined : VERBS[option.role];
    if (verb === undefined) continue;
    const values = args.occurrences.filter((o) => o.name === option.name).flatMap((o) => o.values);
    touches.push(...values.map((value) => touch(verb, value)));
  }
  const changed = changedRole(args, tool);
  for (const [i, word] of args.operands.entries()) {
    const own = args.rows[i]?.role;
    const role = own === "reads" ? (changed ?? own) : own;
    const verb = role === undefined ? undefined : VERBS[role];
    if (verb !== undefined) touches.push(touch(verb, word));
  }
  return touches;
}

/** A switch with a role says what the operands are when it is used: `sed -i` writes the files that it reads. */
function changedRole(args: Arguments, tool: Tool): Role | undefined {
  const flag = tool.options.find(
    (o) => o.role !== undefined && o.takes.includes("nothing") && isUsed(o.name, args) === true,
  );
  return flag?.role;
}

function touch(
  verb: Touch["verb"],
  word: Pick<Word, "text" | "raw" | "range"> & Partial<Pick<Word, "glob" | "pieces">>,
): Touch {
  const { text, raw, range, glob, pieces } = word;
  const climbs = pieces?.some((piece) => piece?.includes("..") === true) === true;
  const beginning = glob === true && !climbs ? (pieces?.[0] ?? undefined) : undefined;
  return { verb, path: text, beginning, raw, range, content: undefined };
}
