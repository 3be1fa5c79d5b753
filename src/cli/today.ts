// The clock of the command line.

/** Today in UTC, `YYYY-MM-DD`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Now in UTC, as an ISO time. */
export function now(): string {
  return new Date().toISOString();
}
