// Rules that have ended or soon will. Can't see rules that should have an end and have none.
import { expired, expiresSoon } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

const SOON_DAYS = 14;

/** Reports rules by their `Until`, where the caller says which day it is. */
export const expiry: Analysis = ({ policy, today }) => {
  if (today === undefined) return [];
  const soon = new Date(Date.parse(today) + SOON_DAYS * 86_400_000).toISOString().slice(0, 10);
  return policy.rules.flatMap((rule) => {
    const { until: date, id, source } = rule;
    if (date === undefined || date > soon) return [];
    return [date < today ? expired(source, { id, date }) : expiresSoon(source, { id, date })];
  });
};
