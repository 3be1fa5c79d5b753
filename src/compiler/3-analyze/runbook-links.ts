// Loose ends of a runbook: a cause that it mends and never looks for, a finding that it does nothing about. They are held
// against each other by their words, so only what shares hardly any is reported. Can't see whether the way out is right.
import { isEmpty, kindsOf, stepsOf } from "../../policy/runbooks.ts";
import type { Runbook, RunbookSection, RunbookStep, Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { causeWithoutDiagnosis, findingWithoutResolution } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";
import { codeSpans, contentWords, speaksOf } from "./content-words.ts";

/** Something that the other half of the runbook is to speak of. */
interface End {
  readonly text: string;
  readonly source: Source;
  /** Words that say what it means where it doesn't itself ("it doesn't answer"). */
  readonly around: string;
}

/** Most causes and most findings that are looked at in one runbook. */
const MOST = 300;

/** Headings of a resolution that name no cause. */
const NO_CAUSE =
  /^(?:afterwards?|after|general|otherwise|anything else|everything else|other|others|last resort|clean ?up|immediate|short|long|quick|temporary|permanent|options?|step|emergency|none of (?:these|the above))\b/i;

export const runbookLinks: Analysis = ({ policy }) =>
  policy.runbooks.filter((r) => r.strict).flatMap((r) => [...causes(r), ...findings(r)]);

/** Causes under Resolution that nothing under Diagnosis or Symptoms speaks of. */
function causes(runbook: Runbook): Diagnostic[] {
  const looked = runbook.sections.filter((s) =>
    kindsOf(s).some((k) => k === "diagnosis" || k === "symptoms"),
  );
  if (!looked.some((s) => kindsOf(s).includes("diagnosis") && s.steps.length > 0)) return [];
  const texts = looked.flatMap((s) => s.steps.map((step) => known(`${s.title} ${wholeText(step)}`)));
  return causesOf(runbook)
    .slice(0, MOST)
    .filter((cause) => !isSpokenOf(cause, texts))
    .map(({ text, source }) => causeWithoutDiagnosis(source, { cause: text }));
}

/** What the steps of Diagnosis call a problem or a cause, and nothing under Resolution speaks of. */
function findings(runbook: Runbook): Diagnostic[] {
  const mending = runbook.sections.filter((s) => kindsOf(s).includes("resolution"));
  if (!mending.some((s) => s.steps.length > 0)) return [];
  const texts = mending.map((s) => known(`${s.title} ${s.steps.map(wholeText).join(" ")}`));
  const rows = stepsOf(runbook, "diagnosis").filter((step) => step.cause !== undefined);
  const told = rows.map((r) => known(r.text));
  const ends = findingsOf(runbook)
    .slice(0, MOST)
    .filter((f) => !isSpokenOf(f, texts));
  return ends
    .filter((f) => rows.some((r) => r.cause === f.text) || !isSpokenOf(f, told))
    .map(({ text, source }) => findingWithoutResolution(source, { finding: text }));
}

/** Causes that Resolution names: "If …" in front of its steps, and, where Diagnosis has a table of causes, its headings. */
function causesOf(runbook: Runbook): End[] {
  const mending = runbook.sections.filter((s, i) => s.kind === "resolution" && !isEmpty(runbook.sections, i));
  const top = Math.min(...mending.map((s) => s.depth));
  const hasTable = stepsOf(runbook, "diagnosis").some((s) => s.cause !== undefined);
  return mending.flatMap((section) => [
    ...(isCause(section, top, hasTable) ? [endOf(conditionOf(section.title) ?? section.title, section)] : []),
    ...section.steps.flatMap((step) => {
      const condition = conditionOf(step.text);
      return condition === undefined ? [] : [endOf(condition, step)];
    }),
  ]);
}

function isCause(section: RunbookSection, top: number, hasTable: boolean): boolean {
  if (section.depth <= top || NO_CAUSE.test(section.title)) return false;
  return hasTable || conditionOf(section.title) !== undefined;
}

/** "If the lock is stale" of "If the lock is stale:". Only what ends in a colon or a full heading is a case of its own. */
function conditionOf(text: string): string | undefined {
  return /^(?:if|when|in case)\s+([^:,.]{3,120})(?::|$)/i.exec(text.replace(/[*_]/g, ""))?.[1]?.trim();
}

function findingsOf(runbook: Runbook): End[] {
  return stepsOf(runbook, "diagnosis").flatMap((step) => [
    ...step.looks.filter((l) => l.kind === "problem").map((l) => endOf(l.text, l, step.text)),
    ...(step.cause === undefined ? [] : [endOf(step.cause, step)]),
  ]);
}

function endOf(text: string, { source }: { readonly source: Source }, around = ""): End {
  return { text, source, around };
}

/** A text, as it is held against others. */
interface Known {
  readonly words: ReadonlySet<string>;
  readonly spans: readonly string[];
}

function known(text: string): Known {
  return { words: contentWords(text), spans: codeSpans(text) };
}

function isSpokenOf({ text, around }: End, texts: readonly Known[]): boolean {
  const own = contentWords(text);
  const words = own.size < 2 ? contentWords(`${text} ${around}`) : own;
  if (words.size === 0) return true;
  const spans = codeSpans(text);
  return texts.some((t) => speaksOf(words, t.words) || spans.some((s) => t.spans.includes(s)));
}

function wholeText({ text, looks, commands }: RunbookStep): string {
  return [text, ...looks.map((l) => l.text), ...commands.map((c) => `${c.comment ?? ""} ${c.command}`)].join(
    " ",
  );
}
