// Whether a rule is at least as strict as another one, in every case. Says yes only where that follows from their forms.
import type { Condition, Rule } from "../policy/types.ts";
import { type EnforcedRule, enforced } from "./enforced.ts";

/** Fields that only grow when more is forbidden or demanded, by kind. */
const GROWING: Readonly<Partial<Record<Rule["kind"], readonly string[]>>> = {
  "always-before": ["first"],
  "never-pass-value": ["values"],
  "never-touch": ["globs"],
  "ask-editing": ["globs"],
  "never-write": ["globs", "texts"],
  "never-combine": ["with"],
};
/** Kinds that say the same of their targets, ever more strictly. */
const RUN_KINDS: readonly Rule["kind"][] = ["ask-before", "run-approved", "never-run"];
/** Kinds in which further options demand or forbid more, by the word that joins them. */
const OPTIONS: Readonly<Partial<Record<Rule["kind"], "and" | "or">>> = {
  "always-pass": "and",
  "never-pass": "or",
};

/** Whether `now` denies, asks or warns wherever `before` does, and as much. */
export function isAsStrict(now: EnforcedRule, before: EnforcedRule): boolean {
  if (now.whole === before.whole) return true;
  return (
    now.surroundings === before.surroundings &&
    (now.waivedAs === undefined || now.waivedAs === before.waivedAs) &&
    isPart(now.unless, before.unless) &&
    isPart(now.allows, before.allows) &&
    lastsAsLong(now.rule, before.rule) &&
    holdsAsOften(now.rule.when, before.rule.when) &&
    listsAsStrict(now, before) &&
    bodyAsStrict(now.rule, before.rule)
  );
}

function isPart(small: readonly string[], large: readonly string[]): boolean {
  return small.every((s) => large.includes(s));
}

function lastsAsLong(now: Rule, before: Rule): boolean {
  return now.until === undefined || (before.until !== undefined && now.until >= before.until);
}

/** Whether a condition holds wherever another one does: it asks for less, or it has more ways to hold. */
function holdsAsOften(now: Condition | undefined, before: Condition | undefined): boolean {
  if (now === undefined) return true;
  if (before === undefined) return false;
  if (enforced(now) === enforced(before)) return true;
  const [mine, theirs] = [now.tests.map(enforced), before.tests.map(enforced)];
  if (now.join === "and" && (before.join === "and" || theirs.length === 1)) return isPart(mine, theirs);
  return (
    (now.join === "or" || mine.length === 1) &&
    (before.join === "or" || theirs.length === 1) &&
    isPart(theirs, mine)
  );
}

/** A list that is forbidden, or demanded, by the rule itself may grow; any other one must be the same. */
function listsAsStrict(now: EnforcedRule, before: EnforcedRule): boolean {
  const own = "list" in now.rule ? now.rule.list : undefined;
  const used = enforced([now.rule.when ?? null, now.unless, now.allows]);
  return [...before.lists].every(([name, members]) => {
    const mine = now.lists.get(name);
    if (mine === undefined) return now.rule.when === undefined || !used.includes(JSON.stringify(name));
    const grown = [...members].every((m) => mine.has(m));
    const same = grown && mine.size === members.size;
    return same || (grown && name === own && !used.includes(JSON.stringify(name)));
  });
}

function bodyAsStrict(now: Rule, before: Rule): boolean {
  if (sameBody(now, before, [])) return true;
  const [to, from] = [RUN_KINDS.indexOf(now.kind), RUN_KINDS.indexOf(before.kind)];
  if (to >= 0 && from >= 0 && (to === from || now.kind === "never-run"))
    return targetsGrow(now, before) && sameBody(now, before, ["kind", "targets"]);
  if (now.kind === "never-touch" && before.kind === "ask-editing")
    return (
      now.verb === "edit" && grows("globs", now, before) && sameBody(now, before, ["kind", "globs", "verb"])
    );
  if (now.kind !== before.kind) return false;
  if ((now.kind === "never-times" || now.kind === "never-at-once") && "limit" in before)
    return now.limit <= before.limit && sameBody(now, before, ["limit"]);
  const join = OPTIONS[now.kind];
  if (join !== undefined && "options" in now && "options" in before && "join" in now && "join" in before) {
    const joined =
      (now.join === join || now.options.length === 1) &&
      (before.join === join || before.options.length === 1);
    return joined && grows("options", now, before) && sameBody(now, before, ["options", "join"]);
  }
  const growing = GROWING[now.kind] ?? [];
  return growing.length > 0 && growing.every((f) => grows(f, now, before)) && sameBody(now, before, growing);
}

/** Further targets are as strict only where nothing else in the rule looks at the words of the command. */
function targetsGrow(now: Rule, before: Rule): boolean {
  if (enforced(fieldOf(now, "targets")) === enforced(fieldOf(before, "targets"))) return true;
  const isBare = (rule: Rule): boolean => rule.when === undefined && rule.unless.length === 0;
  return isBare(now) && isBare(before) && grows("targets", now, before);
}

function grows(field: string, now: Rule, before: Rule): boolean {
  const [mine, theirs] = [fieldOf(now, field), fieldOf(before, field)];
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return mine === theirs;
  return isPart(theirs.map(enforced), mine.map(enforced));
}

/** Whether all but some fields are the same; conditions and exceptions are compared elsewhere. */
function sameBody(now: Rule, before: Rule, but: readonly string[]): boolean {
  const body = (rule: Rule): string =>
    enforced(
      Object.fromEntries(
        Object.entries(rule).filter(
          ([key]) => ![...but, "id", "when", "unless", "until", "exceptionTo"].includes(key),
        ),
      ),
    );
  return body(now) === body(before);
}

function fieldOf(rule: Rule, field: string): unknown {
  return Object.entries(rule).find(([key]) => key === field)?.[1];
}
