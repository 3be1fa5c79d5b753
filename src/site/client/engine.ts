// The project's checker in the browser. It is the command line's: same code, same policy.
import type { RegexEngine } from "../../pattern/compare.ts";
import type { Action, Policy, Status, Verdict } from "../../policy/types.ts";
import { Checker } from "../../validators/checker.ts";
import { reportReader } from "../../validators/report/check.ts";
import { loadScript } from "./dom.ts";

const given = globalThis as unknown as { readonly bylawPolicy: Policy; readonly bylawRegex?: RegexEngine };

/** The policy, as assets/policy.js holds it. */
export const policy = given.bylawPolicy;

/** What a task may be. */
export const STATUSES: readonly Status[] = [
  "Not Started",
  "In Progress",
  "Pass",
  "Fail",
  "Blocked",
  "Waived",
];

/** Where commands are checked: the project's folder, by a name that is the same everywhere. */
const FOLDER = "/project";

let missed = false;

/** Patterns are read by RE2; until that is loaded, one that is met is only noted. */
export const regex: RegexEngine = (pattern) => {
  if (given.bylawRegex !== undefined) return given.bylawRegex(pattern);
  missed = true;
  throw new Error("the engine for patterns is not loaded yet");
};

/** Runs something that may meet a pattern; where it did and the engine isn't there, loads it and runs it once more. */
export async function withRegex<T>(run: () => T): Promise<T> {
  missed = false;
  let answer: T | undefined;
  try {
    answer = run();
  } catch (error) {
    if (!missed) throw error;
  }
  if (!missed && answer !== undefined) return answer;
  await loadScript("assets/regex.js");
  return run();
}

/** Today as the reader's clock says, in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function newChecker(): Checker {
  // The key of a plan means nothing here, so nothing is hashed.
  return new Checker(policy, {
    sha256: () => "",
    regex,
    reports: reportReader(),
    today: today(),
    root: FOLDER,
  });
}

/** What is asked of the checker. */
export interface Asked {
  readonly text: string;
  /** The report whose text it is; a command where there is none. */
  readonly report: string;
  readonly facts: Readonly<Record<string, string>>;
}

function actionOf({ text, report }: Asked): Action {
  return report === ""
    ? { kind: "command", command: text, shell: "bash", cwd: FOLDER }
    : { kind: "report", report, text, cwd: FOLDER };
}

/** The verdict. */
export function check(asked: Asked): Promise<Verdict> {
  return withRegex(() => newChecker().check(actionOf(asked), { facts: asked.facts }));
}

/** The facts that the verdict hangs on. */
export function factsFor(asked: Asked): Promise<readonly string[]> {
  return withRegex(() => newChecker().requires(actionOf(asked)).facts);
}
