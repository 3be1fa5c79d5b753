// A policy prepared for checking: rules by the tool that they name, so that a command meets only its own.
import { type Arguments, indexTool, type ToolIndex } from "../pattern/arguments.ts";
import { sortWords } from "../pattern/subcommands.ts";
import type { DecisionTable, List, Policy, Ran, Rule, Tool, ToolOption } from "../policy/types.ts";
import type { Invocation, ReadOptions, Word } from "../shell/types.ts";
import type { Lookup } from "./lookup/lookup.ts";
import { wholeLookup } from "./lookup/whole.ts";
import { invocationOf } from "./remembered.ts";
import { ToolNames } from "./tool-name.ts";

/** An invocation's declared name and its sorted words. */
export interface ReadInvocation {
  readonly tool: string | undefined;
  readonly args: Arguments;
  /** The declaration by which the words were sorted: the subcommand's, where there is one. */
  readonly declaration: Tool | undefined;
  /** How many of the first operands are the declared command's own words. */
  readonly commandWords: number;
}

export class PolicyIndex {
  readonly policy: Policy;
  /** How the words of a command text are read for this policy. */
  readonly reading: Pick<ReadOptions, "carriers" | "placeholders" | "strict">;
  readonly #lookup: Lookup;
  readonly #tools = new Map<Tool, ToolIndex>();
  readonly #read = new WeakMap<Invocation, ReadInvocation>();
  readonly #past = new WeakMap<Ran, { readonly invocation: Invocation | undefined }>();
  #toolNames: ToolNames | undefined;
  /** The rules about files, which any action may meet. */
  readonly fileRules: readonly Rule[];
  readonly #anywhere: readonly Rule[];

  constructor(policy: Policy, lookup: Lookup = wholeLookup(policy)) {
    this.policy = policy;
    this.#lookup = lookup;
    this.reading = {
      carriers: lookup.carriers,
      placeholders: new Set(policy.placeholders),
      strict: policy.settings.strict,
    };
    this.fileRules = lookup.fileRules;
    this.#anywhere = lookup.anywhere;
  }

  /** The globs of files that a rule is limited to by its source; undefined where it is for all. */
  appliesTo(rule: Rule): readonly string[] | undefined {
    return this.#lookup.appliesTo(rule.source.file);
  }

  /** Whether a rule speaks of a program. */
  governs(name: string): boolean {
    const tool = this.tool(name)?.name ?? name;
    return this.#lookup.rulesOf(tool) !== undefined || this.#anywhere.length > 0;
  }

  /** The own name of a tool that a host names. */
  toolName(tool: string): string {
    this.#toolNames ??= new ToolNames(this.policy);
    return this.#toolNames.own(tool);
  }

  list(name: string): List | undefined {
    return this.#lookup.list(name);
  }

  decision(name: string): DecisionTable | undefined {
    return this.#lookup.decision(name);
  }

  /** The declaration of a program or subcommand, by any of its names. */
  tool(name: string): Tool | undefined {
    return this.#lookup.tool(name);
  }

  /** An option of a declaration, by any of its names. */
  option(declaration: Tool | undefined, name: string): ToolOption | undefined {
    return [...(declaration?.options ?? []), ...(declaration?.operands ?? [])].find(
      (o) => o.name === name || o.also.includes(name),
    );
  }

  /** The rules that may speak of a tool; all of them where the tool isn't known. In the policy's order. */
  rulesFor(tool: string | undefined): readonly Rule[] {
    if (tool === undefined) return this.policy.rules;
    const own = this.#lookup.rulesOf(tool);
    if (own === undefined || this.#anywhere.length === 0) return own ?? this.#anywhere;
    return [...own, ...this.#anywhere];
  }

  /** The `Allow` rules that narrow a rule. */
  exceptionsTo(rule: Rule): readonly Rule[] {
    return this.#lookup.exceptionsTo(rule.id);
  }

  /** The names that rules speak of. */
  names(): Iterable<string> {
    return this.#lookup.programs();
  }

  /** Sorts out an invocation's words, once. */
  read(invocation: Invocation): ReadInvocation {
    const known = this.#read.get(invocation);
    if (known !== undefined) return known;
    const name = this.#nameOf(invocation);
    const { args, index, commandWords } = sortWords(invocation.args, name, (n) => this.#toolIndex(n));
    const tool = name === undefined ? undefined : this.tool(name)?.name;
    const open = this.policy.settings.strict && invocation.args.some(mayBeAnOption);
    const read = {
      tool: tool ?? name,
      args: open ? { ...args, open } : args,
      declaration: index?.tool,
      commandWords,
    };
    this.#read.set(invocation, read);
    return read;
  }

  /** A program that ran before, read again, once. */
  past(ran: Ran): Invocation | undefined {
    const known = this.#past.get(ran) ?? { invocation: invocationOf(ran, this.reading) };
    this.#past.set(ran, known);
    return known.invocation;
  }

  /** A name that only looks like one that rules speak of is taken for it. */
  #nameOf({ name, lookalike }: Invocation): string | undefined {
    return lookalike !== undefined && name !== undefined && !this.governs(name) && this.governs(lookalike)
      ? lookalike
      : name;
  }

  #toolIndex(name: string): ToolIndex | undefined {
    const tool = this.#lookup.tool(name);
    if (tool === undefined) return undefined;
    const index = this.#tools.get(tool) ?? indexTool(tool);
    this.#tools.set(tool, index);
    return index;
  }
}

/**
 * Whether an unknown word may turn out to be an option: nothing known of its beginning speaks against that. A placeholder
 * stands for a value.
 */
function mayBeAnOption({ text, pieces, placeholder }: Word): boolean {
  return text === undefined && placeholder === undefined && /^(?:-|$)/.test(pieces?.[0] ?? "");
}
