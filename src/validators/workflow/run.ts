// How far a run of a playbook is, in the form that the questions about it are answered from.
import type { RegexEngine } from "../../pattern/compare.ts";
import type { DecisionTable, List, McpTool, State, Status } from "../../policy/types.ts";
import type { EvidenceAnswer } from "../evidence/finding.ts";

/** What a state says of one task, wait or gate. */
export interface Recorded {
  readonly status: Status;
  /** When it took that status, as written. */
  readonly at?: string | undefined;
  readonly by?: string | undefined;
  readonly evidence?: string | undefined;
  readonly captures?: Readonly<Record<string, string>> | undefined;
}

/** The state, the facts and the time that a question is asked with. */
export interface Run {
  /** The playbook that it is a run of; without it, of whichever is asked about. */
  readonly playbook?: string;
  readonly tasks: ReadonlyMap<string, Recorded>;
  readonly facts: ReadonlyMap<string, string>;
  /** Milliseconds since 1970, UTC; without it nothing is due and no day has come. */
  readonly now: number | undefined;
  readonly lists: readonly List[];
  /** The tables that decide facts which nobody tells. */
  readonly decisions?: readonly DecisionTable[];
  /** The declared tools, for the types of their parameters. */
  readonly tools?: readonly McpTool[];
  /** What was found of the evidence whose results are at hand; none is where nothing was shown. */
  readonly evidence?: ReadonlyMap<string, EvidenceAnswer> | undefined;
  readonly regex: RegexEngine;
}

const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/;

/** The milliseconds of a date or an ISO time, which is UTC where it names no zone; undefined for anything else. */
export function timeOf(text: string): number | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, date = "", clock = "00:00", zone = "Z"] = match;
  const day = Date.parse(`${date}T00:00Z`);
  const time = Date.parse(`${date}T${clock}${zone}`);
  const isDay = !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
  return isDay && !Number.isNaN(time) ? time : undefined;
}

/** A time as `2026-03-17T10:00Z`. */
export function showTime(time: number): string {
  const ends = Number.isFinite(time) && Math.abs(time) < 8.64e15;
  return ends ? `${new Date(time).toISOString().slice(0, 16)}Z` : "never";
}

/** The tasks of a state by name. */
export function recordedOf(tasks: State["tasks"]): Map<string, Recorded> {
  const recorded = new Map<string, Recorded>();
  for (const [name, said] of Object.entries(tasks ?? {}))
    recorded.set(name, typeof said === "string" ? { status: said } : said);
  return recorded;
}
