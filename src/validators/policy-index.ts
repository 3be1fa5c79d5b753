// A policy prepared for checking: rules by the tool that they name, so that a command meets only its own.
import { type Arguments, indexTool, parseArguments, type ToolIndex } from "../pattern/arguments.ts";
import type { List, Policy, Rule, ToolOption } from "../policy/types.ts";
import type { Invocation } from "../shell/types.ts";

/** An invocation's declared name and its sorted words. */
export interface ReadInvocation {
  readonly tool: string | undefined;
  readonly args: Arguments;
}

export class PolicyIndex {
  readonly policy: Policy;
  readonly #lists: ReadonlyMap<string, List>;
  readonly #tools = new Map<string, ToolIndex>();
  readonly #rules = new Map<string, Rule[]>();
  readonly #anywhere: Rule[] = [];
  readonly #read = new WeakMap<Invocation, ReadInvocation>();

  constructor(policy: Policy) {
    this.policy = policy;
    this.#lists = new Map(policy.lists.map((l) => [l.name, l]));
    for (const tool of policy.tools) {
      const index = indexTool(tool);
      for (const name of [tool.name, ...tool.also]) this.#tools.set(name, index);
    }
    for (const rule of policy.rules) this.#add(rule);
  }

  list(name: string): List | undefined {
    return this.#lists.get(name);
  }

  option(tool: string | undefined, name: string): ToolOption | undefined {
    const index = tool === undefined ? undefined : this.#tools.get(tool);
    return index?.options.get(name) ?? index?.tool.operands.find((o) => o.name === name);
  }

  /** The rules that may speak of a tool; all of them where the tool isn't known. In the policy's order. */
  rulesFor(tool: string | undefined): readonly Rule[] {
    if (tool === undefined) return this.policy.rules;
    const own = this.#rules.get(tool);
    if (own === undefined || this.#anywhere.length === 0) return own ?? this.#anywhere;
    return [...own, ...this.#anywhere];
  }

  /** Whether any rule speaks of a program of this name. */
  isNamed(tool: string): boolean {
    return this.#rules.has(tool);
  }

  /** The names that rules speak of. */
  names(): Iterable<string> {
    return this.#rules.keys();
  }

  /** Sorts out an invocation's words, once. */
  read(invocation: Invocation): ReadInvocation {
    const known = this.#read.get(invocation);
    if (known !== undefined) return known;
    const index = invocation.name === undefined ? undefined : this.#tools.get(invocation.name);
    const read = { tool: index?.tool.name ?? invocation.name, args: parseArguments(invocation.args, index) };
    this.#read.set(invocation, read);
    return read;
  }

  #add(rule: Rule): void {
    const patterns = rule.kind === "order" ? rule.steps : rule.targets;
    const programs = new Set(patterns.map((p) => p.program));
    if ([...programs].some((p) => p.includes("*"))) {
      this.#anywhere.push(rule);
      return;
    }
    for (const program of programs) {
      const rules = this.#rules.get(program) ?? [];
      rules.push(rule);
      this.#rules.set(program, rules);
    }
  }
}
