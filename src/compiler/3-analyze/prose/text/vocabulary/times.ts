// What is said of times: how long, how often, and when something has failed.
import { phrases } from "../words.ts";

export const TIMES = {
  lasts: phrases("takes, take, lasts, last, needs, need, requires, require"),
  lastsFor: phrases("lasts, runs, run, goes on, is running, is busy, is under way, keeps going"),
  finishes: phrases(
    "clears, clear, resolves",
    "finishes, finish, completes, complete, ends, end, concludes, arrives, arrive, comes through",
    "comes in, goes through",
  ),
  within: phrases("in, within, after, inside"),
  itTakes: phrases(
    "it takes, it will take, it should take, it can take, it may take, it usually takes",
    "it normally takes",
  ),
  isNotTo: phrases(
    "shouldn't, should not, doesn't, does not, won't, will not, must not, mustn't, don't, do not",
    "cannot, can't",
  ),
  fares: phrases("is doing, does, is going, goes, is getting on, gets on, stands"),
  length: phrases(
    "wait, duration, runtime, run time, running time, length, expected duration, typical duration",
    "usual duration, expected time, typical time, usual time, wait time, waiting time",
    "typical wait time, execution time, time needed",
  ),
  expect: phrases(
    "expect, allow, allot, plan, reserve, budget, schedule, calculate, count on, reckon with, assume",
    "set aside",
  ),
  givesUp: phrases(
    "is called off, is broken off, is cut off, gives up, times out, time out, expires, is aborted",
    "is killed, is cancelled, is stopped, fails, is failed, counts as failed, has failed, is given up",
    "is timed out, is considered failed, is taken for failed",
  ),
  afterwards: phrases("after, in, within, past, once it has run for"),
  isNot: phrases("is not, isn't, has not, hasn't, are not, aren't"),
  lost: phrases("failed, fails, has failed, as failed, lost, given up, over"),
  looks: phrases(
    "ask for",
    "see how, look at, check on, ask about, look in on, look after, check, look, poll, ask, query",
    "recheck, re-check, watch, inspect, refresh, re-run, re-invoke, re-execute, come back, check back",
    "try, look in, report back, looks in on, looks at, has a look at, have a look at, take a look at",
    "takes a look at, checks on, looks after, keep an eye on, checks, polls, asks",
  ),
  looked: phrases(
    "status, its status, the status, the state, its state, it, at it, on it, in on it, the progress",
    "its progress, progress, how it does, how it goes, how it is doing, how it is going, the log",
    "its log, the result, its result, for it, them, on them",
  ),
  wants: phrases("wants to, has to, have to, needs to, need to, is to, are to, ought to, needs, wants"),
  watched: phrases(
    "checked, polled, looked at, asked, queried, watched, inspected, looked after, refreshed",
    "asked about, checked on",
  ),
  intervalOf: phrases(
    "check interval, polling interval, interval, poll interval, interval between checks",
    "refresh interval",
  ),
  every: phrases("every, each, once every, once each, at intervals of, in intervals of, with an interval of"),
  again: phrases("again, back"),
};
