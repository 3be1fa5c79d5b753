// From a parsed sentence to the rule of its kind. A new rule kind adds one case here.
import type { CommandPattern, Rule, RuleKind, RuleOf, Tool } from "../../policy/types.ts";
import type { RuleItem } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import { linkCondition, linkExceptions } from "./conditions.ts";
import type { Linker } from "./linker.ts";
import { canonicalOption, checkOption, Slots } from "./slots.ts";

type Specific<K extends RuleKind> = Omit<RuleOf<K>, keyof Common>;
/** What is different from kind to kind. */
export type RuleBody = { [K in RuleKind]: { kind: K } & Specific<K> }[RuleKind];
type Common = Pick<
  Rule,
  | "id"
  | "kind"
  | "sentence"
  | "when"
  | "unless"
  | "because"
  | "instead"
  | "exceptionTo"
  | "until"
  | "reviewBy"
  | "date"
  | "entry"
  | "supersedes"
  | "examples"
  | "source"
>;

/** A sentence with its names resolved. */
export interface BuiltSentence {
  readonly body: RuleBody;
  readonly when: Rule["when"];
  readonly unless: Rule["unless"];
}

/** Resolves a rule's sentence; undefined when a name in it is unknown (which is reported). */
export function buildSentence(item: RuleItem, linker: Linker): BuiltSentence | undefined {
  const { parsed, form } = item.sentence;
  const slots = new Slots(parsed, linker);
  const patterns = slots.patterns();
  if (patterns.length !== slotCount(item)) return undefined;
  const tools = toolsOf(patterns, linker);
  const known = slots.tokens("F").every((t) => checkOption(optionName(t), t, tools, linker));
  const when = linkCondition(slots, tools, linker);
  const unless = linkExceptions(slots, tools, linker);
  const body = buildBody(form.kind, slots, patterns, tools);
  const complete = (slots.nested("C") === undefined) === (when === undefined);
  return known && complete && body !== undefined ? { body, when, unless } : undefined;
}

function buildBody(
  kind: RuleKind,
  slots: Slots,
  targets: CommandPattern[],
  tools: readonly Tool[],
): RuleBody | undefined {
  const option = canonicalOption(slots.texts("F")[0] ?? "", tools);
  switch (kind) {
    case "never-run":
    case "run-approved":
    case "ask-before":
      return { kind, targets };
    case "order":
      return { kind, steps: targets };
    case "always-pass":
    case "never-pass":
      return { kind, options: optionUses(slots, tools), join: slots.join("F"), targets };
    case "always-pass-every":
    case "never-pass-any": {
      const list = slots.list();
      return list === undefined ? undefined : { kind, option, list, ...slots.noun(), targets };
    }
    case "never-pass-value":
      return { kind, values: slots.texts("V"), ...(option === "" ? {} : { option }), targets };
    case "default":
      return { kind, option, value: slots.texts("V")[0] ?? "", targets };
  }
}

/** `--x`, `--x` `v`, `--x v` and `--x=v`. A value behind several options is each one's. */
function optionUses(slots: Slots, tools: readonly Tool[]): { name: string; value?: string }[] {
  const [value] = slots.texts("V");
  return slots.tokens("F").map((token) => {
    const name = canonicalOption(optionName(token), tools);
    const own = token.text.slice(optionName(token).length).replace(/^[=\s]\s*/, "");
    const used = own === "" ? value : own;
    return used === undefined ? { name } : { name, value: used };
  });
}

function optionName(token: Token): string {
  return token.text.startsWith("<") ? token.text : (token.text.split(/[=\s]/)[0] ?? token.text);
}

function toolsOf(patterns: readonly CommandPattern[], linker: Linker): Tool[] {
  const tools = patterns.map((p) => linker.tools.get(p.program));
  return tools.some((t) => t === undefined) ? [] : tools.filter((t) => t !== undefined);
}

function slotCount(item: RuleItem): number {
  return item.sentence.parsed.fillings
    .filter((f) => f.type === "tokens" && f.slot === "T")
    .reduce((sum, f) => sum + (f.type === "tokens" ? f.tokens.length : 0), 0);
}
