// Finds runbooks by what an incident shows: an alert's name, the text of an error, or words. Exact hits come first; the
// words are searched by MiniSearch.
import MiniSearch, { type SearchResult } from "minisearch";
import { kindsOf } from "../policy/runbooks.ts";
import type { Runbook, RunbookStep, Source } from "../policy/types.ts";
import { flat, identifiers, termsOf } from "./terms.ts";

/** Why a runbook was found: the text of it that fits, where that stands, and whether it fits to the letter. */
export interface Reason {
  readonly what: "name" | "alert" | "error" | "symptom" | "title" | "text";
  readonly text: string;
  readonly exact: boolean;
  readonly source: Source;
}

export interface FoundRunbook {
  readonly name: string;
  readonly title: string;
  /** Comparable within one answer only. */
  readonly score: number;
  readonly why: readonly Reason[];
  readonly source: Source;
}

/** Longest text that is searched for, and most different terms of it. */
const MOST_TEXT = 20_000;
const MOST_TERMS = 64;
/** Most reasons that are given for one runbook. */
const MOST_REASONS = 3;
/** Shortest text that counts as a piece of an error's text. */
const SHORTEST_PIECE = 6;

const FIELDS = ["title", "alerts", "errors", "symptoms", "text"];
const BOOST = { title: 3, alerts: 6, errors: 5, symptoms: 4, text: 1 };

/** What decides before the score: how exact the best hit is, and how many of the wanted terms fit. */
interface Standing {
  readonly rank: number;
  readonly terms: number;
}

/** The runbooks that a text leads to, the best first. The same text and runbooks give the same answer. */
export function findRunbooks(runbooks: readonly Runbook[], text: string): FoundRunbook[] {
  const wanted = text.slice(0, MOST_TEXT);
  const exact = runbooks.map((runbook) => exactReasons(runbook, wanted));
  const byWords = searchWords(runbooks, wanted);
  return runbooks
    .flatMap((runbook, i): (FoundRunbook & Standing)[] => {
      const own = exact[i] ?? [];
      const result = byWords.get(i);
      if (own.length === 0 && result === undefined) return [];
      const { name, title, source } = runbook;
      const why = [...own, ...(result === undefined ? [] : wordReasons(runbook, result.queryTerms))];
      const score = Math.round((result?.score ?? 0) * 1000) / 1000;
      return [
        {
          name,
          title,
          score,
          why: distinct(why),
          source,
          rank: Math.max(0, ...own.map(rankOf)),
          terms: result?.queryTerms.length ?? 0,
        },
      ];
    })
    .sort((a, b) => b.rank - a.rank || b.terms - a.terms || b.score - a.score || (a.name < b.name ? -1 : 1))
    .map(({ rank: _rank, terms: _terms, ...found }) => found);
}

function rankOf({ what }: Reason): number {
  return what === "name" || what === "alert" ? 3 : what === "error" ? 2 : 1;
}

/** Names and texts that stand in the wanted text to the letter, but for case and quotation marks. */
function exactReasons(runbook: Runbook, wanted: string): Reason[] {
  const whole = flat(wanted);
  const words = new Set(
    wanted
      .toLowerCase()
      .split(/[^\p{L}\p{N}_.:/-]+/u)
      .flatMap((w) => [w, w.replace(/^[.:/-]+|[.:/-]+$/g, "")]),
  );
  const names: Reason[] =
    whole === runbook.name.toLowerCase()
      ? [{ what: "name", text: runbook.name, exact: true, source: runbook.source }]
      : [];
  const alerts = runbook.alerts
    .filter((a) => words.has(a.name.toLowerCase()))
    .map((a): Reason => ({ what: "alert", text: a.name, exact: true, source: a.source }));
  const errors = runbook.errors
    .filter((e) => contains(whole, flat(e.text)) || isPieceOf(whole, flat(e.text)))
    .map((e): Reason => ({ what: "error", text: e.text, exact: true, source: e.source }));
  const own = identifiers(wanted);
  const symptoms =
    own.size === 0
      ? []
      : symptomsOf(runbook)
          .filter((s) => [...identifiers(s.text)].some((id) => own.has(id)))
          .map((s): Reason => ({ what: "symptom", text: s.text, exact: true, source: s.source }));
  return [...names, ...alerts, ...errors, ...symptoms];
}

/** A text within another one, at the edges of words. */
function contains(outer: string, inner: string): boolean {
  if (inner.length < SHORTEST_PIECE) return false;
  for (let at = outer.indexOf(inner); at >= 0; at = outer.indexOf(inner, at + 1)) {
    const before = outer[at - 1] ?? " ";
    const after = outer[at + inner.length] ?? " ";
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/** A part of an error's text, of more than one word. */
function isPieceOf(piece: string, error: string): boolean {
  return /[^\p{L}\p{N}]/u.test(piece) && contains(error, piece);
}

function symptomsOf(runbook: Runbook): readonly RunbookStep[] {
  return runbook.sections
    .filter((s) => kindsOf(s).some((k) => k === "symptoms" || k === "summary"))
    .flatMap((s) => s.steps);
}

/** What MiniSearch finds, by the index of the runbook; only what enough of the terms fit. */
function searchWords(runbooks: readonly Runbook[], wanted: string): Map<number, SearchResult> {
  const index = new MiniSearch({ fields: FIELDS, tokenize: termsOf, processTerm: (term) => term });
  index.addAll(runbooks.map(documentOf));
  const all = [...new Set(termsOf(wanted))];
  const known = (term: string): boolean => index.search(term, { prefix: false, fuzzy: false }).length > 0;
  const terms = all.length > MOST_TERMS ? all.filter(known).slice(0, MOST_TERMS) : all;
  if (terms.length === 0) return new Map();
  const results = index.search(terms.join(" "), {
    tokenize: (text) => text.split(" "),
    boost: BOOST,
    prefix: (term) => term.length > 3,
    fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    weights: { fuzzy: 0.3, prefix: 0.5 },
  });
  const enough = enoughOf(terms.length);
  return new Map(results.filter((r) => r.queryTerms.length >= enough).map((r) => [Number(r.id), r] as const));
}

/** How many of the wanted terms a runbook has to fit: one of two, two of four, and three of any number beyond. */
function enoughOf(terms: number): number {
  return terms <= 2 ? 1 : terms <= 4 ? 2 : 3;
}

function documentOf(runbook: Runbook, id: number): Record<string, string | number> {
  const steps = runbook.sections.flatMap((s) => [s.title, ...s.steps.flatMap(textsOf)]);
  return {
    id,
    title: `${runbook.title} ${runbook.name}`,
    alerts: runbook.alerts.map((a) => a.name).join(" "),
    errors: runbook.errors.map((e) => e.text).join("\n"),
    symptoms: symptomsOf(runbook)
      .map((s) => s.text)
      .join("\n"),
    text: [...runbook.labels.map((l) => l.value), ...steps].join("\n"),
  };
}

function textsOf({ text, looks, commands }: RunbookStep): string[] {
  return [text, ...looks.map((l) => l.text), ...commands.map((c) => c.command)];
}

/** The texts of a runbook in which most of the terms stand. */
function wordReasons(runbook: Runbook, terms: readonly string[]): Reason[] {
  const candidates: Reason[] = [
    ...runbook.alerts.map((a) => reason("alert", a.name, a.source)),
    ...runbook.errors.map((e) => reason("error", e.text, e.source)),
    reason("title", runbook.title, runbook.source),
    ...symptomsOf(runbook).map((s) => reason("symptom", s.text, s.source)),
    ...runbook.sections.flatMap((s) =>
      s.steps.map((step) =>
        reason("text", `${step.text} ${step.looks.map((l) => l.text).join(" ")}`.trim(), step.source),
      ),
    ),
  ];
  const wanted = new Set(terms);
  return candidates
    .map((candidate, i) => {
      const own = new Set(termsOf(candidate.text));
      const hits = [...wanted].filter(
        (t) => own.has(t) || (t.length > 3 && [...own].some((o) => o.startsWith(t))),
      ).length;
      return { candidate, hits, i };
    })
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits || a.i - b.i)
    .slice(0, MOST_REASONS)
    .map(({ candidate }) => candidate);
}

function reason(what: Reason["what"], text: string, source: Source): Reason {
  return { what, text, exact: false, source };
}

/** The first reasons, each text once. */
function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  const kept = reasons.filter(({ text }) => !seen.has(text) && seen.add(text) !== undefined);
  return kept.slice(0, MOST_REASONS);
}
