// What a heading of a runbook says that its section is about. The words are those of public collections; see
// docs/decisions/runbooks.md.
import type { SectionKind } from "../../../policy/types.ts";

/** Words and phrases that name a kind wherever they stand in a short heading. */
const NOUNS: Readonly<Record<Exclude<SectionKind, "other">, string>> = {
  symptoms:
    "symptom, symptoms, meaning, sign, signs, alert, alerts, trigger, triggers, detection, " +
    "error message, error messages, errors, problem, problem statement, what happened, " +
    "what you see, what is happening, indicators, firing condition, scenario",
  impact: "impact, severity, consequence, consequences, effect, effects, blast radius, sla, slo",
  diagnosis:
    "diagnosis, diagnose, diagnosing, diagnostic, diagnostics, investigation, investigate, " +
    "investigating, troubleshooting, troubleshoot, debugging, debug, triage, cause, causes, " +
    "root cause, root causes, reason, reasons, analysis, what to check, things to check, assessment, check, checks, check, " +
    "checklist, first look, where to look",
  resolution:
    "resolution, resolutions, resolve, resolving, mitigation, mitigations, mitigate, mitigating, " +
    "remediation, remediate, fix, fixes, fixing, recovery, recover, recovering, repair, " +
    "solution, solutions, workaround, workarounds, rollback, roll back, steps, procedure, " +
    "procedures, action, actions, response, what to do, restore, restoration, corrective",
  verification:
    "verification, verify, verifying, validation, validate, validating, post check, post checks, " +
    "confirmation, confirm, expected result, expected results, expected outcome, " +
    "success criteria, definition of done, how to know",
  prevention:
    "prevention, prevent, preventing, preventive measures, follow up, follow ups, post incident, " +
    "postmortem, post mortem, lessons learned, long term, improvements, hardening",
  escalation:
    "escalation, escalations, escalate, contact, contacts, ownership, owners, on call, oncall, " +
    "who to call, communication",
  related:
    "related, references, reference, see also, links, resources, further reading, documentation, " +
    "appendix, notes, dashboards, history, changelog",
  metadata: "metadata, properties, at a glance, document info",
  summary:
    "overview, summary, description, introduction, about, background, context, purpose, scope, " +
    "how it works, prerequisites, requirements, architecture, before you begin",
};

/** Verbs that name a kind at the head of a section of its own, and not of one inside another section. */
const VERBS: readonly (readonly [string, SectionKind])[] = [
  ["check", "diagnosis"],
  ["identify", "diagnosis"],
  ["inspect", "diagnosis"],
  ["look", "diagnosis"],
  ["find", "diagnosis"],
  ["ensure", "diagnosis"],
  ["determine", "diagnosis"],
  ["restart", "resolution"],
  ["stop", "resolution"],
  ["scale", "resolution"],
];

const PHRASES: ReadonlyMap<string, SectionKind> = new Map(
  Object.entries(NOUNS).flatMap(([kind, phrases]) =>
    phrases.split(", ").map((p) => [p, kind as SectionKind] as const),
  ),
);

/** The most words that a heading may have in which a noun counts wherever it stands. */
const SHORT = 6;
/** Kinds whose nouns are common words: they count in headings of at most so many words. */
const COMMON: readonly SectionKind[] = ["summary", "related", "metadata", "escalation"];
const SHORTER = 2;

/** Nouns that say in a short heading below another kind's that something else begins: "Quick verification". */
const STRONG: ReadonlySet<string> = new Set(
  (
    "symptoms impact diagnosis diagnostics investigation troubleshooting triage resolution mitigation remediation fix fixes " +
    "recovery rollback solution workaround verification validation prevention escalation"
  ).split(" "),
);
/** The most words of such a heading. */
const FEW = 3;

/** Words of a heading in lower case, without numbering, emoji and punctuation; `&` and `/` stay as joins. */
function wordsOf(title: string): string[] {
  return title
    .toLowerCase()
    .replace(/^[\s#]*(?:step\s+)?\(?\d+(?:\.\d+)*[.):]?\s+/u, "")
    .replace(/[&/+,]/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .split(" ")
    .filter((w) => w !== "");
}

/**
 * The kinds that a heading names, the first one first; none where it names none. `inside` is true for a heading below
 * one that names a kind: there only a plain change of subject counts, so that "Verify the alert" under Diagnosis stays
 * diagnosis.
 */
export function kindsOfHeading(title: string, inside: boolean): SectionKind[] {
  const words = wordsOf(title);
  const whole = PHRASES.get(words.join(" "));
  if (whole !== undefined) return [whole];
  if (inside) {
    const last = words[words.length - 1] ?? "";
    const kind = words.length <= FEW && STRONG.has(last) ? PHRASES.get(last) : undefined;
    return kind === undefined ? [] : [kind];
  }
  const kinds = words.length > SHORT ? [] : parts(words).flatMap((part) => kindOfPart(part) ?? []);
  if (kinds.length > 0) return [...new Set(kinds)];
  const [first = ""] = words;
  const verb = VERBS.find(([v]) => v === first)?.[1];
  return verb === undefined ? [] : [verb];
}

/** True for a heading that is nothing but the name of a kind: `Symptoms`, `Root cause`, `How to investigate`. */
export function isKindAlone(title: string): boolean {
  const words = wordsOf(title);
  const bare = words[0] === "how" && words[1] === "to" ? words.slice(2) : words;
  const last = bare[bare.length - 1] ?? "";
  return PHRASES.has((["it", "this", "them"].includes(last) ? bare.slice(0, -1) : bare).join(" "));
}

/** True for a few words that name a kind: `Common causes`, `Escalate if`. */
export function isKindShortly(title: string): boolean {
  return wordsOf(title).length <= FEW && kindsOfHeading(title, false).length > 0;
}

function kindOfPart(part: readonly string[]): SectionKind | undefined {
  const kind = headOf(part);
  return kind !== undefined && COMMON.includes(kind) && part.length > SHORTER ? undefined : kind;
}

/** What "and" joins. */
function parts(words: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const word of words) {
    if (word === "and") all.push([]);
    else all[all.length - 1]?.push(word);
  }
  return all;
}

const PREPOSITIONS = ["of", "for", "when", "if", "in", "on", "with", "after", "before", "from"];

/** The kind of a noun group: that of its last noun in front of a preposition ("Root cause fix" is a fix), else any. */
function headOf(words: readonly string[]): SectionKind | undefined {
  const cut = words.findIndex((w) => PREPOSITIONS.includes(w));
  return (cut < 0 ? undefined : lastPhrase(words.slice(0, cut))) ?? lastPhrase(words);
}

function lastPhrase(words: readonly string[]): SectionKind | undefined {
  for (let end = words.length; end > 0; end--) {
    for (const length of [3, 2, 1]) {
      const kind = length > end ? undefined : PHRASES.get(words.slice(end - length, end).join(" "));
      if (kind !== undefined) return kind;
    }
  }
  return undefined;
}
