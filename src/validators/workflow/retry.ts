// Whether a task that failed is tried again, and after how long.
import type { Task } from "../../policy/types.ts";

export interface RetryAnswer {
  readonly schemaVersion: 1;
  readonly task: string;
  readonly again: boolean;
  /** Seconds to wait. */
  readonly after?: number;
  readonly why: string;
  readonly onFailure?: string;
}

/** `attempt` counts the attempts that have failed, from 1. Causes are compared without regard to case. */
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
  for (const { times, after, on } of task.retries) {
    const cause = on.find((c) => text.includes(c.toLowerCase()));
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
