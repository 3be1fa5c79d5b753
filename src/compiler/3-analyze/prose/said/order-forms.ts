// The forms of orders, in the order in which they are tried. A comes before B.
import { formSet } from "../text/form-set.ts";
import type { OrderSaid } from "../values.ts";

/**
 * `next`, `later`, `all` and `not` as in `OrderSaid`. `onward`: to B from what the sentence is about. `both ways`: neither
 * waits for the other. `together`, `in order`: what A lists. `gate`: all that lets B pass, where B is a gate. `nothing`:
 * S waits for nothing.
 */
export type OrderMeaning =
  | OrderSaid["how"]
  | "onward"
  | "both ways"
  | "together"
  | "in order"
  | "gate"
  | "nothing";

/** Ways of saying that A is over; they stand for DONE in a form. The last one says what its status, or a fact, then is. */
const DONE = [
  "~ @passed",
  "~ @hasBeen ~ % [off | up | out | in | through | down | away | over]",
  "~ @reads V",
];

const WRITTEN: readonly (readonly [form: string, means: OrderMeaning])[] = [
  ["@once A DONE [and] [,] [then] ~ @starts ~ B", "next"],
  ["@once A DONE [,] [then] ~ B ~ @starts", "next"],
  ["@once A DONE [,] [then] [@whoever] ~ @doing ~ B", "next"],
  ["@once A DONE [,] [then] (it is | it's | comes) B 's turn", "next"],
  ["@after A [@passed] [,] [then] ~ @starts ~ B", "next"],
  ["@after A [@passed] [,] [then] ~ B ~ @starts", "next"],
  ["@after A [@passed] [,] [then] [@whoever] ~ @doing ~ B", "next"],
  ["with A @behindUs [,] [then] ~ B ~ @starts", "next"],
  ["with A @behindUs [,] [then] [@whoever] ~ @doing ~ B", "next"],
  ["first [comes | come | goes] A [,] [and] then [comes | come | goes] ~ B", "later"],
  ["@successor (after | behind | of | to follow) A ~ (is | comes | :) ~ B", "next"],
  ["B ~ is [the] next [step | task | thing | one | stop | up] (after | behind) A", "next"],
  ["B ~ (is | are) ~ (started | triggered | launched | kicked off | set off | called) by A", "next"],
  ["A ~ (comes | come | runs | is | goes | happens) ~ @right before B", "next"],
  ["B (can | may | could | might) ~ @starts ~ (before | without | without waiting for) A", "not"],
  ["no need for B to (wait for | need | await) A", "not"],
  ["while A ~ @goingOn [,] ~ B ~ @starts", "not"],
  ["B ~ @starts ~ while A ~ @goingOn", "not"],
  ["no B without A", "later"],
  ["wait (for | until) A [@passed] before [@whoever] ~ @begun B", "later"],
  ["A DONE before [@whoever] ~ @begun B", "later"],
  ["A … first [,] [and] [only] then ~ [@doing] B", "later"],
  ["B ~ @shut until A", "later"],
  ["A ~ @mustBe ~ before B", "later"],
  ["only @prerequisite (of | for) B (is | :) A", "all"],
  ["@prerequisite (of | for) B (are | is) A", "all"],
  ["all [that] B (needs | waits for | depends on | requires | asks for) is A", "all"],
  ["B ~ (consists of | is made up of | comprises | asks for nothing but) A", "all"],
  ["B ~ @opens ~ (when | once | if | as soon as) A ~ @passed", "gate"],
  ["B ~ (has | have) (one | only one | just one | a single) @prerequisite [, | : | and that is] A", "all"],
  ["B ~ (needs | need | depends on | waits for | requires) A (alone | only | and nothing else)", "all"],
  ["(order | sequence) [of things | of steps | of work] (is | :) A", "in order"],
  ["nothing (has to be | must be | needs to be | is) (done | finished | over) before S", "nothing"],
  ["B ~ @starts ~ @soon @after A", "next"],
  ["B ~ @starts ~ @soon @once A DONE", "next"],
  ["B ~ @starts ~ @after A", "next"],
  ["B ~ @starts ~ @once A DONE", "next"],
  ["B ~ @mayNot ~ @starts ~ (before | until | unless) A", "later"],
  ["@doing B ~ @soon @after A", "next"],
  ["@doing B ~ (once | when | as soon as | after) A DONE", "next"],
  ["@doing B ~ @after A", "next"],
  ["A ~ @followed B", "next"],
  ["from A [@whoever | it] ~ @doing ~ B", "next"],
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
  ["@needNot wait for A before [@whoever] ~ @begun B", "not"],
  ["A ~ @unneeded ~ B", "not"],
  ["A ~ @harmless ~ B", "not"],
  ["B ~ [@starts] ~ @parallel A", "both ways"],
  ["A ~ [@starts] ~ @together", "together"],
  ["S ~ @needsNothing", "nothing"],
  ["S ~ @starts ~ @atOnce", "nothing"],
];

export const ORDER_FORMS = formSet<OrderMeaning>(
  WRITTEN.flatMap(([form, means]) =>
    form.includes("DONE")
      ? DONE.map((done) => [form.replace("DONE", done), means] as const)
      : [[form, means]],
  ),
);
