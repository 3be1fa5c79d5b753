// Which files an invocation touches: by its redirections, and by the roles that its tool's declaration gives.
import type { Arguments } from "../pattern/arguments.ts";
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
  for (const [row, word] of operandRoles(tool, args.operands)) {
    const verb = row === undefined ? undefined : VERBS[row];
    if (verb !== undefined) touches.push(touch(verb, word));
  }
  return touches;
}

/** Each operand with its row's role. A row with "many" takes all but what the rows behind it need. */
function operandRoles(tool: Tool, operands: readonly Word[]): (readonly [Role | undefined, Word])[] {
  const found: (readonly [Role | undefined, Word])[] = [];
  let at = 0;
  for (const [i, row] of tool.operands.entries()) {
    const behind = tool.operands.length - 1 - i;
    const count = row.takes.includes("many") ? Math.max(0, operands.length - at - behind) : 1;
    for (const word of operands.slice(at, at + count)) found.push([row.role, word]);
    at += count;
  }
  return found;
}

function touch(verb: Touch["verb"], word: Pick<Word, "text" | "raw" | "range">): Touch {
  return { verb, path: word.text, raw: word.raw, range: word.range, content: undefined };
}
