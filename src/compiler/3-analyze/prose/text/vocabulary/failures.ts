// What is said of failures: that they stop everything, or nothing.
import { phrases } from "../words.ts";

export const FAILURES = {
  if: phrases("if, when, whenever, once, should, in case, as soon as, even if, even when"),
  fails: phrases(
    "fails, fail, has failed, have failed, failed, does not pass, doesn't pass, goes wrong, breaks",
    "is red, turns red, goes red, is broken, errors, errors out, comes back red, does not succeed",
    "doesn't succeed, ends badly, is failing",
  ),
  failed: phrases("failed, failing, red, broken, unsuccessful"),
  stop: phrases(
    "do not continue, don't continue, do not proceed, don't proceed, do not go on, don't go on",
    "stop, halt, abort, block, end, cancel, hold, break off, call off, freeze, terminate, quit",
  ),
  stops: phrases(
    "stops, halts, aborts, blocks, ends, cancels, holds up, holds, breaks off, freezes, terminates",
    "is blocking, brings down, kills, will stop, will block, will halt, gates, holds back, stop, block",
    "halt",
  ),
  blocks: phrases(
    "blocks, can block, will block, holds up, gates, is blocking, can stop, may stop, could stop",
    "holds back",
  ),
  stopped: phrases(
    "must not proceed, does not proceed, cannot proceed, doesn't proceed, can't proceed, must not go on, not proceed",
    "stops, halts, ends, aborts, is stopped, is halted, is aborted, is over, is blocked, is cancelled",
    "stands still, stop, cannot go on, can't go on, can't continue, cannot continue, does not go on",
    "doesn't go on, does not continue, doesn't continue, must stop, has to stop, must not continue",
    "comes to a halt, is on hold, is frozen, are blocked, are stopped, is off, must halt, is called off",
    "is given up, is broken off, is suspended, is postponed, ends there, will stop, will halt",
    "be stopped, be halted, be aborted, fails, is failed",
  ),
  flowing: [
    ...phrases(
      "everything, all, everything else, all of it, all others, all further tasks, all work, it all",
    ),
    ...behind(
      [
        "",
        "the ",
        "this ",
        "our ",
        "the whole ",
        "the entire ",
        "the main ",
        "the rest of the ",
        "whole ",
        "main ",
      ],
      phrases(
        "pipeline, release, run, rollout, roll-out, deployment, process, workflow, playbook, train",
        "upgrade, migration, promotion, launch, flow, sequence, line, chain, delivery, procedure, go-live",
        "shipment, publication, project, maintenance, job, execution, task execution, gate check",
        "pipeline gate check, release pipeline, next task, next step, next steps, tasks, remaining steps",
        "remaining tasks, rest, others, other tasks, whole thing, sign-off, show, plan, operation",
        "cutover, switchover, programme, batch, build, pipeline execution, work, production line, harvest",
        "closing, event, opening",
      ),
    ),
  ],
  goesOn: phrases(
    "goes on, continues, proceeds, carries on, is not stopped, isn't stopped, is not blocked",
    "isn't blocked, keeps going, does not stop, doesn't stop, may go on, may continue, can go on",
    "can continue, go on, continue, proceed, carry on, is unaffected, are unaffected, is not affected",
    "isn't affected, moves on, runs on, does not halt, doesn't halt",
  ),
  carryOn: phrases(
    "continue, go on, proceed, carry on, ignore it, keep going, ignore that, go ahead, move on",
    "continue anyway",
  ),
  nothing: phrases(
    "nothing, nothing else, no one, nobody, no other task, none of the others, no other tasks",
  ),
  anything: phrases(
    "anything, anything else, any other task, any of the others, other tasks, any other tasks, any task",
  ),
  harmless: phrases(
    "does not block, doesn't block, does not gate, doesn't gate, does not hold up, doesn't hold up",
    "does not stop, doesn't stop, does not delay, doesn't delay, never blocks, never holds up",
    "never stops, won't block, will not block, cannot block, can't block, must not block",
    "should not block, need not block, do not block, don't block, won't stop, will not stop",
    "cannot stop, can't stop, never delays, does not halt, doesn't halt, never halts, does not fail",
    "doesn't fail, don't stop, do not stop, does not abort, doesn't abort, does not end, doesn't end",
    "should not stop",
  ),
  neverFails: phrases(
    "always passes, never fails, can't fail, cannot fail, always succeeds, always pass",
    "always counts as passed, can not fail, passes always, passes in any case, passes whatever happens",
  ),
  trifling: phrases(
    "ignored, harmless, no problem, of no consequence, not a problem, tolerated, no reason to stop",
    "not the end, acceptable, no obstacle, no blocker, not blocking, fine, no big deal, only noted",
    "just noted, put up with",
  ),
  optional: phrases(
    "best effort, best-effort, on a best-effort basis",
    "informational, only informational, advisory, non-blocking, nonblocking, not blocking",
    "for information only, an informational check, not a blocker, not a hard blocker, no blocker",
    "for information, advisory only, informational only, purely informational, a non-blocking check",
    "a side track, informative",
  ),
  dispensable: phrases(
    "is allowed to fail, is not critical, isn't critical, is nice to have, is not essential",
    "isn't essential, is dispensable, is only nice to have, is a nicety, is not needed, isn't needed",
    "can be done without",
  ),
  blocking: phrases(
    "a blocking step, a blocking test, a blocking job, a hard gate",
    "blocking, a blocker, a hard blocker, a blocking check, mandatory, a stopper, a blocking task",
  ),
};

function behind(openings: readonly string[], nouns: readonly string[]): string[] {
  return openings.flatMap((words) => nouns.map((noun) => words + noun));
}
