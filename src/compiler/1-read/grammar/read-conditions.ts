// Reads conditions that stand on their own, as in a nested list item.
import type { Join } from "../../../policy/types.ts";
import type { Token } from "../tokens.ts";
import { Furthest } from "./furthest.ts";
import { matchForm } from "./match.ts";
import { parseForm } from "./notation.ts";
import type { Group } from "./parsed.ts";
import { printParsed } from "./print.ts";

/** `C` holds conditions, `E` also the operator's words that lift a rule. */
export type ConditionSlot = "C" | "E";

/** Conditions in their canonical words, and what joins them where there are several. */
export interface ReadConditions {
  readonly canonical: string;
  readonly join: Join | undefined;
}

const forms = { C: parseForm("C"), E: parseForm("E") };

/** Parses one condition or several joined by the same word; undefined for anything else. */
export function readConditions(slot: ConditionSlot, tokens: readonly Token[]): ReadConditions | undefined {
  const parsed = matchForm(tokens, forms[slot], 0, new Furthest());
  const filling = parsed?.fillings[0];
  if (parsed === undefined || filling?.type !== "nested") return undefined;
  const { group } = filling;
  return {
    canonical: printParsed(parsed, forms[slot]),
    join: group.parts.length > 1 ? group.join : undefined,
  };
}

/** Conditions as they parsed, with their canonical words; undefined for anything else. */
export function parseConditions(
  tokens: readonly Token[],
): { readonly group: Group; readonly canonical: string } | undefined {
  const parsed = matchForm(tokens, forms.C, 0, new Furthest());
  const filling = parsed?.fillings[0];
  if (parsed === undefined || filling?.type !== "nested") return undefined;
  return { group: filling.group, canonical: printParsed(parsed, forms.C) };
}
