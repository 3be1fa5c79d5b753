// Reads code of other languages: what it runs in plain sight is read, the rest is said to be out of sight.
import type { Frame, State, Walker } from "../model.ts";
import type { Text } from "../text-model.ts";
import { scriptsInCode } from "./code.ts";
import type { Job } from "./shared.ts";
import { carryText, rangeOf } from "./shared.ts";

/** Says that code is not read, and reads the scripts that can be seen in it. */
export function carryCode(walker: Walker, job: Job, code: Text, state: State, frame: Frame): void {
  walker.output.opaque(rangeOf(job), `${job.name} runs code that is not read`);
  for (const script of scriptsInCode(code)) {
    carryText(walker, job, script, state, frame, { input: null, losesStatus: true, certain: true });
  }
}
