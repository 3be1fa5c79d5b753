// What comes after what: "after `a` comes `b`", "`b` needs `a`", "`a` → `b`", "`b` doesn't wait for `a`".
import type { Claim } from "../claim.ts";
import { formSet } from "../text/form-set.ts";
import { type Match, matches } from "../text/match.ts";
import type { Sentence } from "../text/sentences.ts";
import { wordSet } from "../text/words.ts";
import type { Thing } from "../things.ts";
import type { OrderSaid } from "../values.ts";
import { claim, type Extractor, hasWord, placeOfMatch, type Reading, thingsOf } from "./reading.ts";

/** A comes before B. `together`, `in order`: what A lists. `onward`: to B from what the sentence is about. `nothing`: B, or S, has to wait for nothing. */
type Meaning = OrderSaid["how"] | "onward" | "both ways" | "together" | "in order" | "gate" | "nothing";

const WRITTEN: readonly (readonly [form: string, means: Meaning])[] = [
  ["@once A ~ @passed [and] [,] [then] ~ @starts ~ B", "next"],
  [
    "@once A ~ @hasBeen ~ % [off | up | out | in | through | down | away | over] [and] [,] [then] ~ @starts ~ B",
    "next",
  ],
  ["@once A ~ @passed [,] [then] ~ B ~ @starts", "next"],
  [
    "@once A ~ @hasBeen ~ % [off | up | out | in | through | down | away | over] [,] [then] ~ B ~ @starts",
    "next",
  ],
  ["@once A ~ @passed [,] [then] [@whoever] ~ @doing ~ B", "next"],
  [
    "@once A ~ @hasBeen ~ % [off | up | out | in | through | down | away | over] [,] [then] [@whoever] ~ @doing ~ B",
    "next",
  ],
  ["@after A [@passed] [,] [then] ~ @starts ~ B", "next"],
  ["@after A [@passed] [,] [then] ~ B ~ @starts", "next"],
  ["@after A [@passed] [,] [then] [@whoever] ~ @doing ~ B", "next"],
  ["@after A [@passed] [,] [then] (it is | it 's) B 's turn", "next"],
  ["@once A ~ @passed [,] [then] (it is | it's | comes) B 's turn", "next"],
  [
    "with A (out of the way | done | behind us | finished | complete | over | passed) [,] [then] ~ B ~ @starts",
    "next",
  ],
  [
    "with A (out of the way | done | behind us | finished | complete | over | passed) [,] [then] [@whoever] ~ @doing ~ B",
    "next",
  ],
  ["first [comes | come | goes] A [,] [and] then [comes | come | goes] ~ B", "later"],
  [
    "(next | successor | step | task | thing) (after | behind | of | to follow) A ~ (is | comes | :) ~ B",
    "next",
  ],
  ["B ~ is [the] next [step | task | thing | one | stop | up] (after | behind) A", "next"],
  ["B ~ (is | are) ~ (started | triggered | launched | kicked off | set off | called) by A", "next"],
  ["A ~ (comes | come | runs | is | goes | happens) ~ @right before B", "next"],
  ["B (can | may | could | might) ~ @starts ~ (before | without | without waiting for) A", "not"],
  ["no need for B to (wait for | need | await) A", "not"],
  [
    "while A ~ (is going on | runs | is running | goes on | is under way | is still running | is busy | is in progress) [,] ~ B ~ @starts",
    "not",
  ],
  [
    "B ~ @starts ~ while A ~ (is going on | runs | is running | goes on | is under way | is still running | is in progress)",
    "not",
  ],
  ["no B without A", "later"],
  ["wait (for | until) A [@passed] before [@whoever] ~ @begun B", "later"],
  ["A ~ @passed before [@whoever] ~ @begun B", "later"],
  ["A ~ @hasBeen ~ % before [@whoever] ~ @begun B", "later"],
  ["A … first [,] [and] [only] then ~ [@doing] B", "later"],
  [
    "B ~ (is blocked | is held | is held back | stays blocked | stays closed | is shut | has to stay shut) until A",
    "later",
  ],
  ["A ~ (@mustBe) ~ before B", "later"],
  ["only (prerequisite | precondition | dependency | requirement) (of | for) B (is | :) A", "all"],
  ["(prerequisites | preconditions | dependencies | predecessors) (of | for) B (are | is) A", "all"],
  ["all [that] B (needs | waits for | depends on | requires | asks for) is A", "all"],
  ["B ~ (consists of | is made up of | comprises | asks for nothing but) A", "all"],
  [
    "B ~ (is passed | passes | opens | is open | is met | clears) ~ (when | once | if | as soon as) A ~ @passed",
    "gate",
  ],
  [
    "B ~ (has | have) (one | only one | just one | a single) (prerequisite | precondition | dependency) [, | : | and that is] A",
    "all",
  ],
  [
    "B ~ (needs | need | depends on | waits for | requires) A (alone | only | and nothing else | and no other)",
    "all",
  ],
  ["(order | sequence) [of things | of steps | of work] (is | :) A", "in order"],
  ["nothing (has to be | must be | needs to be | is) (done | finished | over) before S", "nothing"],
  ["B ~ @starts ~ @soon @after A", "next"],
  ["B ~ @starts ~ @soon @once A ~ @passed", "next"],
  ["B ~ @starts ~ @soon @once A ~ @hasBeen ~ % [off | up | out | in | through | down | away | over]", "next"],
  ["B ~ @starts ~ @after A", "next"],
  ["B ~ @starts ~ @once A ~ @passed", "next"],
  ["B ~ @starts ~ @once A ~ @hasBeen ~ % [off | up | out | in | through | down | away | over]", "next"],
  [
    "B ~ (must not | may not | cannot | can't | does not | doesn't | should not | mustn't | is not | isn't | never) ~ (@starts) ~ (before | until) A",
    "later",
  ],
  ["@doing B ~ @soon @after A", "next"],
  ["@doing B ~ (once | when | as soon as | after) A ~ @passed", "next"],
  [
    "@doing B ~ (once | when | as soon as | after) A ~ @hasBeen ~ % [off | up | out | in | through | down | away | over]",
    "next",
  ],
  ["@doing B ~ @after A", "next"],
  ["A ~ @followed B", "next"],
  ["from A [@whoever | it] ~ (@doing) ~ B", "next"],
  [
    "B ~ (will not | won't | can't | cannot | does not | doesn't | may not | must not) ~ (@starts) ~ unless A",
    "later",
  ],
  ["B ~ @follows A", "next"],
  ["(next | then) (comes | is | follows | starts | runs | begins) ~ B", "onward"],
  ["(next | then) [,] @doing ~ B", "onward"],
  ["@proceeding ~ B", "onward"],
  ["A [,] [and] then ~ B", "later"],
  ["A @arrow ~ B", "later"],
  ["B ~ (needs | requires | waits for | depends on) (only | nothing but | no more than | just) A", "all"],
  ["B ~ (only | just) (needs | requires | waits for | depends on) A", "all"],
  ["B ~ @needs ~ [@allOf] A", "later"],
  ["A ~ @precedes ~ B", "later"],
  ["(@doing | finish | complete | pass) A before B", "later"],
  ["before B [@starts] [,] [@whoever] ~ (@doing | finish | complete) A", "later"],
  ["before B ~ (comes | runs | is | stands) A", "later"],
  ["B ~ @needless ~ A", "not"],
  ["B ~ @starts ~ (independently of | regardless of | without regard to) A", "not"],
  [
    "(don't have to | do not have to | needn't | need not | no need to) wait for A before [@whoever] ~ @begun B",
    "not",
  ],
  ["A ~ @unneeded ~ B", "not"],
  ["A ~ @harmless ~ B", "not"],
  ["B ~ [@starts] ~ @parallel A", "both ways"],
  ["A ~ [@starts] ~ @together", "together"],
  [
    "S ~ (needs nothing | waits for nothing | depends on nothing | requires nothing | has no prerequisites | has no prerequisite | needs no other task)",
    "nothing",
  ],
  ["S ~ @starts ~ @atOnce", "nothing"],
];

/** Instead of "`a` is done" one may say what its status, or a fact, then is. */
const FORMS = formSet<Meaning>(
  WRITTEN.flatMap(([form, means]) =>
    form.includes("~ @passed")
      ? [
          [form, means],
          [form.replace("~ @passed", "~ @reads V"), means],
        ]
      : [[form, means]],
  ),
);

/** Orders of tasks, waits and gates. Names of anything else are passed over. */
export const orders: Extractor = (sentence, reading) =>
  matches(sentence, FORMS, reading.effort).flatMap((match) => ordersOf(match, sentence, reading));

function ordersOf(match: Match<Meaning>, sentence: Sentence, reading: Reading): Claim[] {
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
    return others.length === 0 && how !== "all"
      ? []
      : [
          claim(
            "order",
            subject,
            { how, parts: others, ...(besides === undefined ? {} : { besides }) },
            at,
            reading,
          ),
        ];
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
