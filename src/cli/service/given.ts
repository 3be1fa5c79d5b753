// What requests say besides the action, as the commands take it: facts as pairs, a state as a file, a time.
import { resolve } from "node:path";
import type { Policy } from "../../policy/types.ts";
import type { Requests } from "../../server/service/requests.ts";
import type { CheckContext } from "../../validators/context.ts";
import { readFacts } from "../facts.ts";
import { readState, type StateFile } from "../io/state-file.ts";
import { runGiven, timeFrom } from "../playbook.ts";
import { runOfFile } from "../tool-action.ts";

/** `name=value`, as on the command line. */
export function pairsOf(values: Readonly<Record<string, string>> | undefined): string[] {
  return Object.entries(values ?? {}).map(([name, value]) => `${name}=${value}`);
}

/** A state from a request, read as a state file is. */
export function stateOf(state: Requests["next"]["state"]): StateFile | undefined {
  return state === undefined ? undefined : readState(JSON.stringify(state, null, 2), "state");
}

/** Facts, and the run of a playbook, as `--fact`, `--state` and `--now` give them. */
export function knownOf(
  request: Pick<Requests["check"], "facts" | "state" | "now" | "tool">,
  policy: Policy,
): Pick<CheckContext, "facts" | "run"> {
  const pairs = pairsOf(request.facts);
  const file = stateOf(request.state);
  const time = timeFrom(request.now, "now");
  const run =
    file === undefined
      ? undefined
      : runOfFile(file, policy, request.tool, (workflow) =>
          runGiven({ file, facts: pairs, time }, workflow, policy),
        );
  const facts = { ...Object.fromEntries(run?.facts ?? []), ...readFacts(pairs, policy) };
  return run === undefined ? { facts } : { facts, run };
}

/** The folder that a request names, as seen from the project's root. */
export function folderOf(cwd: string | undefined, root: string): string {
  return resolve(root, cwd ?? ".");
}
