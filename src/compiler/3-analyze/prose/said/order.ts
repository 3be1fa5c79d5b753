// What comes after what: "after `a` comes `b`", "`b` needs `a`", "`a` → `b`", "`b` doesn't wait for `a`".
import type { Claim } from "../claim.ts";
import { type Match, matches } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { Thing } from "../things.ts";
import type { OrderSaid } from "../values.ts";
import { ORDER_FORMS, type OrderMeaning } from "./order-forms.ts";
import { claim, type Extractor, hasWord, placeOfMatch, type Reading, thingsOf } from "./reading.ts";

/** Orders of tasks, waits and gates. Names of anything else are passed over. */
export const orders: Extractor = (sentence, reading) =>
  matches(sentence, ORDER_FORMS, reading.effort).flatMap((match) => ordersOf(match, sentence, reading));

function ordersOf(match: Match<OrderMeaning>, sentence: Sentence, reading: Reading): Claim[] {
  const { form, named, start, end } = match;
  if (isReversed(sentence, start, end)) return [];
  const at = placeOfMatch(match, sentence);
  const said = thingsOf(named.A, sentence, reading);
  const before = match.value === undefined ? parts(said) : behind(said, match.value.text, reading);
  const after = parts(thingsOf(named.B, sentence, reading));
  const say = (
    subject: Thing,
    how: OrderSaid["how"],
    of: readonly Thing[],
    besides?: readonly Thing[],
  ): Claim[] => {
    const others = of.filter((t) => t.key !== subject.key && t.playbook === subject.playbook);
    if (others.length === 0 && how !== "all") return [];
    const value = { how, parts: others, ...(besides === undefined ? {} : { besides }) };
    return [claim("order", subject, value, at, reading)];
  };
  switch (form.means) {
    case "nothing": {
      const [subject] = parts(thingsOf(named.S, sentence, reading));
      return subject === undefined || !endsClause(sentence, end) ? [] : say(subject, "all", []);
    }
    case "onward": {
      const [from] = parts(
        sentence.topic === undefined ? [] : thingsOf({ topic: sentence.topic }, sentence, reading),
      );
      if (from === undefined || hasWord(sentence, start - WIDE, end + WIDE, SETBACKS)) return [];
      return after.flatMap((subject) => say(subject, "next", [from]));
    }
    case "together":
      return before.flatMap((subject) => say(subject, "not", before));
    case "in order":
      return before.flatMap((subject, i) => (i === 0 ? [] : say(subject, "later", before.slice(i - 1, i))));
    case "both ways":
      return after.flatMap((subject) => say(subject, "not", before));
    case "gate":
      return after.flatMap((subject) =>
        subject.definition?.kind === "Gate" ? say(subject, "all", before) : [],
      );
    case "all":
      if (before.length < said.length) return [];
      return after.flatMap((subject) => say(subject, "all", before));
    case "next": {
      const besides = after.length > 1 ? after : undefined;
      const vague = hasWord(sentence, start, end, VAGUE);
      return after.flatMap((subject) => say(subject, vague ? "later" : "next", before, besides));
    }
    default: {
      const how = form.means;
      return after.flatMap((subject) => say(subject, how, before));
    }
  }
}

function parts(things: readonly Thing[]): Thing[] {
  return things.filter((t) => t.playbook !== undefined);
}

const PASSED = wordSet(
  "pass passed waived ok success succeeded successful done complete completed green true",
);

/** The parts that are over when things have a value: those that have passed, and those that wait for such a fact. */
function behind(things: readonly Thing[], value: string, reading: Reading): Thing[] {
  return things.flatMap((t) => {
    if (t.playbook !== undefined) return PASSED.has(value.toLowerCase()) ? [t] : [];
    const waiting = reading.things.waitingFor(t, value);
    return waiting.length === 1 ? waiting : [];
  });
}

/** Words of what happens when things go wrong: orders among them are not the plan's. */
const SETBACKS = wordSet(
  "fails fail failed failure error errors otherwise else back not never without again retry rerun",
  "rollback unless reject rejected manually n't skip skipped or",
);
const VAGUE = wordSet("only sometime eventually later long");
const DENIALS = wordSet("no nobody don't doesn't needn't can't cannot won't without shouldn't isn't aren't");
const NEAR = 12;
const NEARER = 4;
const WIDE = 40;

const FAILING = wordSet("fails fail failed failure error errors otherwise back again unless rollback");
const CONDITIONS = wordSet("if when whenever not never nor neither");
const CONDITIONS_BEHIND = wordSet("if when unless only");

/** Whether an order is spoken of that holds when something went wrong, or under a further condition. */
function isReversed(sentence: Sentence, start: number, end: number): boolean {
  return (
    hasWord(sentence, start - NEAR, start, FAILING) ||
    hasWord(sentence, end, end + 3, FAILING) ||
    hasWord(sentence, start - NEAR, start, CONDITIONS) ||
    hasWord(sentence, start - NEARER, start, DENIALS) ||
    hasWord(sentence, end, end + 1, CONDITIONS_BEHIND)
  );
}

function endsClause({ lexemes }: Sentence, end: number): boolean {
  const next = lexemes[end];
  return (
    next === undefined ||
    (next.type === "mark" && next.text !== "→") ||
    ["and", "but", "so", "then"].includes(next.text)
  );
}
