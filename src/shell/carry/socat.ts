// socat: addresses that are programs, `EXEC:` with words and `SYSTEM:` with a script.
import { sliceText } from "../source.ts";
import type { Handler } from "./shared.ts";
import { carryText, fieldText } from "./shared.ts";

const RUNS = /^(?:EXEC|SYSTEM|SHELL):/i;
/** Options behind an address: `,pty,setsid`. Commas of the command itself are escaped. */
const OPTIONS = /(?<!\\),[a-z][a-z0-9-]{0,30}(?:=[^,]{0,100})?(?=,|$)/i;

/** The handler for socat. */
export const handleSocat: Handler = (walker, job, state, frame) => {
  for (const field of job.args) {
    const text = fieldText(field);
    const start = RUNS.exec(text.value)?.[0].length;
    if (start === undefined) continue;
    const options = OPTIONS.exec(text.value)?.index ?? text.value.length;
    carryText(walker, job, sliceText(text, start, options), state, frame, { input: null, losesStatus: true });
  }
  return undefined;
};
