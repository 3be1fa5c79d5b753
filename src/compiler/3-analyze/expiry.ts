// Rules that have ended or soon will, and what should have been read again. Can't see what should have an end and has none.
import type { Diagnostic } from "../messages/diagnostic.ts";
import { expired, expiresSoon, reviewDue } from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";

const SOON_DAYS = 14;

/** Reports rules by their `Until` and reviews that are due, where the caller says which day it is. */
export const expiry: Analysis = (subject) => {
  const { today } = subject;
  return today === undefined ? [] : [...endings(subject, today), ...reviews(subject, today)];
};

function endings({ policy }: Subject, today: string): Diagnostic[] {
  const soon = new Date(Date.parse(today) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  return policy.rules.flatMap((rule) => {
    const { until: date, id, source } = rule;
    if (date === undefined || date > soon) return [];
    return [date < today ? expired(source, { id, date }) : expiresSoon(source, { id, date })];
  });
}

/** A rule's `Review by`, where it is a day, and a document's `review-by`. */
function reviews({ policy }: Subject, today: string): Diagnostic[] {
  const rules = policy.rules.flatMap(({ reviewBy: date, id, source }) =>
    isPast(date, today) ? [reviewDue(source, { what: `Rule \`${id}\``, date })] : [],
  );
  const documents = policy.sources.flatMap(({ reviewBy: date, file, owner }) => {
    const at = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const hint = owner === undefined ? undefined : `It belongs to ${owner}.`;
    return isPast(date, today) ? [reviewDue(at, { what: "This document", date }, { hint })] : [];
  });
  return [...rules, ...documents];
}

function isPast(date: string | undefined, today: string): date is string {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) && date < today;
}
