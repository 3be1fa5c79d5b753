// Whether a task that failed is tried again, and after how long.
import type { Task } from "../../policy/types.ts";
import { classify } from "./classify.ts";

export interface RetryAnswer {
  readonly schemaVersion: 1;
  readonly task: string;
  readonly again: boolean;
  /** Seconds to wait. */
  readonly after?: number;
  readonly why: string;
  readonly onFailure?: string;
}

/**
 * `attempt` counts the attempts that have failed, from 1. Causes are compared without regard to case, and one that ends
 * in a figure doesn't stand inside a longer number. An error that holds the task's own sign of a failure is final: the
 * task ran.
 */
export function retry(task: Task, attempt: number, error: string): RetryAnswer {
  const text = error.toLowerCase();
  const stop = (why: string): RetryAnswer => ({
    schemaVersion: 1,
    task: task.name,
    again: false,
    why,
    ...(task.onFailure === undefined ? {} : { onFailure: task.onFailure.text }),
  });
  if (task.retries.length === 0) return stop("the task has no Retry line");
  const ran = classify(task, error, undefined);
  if (ran.status === "Fail")
    return stop(`the task ran and failed: the error holds \`${ran.matched[0] ?? ""}\``);
  for (const { times, after, on } of task.retries) {
    const cause = on.find((c) => holdsCause(text, c.toLowerCase()));
    if (on.length > 0 && cause === undefined) continue;
    const why = cause === undefined ? "any error is tried again" : `the error holds \`${cause}\``;
    if (attempt > times)
      return stop(`${why}, but ${times === 1 ? "1 retry is" : `${times} retries are`} all`);
    const wait = after[Math.min(attempt, after.length) - 1] ?? 0;
    return {
      schemaVersion: 1,
      task: task.name,
      again: true,
      after: wait,
      why: `${why}; retry ${attempt} of ${times}`,
    };
  }
  return stop("the error is none of the causes that are tried again");
}

/** Whether a text holds a cause, figures at its ends being whole numbers: `503` isn't in `port 15034`. */
function holdsCause(text: string, cause: string): boolean {
  const isFigure = (at: number): boolean => /\d/.test(text.charAt(at));
  const [opens, ends] = [/^\d/.test(cause), /\d$/.test(cause)];
  if (cause === "") return false;
  for (let at = text.indexOf(cause); at >= 0; at = text.indexOf(cause, at + 1)) {
    const end = at + cause.length;
    if (!(opens && at > 0 && isFigure(at - 1)) && !(ends && isFigure(end))) return true;
  }
  return false;
}
