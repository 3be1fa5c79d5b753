// What can be wrong with a request: one code each, with the words that the command line would print.

/** The codes of problems, with the HTTP status that each is answered with. */
export const PROBLEM_STATUS = {
  "not-json": 400,
  "too-deep": 400,
  "invalid-request": 400,
  "bad-request": 422,
  unauthorized: 401,
  "foreign-host": 403,
  "foreign-origin": 403,
  "not-found": 404,
  "wrong-method": 405,
  timeout: 408,
  "too-large": 413,
  "wrong-content-type": 415,
  conflict: 409,
  unfit: 422,
  "no-policy": 503,
  draining: 503,
  internal: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** A request that can't be answered. The message is one for the caller: what was found, and what was expected. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** What helps to mend it, as data. */
  readonly more: object;

  constructor(code: ProblemCode, message: string, more: object = {}) {
    super(message);
    this.code = code;
    this.more = more;
  }
}
