// What a task runs: a call of an MCP tool with its parameters, or a command.
import type { Task } from "../../policy/types.ts";
import type { Token } from "../1-read/tokens.ts";
import type { Linker } from "./linker.ts";
import { linkPattern } from "./patterns.ts";
import { inPlace, type MemberOf, slug } from "./workflow-each.ts";

/** The labels whose code spans are calls. */
export const CALLS: readonly string[] = ["Runs", "Checks with"];

/** What other languages write for a parameter that isn't given. */
const NOTHING = ["None", "null", "nil", "undefined"];

interface CallContext {
  readonly linker: Linker;
  readonly refuse: (expected: string) => undefined;
}

/** A call, for one member of a list where there is one; undefined after reporting what is wrong with it. */
export function readCall(
  token: Token,
  member: MemberOf | undefined,
  { linker, refuse }: CallContext,
): Task["runs"] {
  const match = /^([\w.:-]{1,200})\(([^()]*)\)$/.exec(token.text);
  if (match === null) {
    const text = member === undefined ? token.text : inPlace(token.text, member, quoted);
    const command = linkPattern({ ...token, text }, linker);
    return command === undefined ? undefined : { command, source: token.source };
  }
  const parameters: string[] = [];
  const values: [string, string][] = [];
  const written = (match[2] ?? "").split(",").map((p) => p.trim());
  for (const parameter of written.length === 1 && written[0] === "" ? [] : written) {
    const [, name, value] = /^([\w-]+)(?:\s*=\s*(.+))?$/.exec(parameter) ?? [];
    if (name === undefined || parameters.includes(name))
      return refuse("the names of parameters, each once, perhaps with “=” and a value");
    if (value !== undefined && NOTHING.includes(value)) continue;
    parameters.push(name);
    if (value !== undefined) {
      const bare = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
      values.push([name, member === undefined ? bare : inPlace(bare, member, (v) => v)]);
    } else if (member?.nouns.includes(slug(name)) === true) values.push([name, member.value]);
  }
  const fixed = values.length === 0 ? {} : { values: Object.fromEntries(values) };
  return { tool: match[1] ?? "", parameters, ...fixed, source: token.source };
}

/** A member as one word of a command. */
function quoted(value: string): string {
  if (/^[\w./:@%+=,-]+$/.test(value)) return value;
  return value.includes("'") ? `"${value}"` : `'${value}'`;
}
