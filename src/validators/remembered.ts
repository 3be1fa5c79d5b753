// Programs that ran before, read again from the line that was remembered.
import type { Ran } from "../policy/types.ts";
import { canonical } from "../shell/quote.ts";
import { readShell } from "../shell/read.ts";
import type { Invocation, ReadOptions } from "../shell/types.ts";

/** Reads a remembered program again. Undefined where it can't be told from what it carries. */
export function invocationOf(ran: Ran, reading: ReadOptions): Invocation | undefined {
  const { invocations } = readShell(ran.line, reading);
  const own =
    invocations.find((i) => canonical(i) === ran.line) ??
    (invocations.length === 1 ? invocations[0] : undefined);
  return own === undefined ? undefined : { ...own, host: ran.host };
}
