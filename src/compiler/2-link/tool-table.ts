// Tools by name: those that the sources declare, and behind them the shipped ones.
import type { CommandPattern, Role, Rule, Tool } from "../../policy/types.ts";

/** Shipped declarations of a program: its own and those of its subcommands; none where it isn't known. */
export type KnownTools = (program: string) => readonly Tool[];

/** The deepest subcommand that a pattern's words are looked up for. */
const DEPTH = 3;

/** A program that the sources declare is read by their declaration alone; its subcommands may be declared alone. */
export class ToolTable {
  readonly #declared: ReadonlyMap<string, Tool>;
  readonly #known: KnownTools;
  readonly #shipped = new Map<string, ReadonlyMap<string, Tool>>();

  constructor(declared: ReadonlyMap<string, Tool>, known: KnownTools) {
    this.#declared = declared;
    this.#known = known;
  }

  /** The names that the sources declare. */
  keys(): Iterable<string> {
    return this.#declared.keys();
  }

  /** The tools that the sources declare. */
  declared(): readonly Tool[] {
    return [...new Set(this.#declared.values())];
  }

  /** A tool by any of its names: `git`, `git push`. */
  get(name: string): Tool | undefined {
    return this.#declared.get(name) ?? this.#shippedOf(name).get(name);
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /**
   * The declarations that a pattern is read by, the deepest first. A shipped program whose subcommand isn't declared
   * says nothing about options: they stand as those of a tool that nobody declared.
   */
  chain({ program, operands }: Pick<CommandPattern, "program" | "operands">): readonly Tool[] {
    const found: Tool[] = [];
    let deepest = 0;
    for (let depth = Math.min(DEPTH, operands.length); depth >= 0; depth--) {
      const tool = this.get([program, ...operands.slice(0, depth)].join(" "));
      if (tool === undefined) continue;
      deepest = Math.max(deepest, depth);
      found.push(tool);
    }
    const open = found[0] !== undefined && !this.#isOurs(found[0]) && operands.length > deepest;
    const subcommands = operands.length === 0 && !this.#declared.has(program) ? this.#below(program) : [];
    const all = [...found, ...subcommands];
    return open ? all.map((tool) => ({ ...tool, declared: false })) : all;
  }

  /** What rules need of the shipped declarations, in the order of names. */
  used(rules: readonly Rule[], patterns: readonly CommandPattern[]): readonly Tool[] {
    const used = new Set<Tool>();
    for (const pattern of patterns) {
      const words = pattern.operands.filter((w) => !w.includes("<") && w !== "…");
      const command = [pattern.program, ...words].join(" ");
      for (const tool of new Set(this.#shippedOf(pattern.program).values())) {
        const names = [tool.name, ...tool.also];
        const near = names.some(
          (n) => command === n || command.startsWith(`${n} `) || n.startsWith(`${command} `),
        );
        if (near) used.add(tool);
      }
    }
    const shipped = [...used].filter((tool) => !this.#isOurs(tool));
    const names = new Set(shipped.map((tool) => tool.name));
    return [...shipped, ...this.#withRoles(rolesOf(rules)).filter((tool) => !names.has(tool.name))];
  }

  /** The shipped tools with such roles, and the programs whose subcommands they are; without their plain switches. */
  #withRoles(roles: ReadonlySet<Role>): readonly Tool[] {
    if (roles.size === 0) return [];
    const tools = this.#known("*").filter((tool) =>
      [...tool.options, ...tool.operands].some(({ role }) => role !== undefined && roles.has(role)),
    );
    const bases = tools.flatMap((tool) => {
      const program = tool.name.split(" ")[0] ?? tool.name;
      if (this.#declared.has(program) || this.#isOurs(tool)) return [];
      const base = this.#shippedOf(program).get(program);
      return base === undefined || base === tool ? [tool] : [base, tool];
    });
    return [...new Set(bases)].map(withoutSwitches);
  }

  #isOurs(tool: Tool): boolean {
    return [tool.name, ...tool.also].some((name) => this.#declared.has(name));
  }

  #below(program: string): readonly Tool[] {
    const tools = this.#shippedOf(program);
    return [...new Set(tools.values())].filter((t) => t.name.includes(" "));
  }

  /** The shipped names of the program that a name begins with. */
  #shippedOf(name: string): ReadonlyMap<string, Tool> {
    const program = name.split(" ")[0] ?? name;
    const before = this.#shipped.get(program);
    if (before !== undefined) return before;
    const own = this.#declared.has(program) ? [] : this.#known(program);
    const tools = new Map(own.flatMap((tool) => [tool.name, ...tool.also].map((n) => [n, tool] as const)));
    this.#shipped.set(program, tools);
    return tools;
  }
}

/** What the rules about files look for in a tool. */
function rolesOf(rules: readonly Rule[]): ReadonlySet<Role> {
  const roles = new Set<Role>();
  for (const rule of rules) {
    if (rule.kind === "never-touch" && rule.verb === "read") roles.add("reads");
    else if (rule.kind === "never-touch" && rule.verb === "delete") roles.add("deletes");
    else if (rule.kind === "never-touch" || rule.kind === "never-write" || rule.kind === "ask-editing")
      roles.add("writes").add("deletes");
  }
  return roles;
}

function withoutSwitches(tool: Tool): Tool {
  const options = tool.options.filter((o) => o.role !== undefined || o.takes.some((t) => t !== "nothing"));
  return { ...tool, options, switchesLeftOut: true };
}
