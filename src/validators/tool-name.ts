// Which of the tools that a policy speaks of a host means: hosts put the server's name in front, each in its own way.
import { patternsOf } from "../policy/rules.ts";
import type { Policy, Task } from "../policy/types.ts";

/** What may stand between a server's name and the tool's. */
const BETWEEN = /[_.:/-]/;
/** How many parts of a host's name for a tool are looked at. */
const MOST_PARTS = 20;

/** The names of tools that a policy speaks of: in declarations, tasks and rules. */
export class ToolNames {
  readonly #names: ReadonlySet<string>;
  /** Those that may stand at the end of a longer name: what is declared to be a command is no tool of a server. */
  readonly #ends: ReadonlySet<string>;
  readonly #longest: number;
  readonly #families: readonly string[];

  constructor({ mcpTools, workflows, rules, tools }: Policy) {
    const tasks = workflows.flatMap((w) => [...w.tasks, ...(w.groups ?? [])]);
    const spoken = [...mcpTools.map((t) => t.name), ...tasks.flatMap(toolsOf)];
    const ruled = rules.flatMap((r) => patternsOf(r).map((p) => p.program)).filter((p) => !p.includes("*"));
    const commands = new Set(tools.flatMap((t) => [t.name, ...t.also]));
    const ends = [...spoken, ...ruled.filter((name) => !commands.has(name))];
    this.#names = new Set([...spoken, ...ruled]);
    this.#ends = new Set(ends);
    this.#longest = ends.reduce((most, { length }) => Math.max(most, length), 0);
    this.#families = [...new Set(mcpTools.flatMap((t) => (t.family === undefined ? [] : [`${t.family}_`])))];
  }

  /**
   * A tool's own name. `mcp__server__tool` says where it begins; as the server's name may hold the sign too, the longest
   * rest that the policy speaks of counts. In other spellings (`mcp_server_tool`, `server_tool`, `server-tool`) it is the
   * longest such name at the end, or what begins like one of the families.
   */
  own(tool: string): string {
    if (this.#names.has(tool)) return tool;
    const [mcp, , ...own] = tool.split("__");
    if (mcp === "mcp" && own.length > 0) {
      const rests = own.slice(0, MOST_PARTS).map((_, i) => own.slice(i).join("__"));
      return rests.find((rest) => this.#isSpokenOf(rest)) ?? own.join("__");
    }
    return this.#atEnd(tool) ?? this.#inFamily(tool) ?? tool;
  }

  #isSpokenOf(name: string): boolean {
    return this.#names.has(name) || this.#families.some((family) => name.startsWith(family));
  }

  #atEnd(tool: string): string | undefined {
    for (let at = Math.max(1, tool.length - this.#longest); at < tool.length; at++) {
      if (!BETWEEN.test(tool[at - 1] ?? "")) continue;
      const end = tool.slice(at);
      if (this.#ends.has(end)) return end;
    }
    return undefined;
  }

  /** The rest of a name from where it begins like one of a family: an undeclared tool of it. */
  #inFamily(name: string): string | undefined {
    const starts = this.#families
      .map((family) => (name.startsWith(family) ? 0 : afterBetween(name, family)))
      .filter((at) => at >= 0);
    return starts.length === 0 ? undefined : name.slice(Math.min(...starts.slice(0, 100)));
  }
}

function toolsOf({ runs, checksWith }: Pick<Task, "runs" | "checksWith">): string[] {
  return [runs, checksWith].flatMap((call) => (call !== undefined && "tool" in call ? [call.tool] : []));
}

/** Where a text begins that has one of the signs in front; -1 for nowhere. */
function afterBetween(name: string, text: string): number {
  for (let at = name.indexOf(text, 1); at > 0; at = name.indexOf(text, at + 1))
    if (BETWEEN.test(name[at - 1] ?? "")) return at;
  return -1;
}
