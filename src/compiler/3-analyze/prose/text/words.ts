// The words that claims are made of, in sets; a set's name stands in the forms as `@name`.

/** A set of words that stand in a text with blanks between them. */
export function wordSet(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(" ")));
}

/** Words that may stand between the parts of a form without changing what it says. */
export const FILLERS: ReadonlySet<string> = new Set(
  (
    "usually typically normally generally often mostly commonly ordinarily regularly always still currently now then " +
    "therefore thus hence however also just first itself alone already only simply automatically immediately directly " +
    "can may might could will should must shall does be next finally " +
    "another altogether successfully fully certainly naturally probably quickly safely straight again"
  ).split(" "),
);

/** Phrases that say nothing of when or how long; they are taken out of a sentence before it is read. */
export const SET_PHRASES: readonly string[] = [
  "as a rule",
  "on average",
  "in general",
  "in practice",
  "in most cases",
  "in the normal case",
  "in total",
  "in all",
  "all in all",
  "all told",
  "at present",
  "at the moment",
  "for now",
  "most of the time",
  "more often than not",
  "as usual",
  "of course",
  "in turn",
  "by design",
  "in fact",
  "by now",
  "in our experience",
  "in that order",
  "by itself",
  "on its own",
  "on its part",
];

/** Words in front of a name that only say what it is. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  "two three four five six seven eight nine ten the a an this that typical normal usual ordinary average single plain regular own these those each every our its your both all of async asynchronous whole entire full nightly".split(
    " ",
  ),
);
export const NOUNS: ReadonlySet<string> = new Set(
  (
    "task tasks job jobs step steps stage stages phase phases wait waits gate gates check checks checkpoint test tests " +
    "command commands tool script workflow playbook decision outcome fact operation action activity item process " +
    "procedure table list run"
  ).split(" "),
);

const set = (...groups: readonly string[]): readonly string[] =>
  groups.flatMap((group) => group.split(",").map((phrase) => phrase.trim()));

/** Participles that don't end in "ed". */
export const DONE: ReadonlySet<string> = new Set(
  "done sent built made written shown taken given seen put drawn found met run through read paid bought sold laid hung frozen".split(
    " ",
  ),
);
/** Participles of what has only begun, or gone wrong, or not been done. */
export const UNDONE: ReadonlySet<string> = new Set(
  (
    "failed cancelled canceled delayed rejected blocked started triggered launched skipped interrupted aborted stopped killed " +
    "needed required used called postponed planned scheduled expected missed refused denied revoked suspended queued paused " +
    "requested begun overdue retried timed halted deprecated removed disabled exhausted stalled red waived allowed supposed based"
  ).split(" "),
);

/** A noun for all that is going on, with the words that may stand in front of it. */
function flowing(nouns: readonly string[], alone: readonly string[]): readonly string[] {
  const before = [
    "",
    "the ",
    "this ",
    "our ",
    "the whole ",
    "the entire ",
    "the main ",
    "the rest of the ",
    "the rest of this ",
    "whole ",
    "main ",
  ];
  return [...alone, ...before.flatMap((words) => nouns.map((noun) => words + noun))];
}

export const SETS = {
  if: set("if, when, whenever, once, should, in case, as soon as, even if, even when"),
  lasts: set("takes, take, lasts, last, needs, need, requires, require"),
  lastsFor: set("lasts, runs, run, goes on, is running, is busy, is under way, keeps going"),
  done: set("done, finished, complete, completed, over, ready, through, ended, there, passed, out, up"),
  finishes: set("finishes, finish, completes, complete, ends, end, concludes"),
  within: set("in, within, after, inside"),
  length: set(
    "duration, runtime, run time, running time, length, expected duration, typical duration, usual duration,",
    "expected time, typical time, usual time, wait time, waiting time, typical wait time, execution time, time needed",
  ),
  expect: set(
    "expect, allow, allot, plan, reserve, budget, schedule, calculate, count on, reckon with, assume, set aside",
  ),
  givesUp: set(
    "gives up, times out, time out, expires, is aborted, is killed, is cancelled, is stopped, fails, is failed,",
    "counts as failed, has failed, is given up, is timed out, is considered failed, is taken for failed",
  ),
  afterwards: set("after, in, within, past, once it has run for"),
  looks: set(
    "look at, check on, ask about, look in on, look after, check, look, poll, ask, query, recheck, re-check, watch, inspect,",
    "refresh, re-run, re-invoke, re-execute, come back, check back, try, look in, report back, looks in on, looks at,",
    "has a look at, have a look at, take a look at, takes a look at, checks on, looks after, keep an eye on, checks, polls, asks",
  ),
  looked: set(
    "status, its status, the status, the state, its state, it, at it, on it, in on it, the progress, its progress, progress,",
    "how it does, how it goes, how it is doing, how it is going, the log, its log, the result, its result, for it, them, on them",
  ),
  wants: set("wants to, has to, have to, needs to, need to, is to, are to, ought to, needs, wants"),
  watched: set(
    "checked, polled, looked at, asked, queried, watched, inspected, looked after, refreshed, asked about, checked on",
  ),
  intervalOf: set(
    "check interval, polling interval, interval, poll interval, interval between checks, refresh interval",
  ),
  isNot: set("is not, isn't, has not, hasn't, are not, aren't"),
  lost: set("failed, fails, has failed, as failed, lost, given up, over"),
  every: set("every, each, once every, once each, at intervals of, in intervals of, with an interval of"),
  again: set("again, back"),
  after: set(
    "after, behind, upon, following, immediately after, directly after, right after, straight after, just after",
  ),
  once: set(
    "once, when, whenever, as soon as, the moment, after, if, provided, provided that, only when, only once, only after",
  ),
  passed: set(
    "is done, is finished, is complete, is completed, is over, is passed, is through, is successful, is ready, is green,",
    "is closed, is open, is accepted, is approved, is detected, is reached, is met, is there, is confirmed, is in,",
    "has passed, has finished, has completed, has ended, has succeeded, has been passed, has been completed, has run,",
    "has been accepted, has been approved, has been detected, has been promoted, has opened, has been run, has cleared,",
    "passes, pass, succeeds, succeed, finishes, finish, completes, complete, ends, end, opens, clears, passed, succeeded,",
    "finished, completed, done, ended, completed successfully, detected, are done, are finished, are complete, are over,",
    "are through, are completed, have passed, have finished, have completed, have succeeded, goes green, turns green,",
    "was successful, gives a pass, comes back green, is behind us, is out of the way, completion, is fulfilled, is set",
  ),
  reads: set(
    "is, equals, =, = =, reads, shows, turns, becomes, has become, goes to, says, is set to, has turned, turned, became, are,",
    "has the value, has the status, stands at, is at, has reached, reaches",
  ),
  hasBeen: set("is, are, has been, have been, gets, was, were, has, have"),
  starts: set(
    "starts, start, begins, begin, runs, run, comes, come, follows, follow, goes, go, proceeds, proceed, is next, are next,",
    "is started, are started, is triggered, are triggered, is launched, is run, are run, is executed, is kicked off,",
    "is called, is invoked, is begun, is scheduled, is ready, are ready, is due, is up, be started, be triggered, be run,",
    "be launched, be executed, be called, be kicked off, be ready, started, triggered, launched, kicks off, kick off,",
    "is allowed, is possible, goes out, gets started, gets triggered, is on, happens, happen, is performed, is done, be done",
  ),
  doing: set(
    "start, trigger, run, launch, begin, kick off, call, execute, invoke, do, perform, schedule, fire, proceed to,",
    "proceed with, continue with, continue to, go on to, go on with, move on to, move to, go to, switch to, turn to,",
    "carry on with, proceed to trigger, proceed to run, start with, go ahead with",
  ),
  proceeding: set(
    "proceed to, proceed with, continue with, continue to, go on to, go on with, move on to, go to, carry on with,",
    "proceeds to, proceeds with, continues with, goes on to, goes on with, moves on to, hand over to, hands over to",
  ),
  followed: set(
    "is followed by, are followed by, is directly followed by, is immediately followed by, followed by, leads to,",
    "leads on to, leads straight to, triggers, starts, kicks off, launches, hands over to, hands on to, goes on to,",
    "passes on to, unblocks, releases, sets off, makes way for, goes over into, flows into, feeds into",
  ),
  follows: set(
    "follows, comes right after, comes directly after, comes behind, comes straight after, comes immediately after,",
    "is right behind, is directly behind, is the successor of, picks up after, takes over from",
  ),
  needs: set(
    "needs, need, requires, require, depends on, depend on, depends upon, waits for, wait for, waits on, waits until, wait until, must wait until, has to wait until, waits till, awaits, await,",
    "relies on, hangs on, is blocked by, is gated by, is held by, is held back by, builds on, presupposes, has to wait for,",
    "must wait for, is waiting for, cannot start without, can't start without, goes nowhere without, is behind, stands behind,",
    "assumes, expects, is preceded by",
  ),
  precedes: set(
    "comes before, precedes, runs before, goes before, is before, must be done before, has to be done before, is done before,",
    "must run before, has to run before, is a prerequisite of, is a prerequisite for, is a precondition of,",
    "is a precondition for, is required for, is required by, is needed by, is needed for, gates, blocks, holds up,",
    "holds back, is a condition for, must pass before, has to pass before, must be complete before, must finish before",
  ),
  needless: set(
    "does not need, doesn't need, need not wait for, needn't wait for, does not wait for, doesn't wait for,",
    "does not depend on, doesn't depend on, don't depend on, do not depend on, do not wait for, don't wait for,",
    "does not require, doesn't require, is independent of, is independent from, runs independently of, starts without,",
    "runs without, starts independently of, goes on without, starts without waiting for, runs without waiting for,",
    "without waiting for, has no need of, does not have to wait for, doesn't have to wait for, never waits for,",
    "has nothing to do with, ignores, is not blocked by, isn't blocked by, is not gated by, isn't gated by",
  ),
  harmless: set(
    "does not block, doesn't block, does not gate, doesn't gate, does not hold up, doesn't hold up, does not stop,",
    "doesn't stop, does not delay, doesn't delay, never blocks, never holds up, never stops, won't block, will not block,",
    "cannot block, can't block, must not block, should not block, need not block, do not block, don't block, won't stop,",
    "will not stop, cannot stop, can't stop, never delays, does not halt, doesn't halt, never halts, does not fail,",
    "doesn't fail, don't stop, do not stop, does not abort, doesn't abort, does not end, doesn't end, should not stop",
  ),
  parallel: set(
    "in parallel with, parallel to, alongside, concurrently with, at the same time as, side by side with, beside",
  ),
  together: set(
    "in parallel, at the same time, side by side, concurrently, simultaneously, in parallel to each other",
  ),
  fails: set(
    "fails, fail, has failed, have failed, failed, does not pass, doesn't pass, goes wrong, breaks, is red, turns red,",
    "goes red, is broken, errors, errors out, comes back red, does not succeed, doesn't succeed, ends badly, is failing",
  ),
  failed: set("failed, failing, red, broken, unsuccessful"),
  stop: set("stop, halt, abort, block, end, cancel, hold, break off, call off, freeze, terminate, quit"),
  stops: set(
    "stops, halts, aborts, blocks, ends, cancels, holds up, holds, breaks off, freezes, terminates, is blocking,",
    "brings down, kills, will stop, will block, will halt, gates, holds back, stop, block, halt",
  ),
  blocks: set(
    "blocks, can block, will block, holds up, gates, is blocking, can stop, may stop, could stop, holds back",
  ),
  stopped: set(
    "stops, halts, ends, aborts, is stopped, is halted, is aborted, is over, is blocked, is cancelled, stands still, stop,",
    "cannot go on, can't go on, can't continue, cannot continue, does not go on, doesn't go on, does not continue,",
    "doesn't continue, must stop, has to stop, must not continue, comes to a halt, is on hold, is frozen, are blocked,",
    "are stopped, is off, must halt, is called off, is given up, is broken off, is cancelled, is suspended, is postponed, ends there, will stop, will halt, be stopped, be halted, be aborted, fails, is failed",
  ),
  flowing: flowing(
    [
      "pipeline",
      "release",
      "run",
      "rollout",
      "roll-out",
      "deployment",
      "process",
      "workflow",
      "playbook",
      "train",
      "upgrade",
      "migration",
      "promotion",
      "launch",
      "flow",
      "sequence",
      "line",
      "chain",
      "delivery",
      "procedure",
      "go-live",
      "shipment",
      "publication",
      "project",
      "maintenance",
      "job",
      "execution",
      "task execution",
      "gate check",
      "pipeline gate check",
      "release pipeline",
      "next task",
      "next step",
      "next steps",
      "tasks",
      "remaining steps",
      "remaining tasks",
      "rest",
      "others",
      "other tasks",
      "whole thing",
      "sign-off",
      "show",
      "plan",
      "operation",
      "cutover",
      "switchover",
      "programme",
      "batch",
      "build",
      "pipeline execution",
      "work",
      "production line",
      "harvest",
      "closing",
      "event",
      "opening",
    ],
    [
      "everything",
      "all",
      "everything else",
      "all of it",
      "all others",
      "all further tasks",
      "all work",
      "it all",
    ],
  ),
  goesOn: set(
    "goes on, continues, proceeds, carries on, is not stopped, isn't stopped, is not blocked, isn't blocked, keeps going,",
    "does not stop, doesn't stop, may go on, may continue, can go on, can continue, go on, continue, proceed, carry on,",
    "is unaffected, are unaffected, is not affected, isn't affected, moves on, runs on, does not halt, doesn't halt",
  ),
  carryOn: set(
    "continue, go on, proceed, carry on, ignore it, keep going, ignore that, go ahead, move on, continue anyway",
  ),
  nothing: set("nothing, nothing else, no one, nobody, no other task, none of the others, no other tasks"),
  anything: set(
    "anything, anything else, any other task, any of the others, other tasks, any other tasks, any task",
  ),
  neverFails: set(
    "always passes, never fails, can't fail, cannot fail, always succeeds, always pass, always counts as passed,",
    "can not fail, passes always, passes in any case, passes whatever happens",
  ),
  trifling: set(
    "ignored, harmless, no problem, of no consequence, not a problem, tolerated, no reason to stop, not the end, acceptable,",
    "no obstacle, no blocker, not blocking, fine, no big deal, only noted, just noted, put up with",
  ),
  optional: set(
    "informational, only informational, advisory, non-blocking, nonblocking, not blocking, for information only,",
    "an informational check, not a blocker, not a hard blocker, no blocker, for information, advisory only,",
    "informational only, purely informational, a non-blocking check, a side track, informative",
  ),
  blocking: set(
    "blocking, a blocker, a hard blocker, a blocking check, mandatory, a stopper, a blocking task",
  ),
  say: set(
    "say, says, print, prints, report, reports, show, shows, answer, answers, tell, tells, write, writes, post, posts,",
    "output, outputs, reply, replies, announce, announces, respond, responds, respond with, reads, reads as, display, displays,",
    "log, logs, return, returns, send, sends, is reported as, is shown as, says to, comes with, carries, gives",
  ),
  hearer: set(
    "the user, the operator, the engineer, the owner, them, him, her, people, the caller, the reader, the person on call,",
    "user, to user, to the user, to the operator, to the engineer, to the owner, to them, to people, to the caller, the agent,",
    "it as, the words, the message, the text, the message that, that, back",
  ),
  whoever: set(
    "you, we, the agent, agents, the operator, the engineer, the pipeline, one, the user, they, people",
  ),
  soon: set(
    "immediately, directly, right, straight, as soon as possible, at once, right away, as the next step, next, in the wake of,",
    "as soon as, the moment, with no delay, without delay",
  ),
  mustBe: set(
    "must be done, has to be done, needs to be done, must be over, has to be over, must have passed, must pass, has to pass,",
    "must run, has to run, must finish, has to finish, must be complete, has to be complete, must be finished, must complete,",
    "has to be finished, must come, has to come, must be passed, must be through, must happen, has to happen, needs to pass,",
    "be done, have passed, have finished, be complete, be finished, be over, be through, needs to finish, must be run,",
    "needs to be finished, must be closed, must be successful, has to be successful, is to be done, have to be done, have to pass",
  ),
  right: set("right, directly, immediately, straight, just, shortly"),
  arrow: set("→, ⇒, ⟶, ↓, ➔, ➡, ⇨, - >, -- >, = >, == >, ↓ ├ ─ →, ↓ └ ─ →, ↓ ├ ─ ─, ↓ └ ─ ─"),
  allOf: set(
    "all of, both of, each of, all, both, each, only, that, for, the end of, the success of, a pass of, the result of",
  ),
  atOnce: set(
    "at once, immediately, right away, straight away, at any time, any time, from the beginning, from the start, first thing",
  ),
  exits: set("exits, exit, ends, returns, fails, quits, leaves, stops"),
  message: set("message, text, wording, message text"),
} as const;
