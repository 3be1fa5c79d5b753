// What is said of order: what is over, what begins then, what needs what.
import { phrases } from "../words.ts";

export const ORDER = {
  after: phrases(
    "after, behind, upon, following, immediately after, directly after, right after, straight after",
    "just after",
  ),
  once: phrases(
    "once, when, whenever, as soon as, the moment, after, if, provided, provided that, only when",
    "only once, only after",
  ),
  passed: phrases(
    "is done, is finished, is complete, is completed, is over, is passed, is through, is successful",
    "is ready, is green, is closed, is open, is accepted, is approved, is detected, is reached, is met",
    "is there, is confirmed, is in, has passed, has finished, has completed, has ended, has succeeded",
    "has been passed, has been completed, has run, has been accepted, has been approved",
    "has been detected, has been promoted, has opened, has been run, has cleared, passes, pass",
    "succeeds, succeed, finishes, finish, completes, complete, ends, end, opens, clears, passed",
    "succeeded, finished, completed, done, ended, completed successfully, detected, are done",
    "are finished, are complete, are over, are through, are completed, have passed, have finished",
    "have completed, have succeeded, goes green, turns green, was successful, gives a pass",
    "comes back green, is behind us, is out of the way, completion, is fulfilled, is set",
  ),
  reads: phrases(
    "is, equals, =, = =, reads, shows, turns, becomes, has become, goes to, says, is set to, has turned",
    "turned, became, are, has the value, has the status, stands at, is at, has reached, reaches",
  ),
  hasBeen: phrases("is, are, has been, have been, gets, was, were, has, have"),
  starts: phrases(
    "go ahead, goes ahead, starts, start, begins, begin, runs, run, comes, come, follows, follow, goes",
    "go, proceeds, proceed, is next, are next, is started, are started, is triggered, are triggered",
    "is launched, is run, are run, is executed, is kicked off, is called, is invoked, is begun",
    "is scheduled, is ready, are ready, is due, is up, be started, be triggered, be run, be launched",
    "be executed, be called, be kicked off, be ready, started, triggered, launched, kicks off, kick off",
    "is allowed, is possible, goes out, gets started, gets triggered, is on, happens, happen",
    "is performed, is done, be done",
  ),
  doing: phrases(
    "start, trigger, run, launch, begin, kick off, call, execute, invoke, do, perform, schedule, fire",
    "proceed to, proceed with, continue with, continue to, go on to, go on with, move on to, move to",
    "go to, switch to, turn to, go into, go straight to, go straight into, go straight on to",
    "carry on with, proceed to trigger, proceed to run, start with, go ahead with",
  ),
  proceeding: phrases(
    "proceed to, proceed with, continue with, continue to, go on to, go on with, move on to, go to",
    "carry on with, proceeds to, proceeds with, continues with, goes on to, goes on with, moves on to",
    "hand over to, hands over to",
  ),
  followed: phrases(
    "is followed by, are followed by, is directly followed by, is immediately followed by, followed by",
    "leads to, leads on to, leads straight to, triggers, starts, kicks off, launches, hands over to",
    "hands on to, goes on to, passes on to, unblocks, releases, sets off, makes way for, goes over into",
    "flows into, feeds into",
  ),
  follows: phrases(
    "comes on the heels of, is hard on the heels of, follows, comes right after, comes directly after",
    "comes behind, comes straight after, comes immediately after, is right behind, is directly behind",
    "is the successor of, picks up after, takes over from",
  ),
  needs: phrases(
    "needs, need, requires, require, depends on, depend on, depends upon, waits for, wait for, waits on",
    "waits until, wait until, must wait until, has to wait until, waits till, awaits, await, hinges on",
    "rests on, is contingent on, is conditional on, is subject to, relies on, hangs on, is blocked by",
    "is gated by, is held by, is held back by, builds on, presupposes, has to wait for, must wait for",
    "is waiting for, cannot start without, can't start without, goes nowhere without, is behind",
    "stands behind, assumes, expects, is preceded by",
  ),
  precedes: phrases(
    "comes before, precedes, runs before, goes before, is before, must be done before",
    "has to be done before, is done before, must run before, has to run before, is a prerequisite of",
    "is a prerequisite for, is a precondition of, is a precondition for, is required for",
    "is required by, is needed by, is needed for, gates, blocks, holds up, holds back",
    "is a condition for, must pass before, has to pass before, must be complete before",
    "must finish before",
  ),
  needless: phrases(
    "does not need, doesn't need, need not wait for, needn't wait for, does not wait for",
    "doesn't wait for, does not depend on, doesn't depend on, don't depend on, do not depend on",
    "do not wait for, don't wait for, does not require, doesn't require, is independent of",
    "is independent from, runs independently of, starts without, runs without, starts independently of",
    "goes on without, starts without waiting for, runs without waiting for, without waiting for",
    "has no need of, does not have to wait for, doesn't have to wait for, never waits for",
    "does not care about, doesn't care about, cares nothing for, has nothing to do with, ignores",
    "is not blocked by, isn't blocked by, is not gated by, isn't gated by",
  ),
  unneeded: phrases(
    "is not needed for, isn't needed for, is not required for, isn't required for",
    "is not a prerequisite of, is not a prerequisite for, is no prerequisite of, is no prerequisite for",
    "need not be done before, is no condition for, doesn't have to be done before",
    "does not have to be done before, is not necessary for, isn't necessary for, is not blocking",
    "need not be over before, doesn't have to be over before, does not have to be over before",
  ),
  parallel: phrases(
    "in parallel with, parallel to, alongside, concurrently with, at the same time as",
    "side by side with, beside",
  ),
  together: phrases(
    "in parallel, at the same time, side by side, concurrently, simultaneously",
    "in parallel to each other",
  ),
  whoever: phrases(
    "you, we, the agent, agents, the operator, the engineer, the pipeline, one, the user, they, people",
  ),
  soon: phrases(
    "immediately, directly, right, straight, as soon as possible, at once, right away, as the next step",
    "next, in the wake of, as soon as, the moment, with no delay, without delay",
  ),
  mustBe: phrases(
    "must be done, has to be done, needs to be done, must be over, has to be over, must have passed",
    "must pass, has to pass, must run, has to run, must finish, has to finish, must be complete",
    "has to be complete, must be finished, must complete, has to be finished, must come, has to come",
    "must be passed, must be through, must happen, has to happen, needs to pass, be done, have passed",
    "have finished, be complete, be finished, be over, be through, needs to finish, must be run",
    "needs to be finished, must be closed, must be successful, has to be successful, is to be done",
    "have to be done, have to pass",
  ),
  right: phrases("right, directly, immediately, straight, just, shortly"),
  arrow: phrases("→, ⇒, ⟶, ↓, ➔, ➡, ⇨, - >, -- >, = >, == >, ↓ ├ ─ →, ↓ └ ─ →, ↓ ├ ─ ─, ↓ └ ─ ─"),
  allOf: phrases(
    "all of, both of, each of, all, both, each, only, that, for, the end of, the success of, a pass of",
    "the result of",
  ),
  atOnce: phrases(
    "at once, immediately, right away, straight away, at any time, any time, from the beginning",
    "from the start, first thing",
  ),
};
