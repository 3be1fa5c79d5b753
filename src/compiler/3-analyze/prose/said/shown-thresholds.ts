// Thresholds in commands: "no stuck promotions" above `promotion list --older-than 5m`.
import type { Claim } from "../claim.ts";
import type { Lexeme } from "../text/lexemes.ts";
import { nounsAt, nounsBefore } from "../text/noun-phrases.ts";
import type { Things } from "../things.ts";
import type { ShownProgram } from "./commands.ts";
import { STATES, thresholdClaim } from "./thresholds.ts";

/** Options that say how old something is at least. */
const AGES =
  /^--(?:older|longer|more)-than$|^--(?:min|minimum)-age$|^--(?:stuck|stale|idle|inactive|hung|late)-(?:after|for|since)$/;
const DURATION = /^(\d{1,6})(ms|s|m|h|d|min|sec)$/;
const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3_600,
  d: 86_400,
};

/** One claim for each command whose comment names a state, and that asks for what has been so for some time. */
export function shownThresholds(programs: readonly ShownProgram[], things: Things): Claim[] {
  return programs.flatMap(({ options, comment, source, date }): Claim[] => {
    const age = options.find((o) => AGES.test(o.name));
    const written = DURATION.exec(age?.value?.text ?? "");
    const lexemes = lexemesOf(comment, source);
    const at = lexemes.findIndex((l) => STATES.has(l.text));
    if (written === null || at < 0) return [];
    const [text, count = "", unit = ""] = written;
    const seconds = Number(count) * (SECONDS[unit] ?? 0);
    const nouns = nounsAt(lexemes, at + 1, 2) ?? nounsBefore(lexemes, at);
    const value = { from: seconds, to: seconds, text, bound: undefined, about: false, unit: "second" };
    const reading = { things, file: source.file, date, effort: { steps: 0 } };
    return thresholdClaim(nouns, { ...value, state: lexemes[at]?.text ?? "" }, source, reading);
  });
}

function lexemesOf(comment: string, source: Claim["source"]): Lexeme[] {
  const words = comment.slice(0, 400).match(/[\p{L}\p{N}_'-]+|[^\s\p{L}\p{N}]/gu) ?? [];
  return words.map((raw) =>
    /^[\p{L}\p{N}]/u.test(raw)
      ? { type: "word", text: raw.toLowerCase(), raw, source, opensLine: false }
      : { type: "mark", text: raw, source, opensLine: false },
  );
}
