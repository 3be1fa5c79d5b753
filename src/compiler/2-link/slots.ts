// Takes the resolved tokens out of a parsed sentence.
import type { CommandPattern, Join } from "../../policy/types.ts";
import type { Group, NestedFilling, Parsed, TokenFilling } from "../1-read/grammar/parsed.ts";
import type { Token } from "../1-read/tokens.ts";
import { unknownFact, unknownList } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import type { Linker } from "./linker.ts";
import { ambiguous, type Names } from "./names.ts";
import { linkPatterns } from "./patterns.ts";

/** A command, or several of which any will do, with the name that authors give it. */
interface Step {
  readonly name: string;
  readonly patterns: CommandPattern[];
}

/** The slots of one parsed form, by name (`T`, `T2`) and in order. */
export class Slots {
  readonly #tokens: readonly TokenFilling[];
  readonly #nested: readonly NestedFilling[];
  readonly #linker: Linker;
  readonly parsed: Parsed;

  constructor(parsed: Parsed, linker: Linker) {
    this.parsed = parsed;
    this.#tokens = parsed.fillings.filter((f) => f.type === "tokens");
    this.#nested = parsed.fillings.filter((f) => f.type === "nested");
    this.#linker = linker;
  }

  /** The tokens of all fillings of a slot. */
  tokens(name: string): readonly Token[] {
    return this.#tokens.filter((f) => f.name === name).flatMap((f) => f.tokens);
  }

  texts(name: string): string[] {
    return this.tokens(name).map((t) => t.text);
  }

  join(name: string): Join {
    return this.#tokens.find((f) => f.name === name)?.join ?? "and";
  }

  noun(): { noun?: string } {
    const noun = this.texts("noun").join(" ");
    return noun === "" ? {} : { noun };
  }

  group(name: string): Group | undefined {
    return this.#nested.find((f) => f.name === name)?.group;
  }

  /**
   * The steps of a slot: one a filling, of which any pattern will do; tokens joined by "and" are steps of their own.
   * Undefined when a pattern is wrong (which is reported).
   */
  steps(name: string): Step[] | undefined {
    const steps: Step[] = [];
    let complete = true;
    for (const filling of this.#tokens.filter((f) => f.name === name)) {
      const linked = filling.tokens.map((token) => linkPatterns(token, this.#linker));
      if (linked.some((l) => l === undefined)) complete = false;
      const own = linked.map((patterns, i) => ({
        name: filling.tokens[i]?.text ?? "",
        patterns: [...(patterns ?? [])],
      }));
      if (filling.join === "and") steps.push(...own);
      else
        steps.push({ name: own.map((o) => o.name).join(" or "), patterns: own.flatMap((o) => o.patterns) });
    }
    return complete ? steps : undefined;
  }

  /** The command patterns of a slot, all fillings together. */
  patterns(name: string): CommandPattern[] | undefined {
    return this.steps(name)?.flatMap((s) => s.patterns);
  }

  /** The name of the list in slot L, if it is defined. */
  list(): string | undefined {
    const [token] = this.tokens("L");
    return token === undefined
      ? undefined
      : this.#resolve(token, this.#linker.lists, (hint) =>
          this.#linker.report(unknownList(token.source, { list: token.text }, { hint })),
        );
  }

  /** The name of the fact in slot K, if it is defined. */
  fact(): string | undefined {
    const [token] = this.tokens("K");
    return token === undefined
      ? undefined
      : this.#resolve(token, this.#linker.facts, (hint) =>
          this.#linker.report(unknownFact(token.source, { fact: token.text }, { hint })),
        );
  }

  #resolve<T extends { readonly source: Token["source"] }>(
    token: Token,
    names: Names<T>,
    unknown: (hint: string | undefined) => void,
  ): string | undefined {
    const found = names.find(token.text, token.source.file);
    if ("name" in found) return found.name;
    if (found.among.length > 0) {
      this.#linker.report(ambiguous(token.source, token.text, found.among));
    } else unknown(didYouMean(token.text, names.names()));
    return undefined;
  }
}
