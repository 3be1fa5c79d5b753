// Times in prose, in seconds from the shortest to the longest; and what looks like one and is none.
import { expect, test } from "vitest";
import { readDocument } from "../../src/compiler/1-read/read-document.ts";
import { lexemes } from "../../src/compiler/3-analyze/prose/text/lexemes.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1, 60, 3_600, 86_400];

function timesIn(text: string): [number, number][] {
  const { passages } = readDocument("playbooks/t.md", `\`x\` ${text}\n`).prose;
  return passages.flatMap((p) =>
    lexemes(p.tokens).flatMap((l): [number, number][] =>
      l.type === "time" ? [[l.time.from, l.time.to]] : [],
    ),
  );
}

test.each<[string, number, number]>([
  ["10 seconds", 10 * SECOND, 10 * SECOND],
  ["30s", 30, 30],
  ["90 min", 90 * MINUTE, 90 * MINUTE],
  ["90min.", 90 * MINUTE, 90 * MINUTE],
  ["5 mins", 5 * MINUTE, 5 * MINUTE],
  ["1 h", HOUR, HOUR],
  ["1.5 h", 1.5 * HOUR, 1.5 * HOUR],
  ["1.5–2 hours", 1.5 * HOUR, 2 * HOUR],
  ["2-4 hours", 2 * HOUR, 4 * HOUR],
  ["2 – 4 hours", 2 * HOUR, 4 * HOUR],
  ["2 to 4 hours", 2 * HOUR, 4 * HOUR],
  ["2 or 3 days", 2 * DAY, 3 * DAY],
  ["between 10 and 30 minutes", 10 * MINUTE, 30 * MINUTE],
  ["from 10 to 30 minutes", 10 * MINUTE, 30 * MINUTE],
  ["30 minutes to 2 hours", 30 * MINUTE, 2 * HOUR],
  ["30min–2h", 30 * MINUTE, 2 * HOUR],
  ["1h30", 1.5 * HOUR, 1.5 * HOUR],
  ["1h30m", 1.5 * HOUR, 1.5 * HOUR],
  ["1d12h", 1.5 * DAY, 1.5 * DAY],
  ["1 hour 30 minutes", 1.5 * HOUR, 1.5 * HOUR],
  ["1 hour and 30 minutes", 1.5 * HOUR, 1.5 * HOUR],
  ["an hour", HOUR, HOUR],
  ["an hour and a half", 1.5 * HOUR, 1.5 * HOUR],
  ["one and a half hours", 1.5 * HOUR, 1.5 * HOUR],
  ["two and a half hours", 2.5 * HOUR, 2.5 * HOUR],
  ["half an hour", 0.5 * HOUR, 0.5 * HOUR],
  ["half a day", 0.5 * DAY, 0.5 * DAY],
  ["a half hour", 0.5 * HOUR, 0.5 * HOUR],
  ["a quarter of an hour", 0.25 * HOUR, 0.25 * HOUR],
  ["three quarters of an hour", 0.75 * HOUR, 0.75 * HOUR],
  ["a 30-minute wait", 30 * MINUTE, 30 * MINUTE],
  ["forty-five minutes", 45 * MINUTE, 45 * MINUTE],
  ["two weeks", 14 * DAY, 14 * DAY],
  ["every hour", HOUR, HOUR],
  ["hourly", HOUR, HOUR],
  ["once a day", DAY, DAY],
  ["three times an hour", 20 * MINUTE, 20 * MINUTE],
])("%s", (text, from, to) => {
  expect(timesIn(text)).toEqual([[from, to]]);
});

test.each([
  "a second time",
  "10 machines",
  "the 2nd hour",
  "v1.5.2",
  "2026-03-01",
  "5m of cable",
  "minutes",
  "a few hours",
  "once",
  "10",
])("%s is none", (text) => {
  expect(timesIn(text)).toEqual([]);
});
