// From a parsed sentence to the rule of its kind. A new rule kind adds one case here.
import type { CommandPattern, Rule, RuleKind, Tool } from "../../policy/types.ts";
import type { RuleItem } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import { ConditionLinker } from "./conditions.ts";
import type { Linker } from "./linker.ts";
import { canonicalOption, checkOption, toolsOf } from "./patterns.ts";
import { buildReportSentence, isReportKind, type ReportKind } from "./report-rules.ts";
import type { BuiltSentence, RuleBody } from "./rule-body.ts";
import { Slots } from "./slots.ts";

/** Resolves a rule's sentence; undefined when a name in it is unknown (which is reported). */
export function buildSentence(item: RuleItem, linker: Linker): BuiltSentence | undefined {
  const { kind } = item.sentence.form;
  if (isReportKind(kind)) return buildReportSentence(kind, item, linker);
  const slots = new Slots(item.sentence.parsed, linker);
  const targets = slots.patterns("T");
  const others = slots.patterns("T2");
  if (targets === undefined || others === undefined) return undefined;
  const governed = targetsAreSecond(kind) ? others : targets;
  const tools = toolsOf(governed, linker);
  const known = [...slots.tokens("F"), ...slots.tokens("F2")].every((t) =>
    checkOption(optionName(t), t, tools, linker),
  );
  const conditions = new ConditionLinker(tools, linker);
  const [when, unless, main] = [slots.group("C"), slots.group("E"), slots.group("C1")];
  const linked = {
    when: when === undefined ? undefined : conditions.condition(when),
    unless: unless === undefined ? [] : conditions.exceptions(unless),
    main: main === undefined ? undefined : conditions.condition(main),
  };
  const complete =
    (when === undefined) === (linked.when === undefined) &&
    (main === undefined) === (linked.main === undefined);
  if (!known || !complete || linked.unless === undefined) return undefined;
  const body = buildBody(kind, item, slots, { targets, others, tools, main: linked.main });
  return body === undefined ? undefined : { body, when: linked.when, unless: linked.unless };
}

interface Parts {
  readonly targets: CommandPattern[];
  readonly others: CommandPattern[];
  readonly tools: readonly Tool[];
  readonly main: Rule["when"];
}

/** Kinds in which the governed command comes behind the one that it is compared with. */
function targetsAreSecond(kind: RuleKind): boolean {
  return kind === "always-before" || kind === "prefer-tool";
}

function buildBody(
  kind: Exclude<RuleKind, ReportKind>,
  item: RuleItem,
  slots: Slots,
  parts: Parts,
): RuleBody | undefined {
  const { targets, others, tools, main } = parts;
  const { verb } = item.sentence.form;
  const option = canonicalOption(slots.texts("F")[0] ?? "", tools);
  const globs = slots.texts("G");
  const limit = Number(slots.texts("N")[0] ?? 0);
  switch (kind) {
    case "never-run":
    case "run-approved":
    case "ask-before":
    case "allow":
      return { kind, targets };
    case "never-times":
    case "never-at-once":
      return { kind, targets, limit };
    case "always-before": {
      const session = item.sentence.parsed.taken[0] === 0;
      const first = slots.steps("T");
      if (first === undefined) return undefined;
      return { kind, first, targets: others, session, ...(option === "" ? {} : { option }) };
    }
    case "always-under":
      return { kind, targets, under: others };
    case "always-each":
      return { kind, first: targets, targets: others };
    case "never-pipe":
      return { kind, targets, into: others };
    case "prefer-tool":
      return { kind, preferred: slots.texts("T")[0] ?? "", targets: others };
    case "order": {
      const steps = slots.steps("T");
      return steps === undefined ? undefined : { kind, steps };
    }
    case "never-until":
      return main === undefined ? undefined : { kind, targets, notBefore: main };
    case "never-before-date": {
      const fact = slots.fact();
      return fact === undefined ? undefined : { kind, targets, fact };
    }
    case "require":
      return main === undefined ? undefined : { kind, condition: main, targets };
    case "never-touch":
      return { kind, verb: verb ?? "edit", globs };
    case "ask-editing":
      return { kind, globs };
    case "never-write":
      return { kind, texts: slots.texts("V"), globs, ...(main === undefined ? {} : { notBefore: main }) };
    case "always-pass":
    case "never-pass":
      return { kind, options: optionUses(slots, tools), join: slots.join("F"), targets };
    case "never-combine": {
      const second = slots.texts("F2").map((name) => canonicalOption(name, tools));
      return { kind, options: optionUses(slots, tools), join: slots.join("F"), with: second, targets };
    }
    case "prefer-option": {
      const over = slots.texts("F2").map((name) => canonicalOption(name, tools));
      return { kind, option, over, targets };
    }
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
