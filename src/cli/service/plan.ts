// Proposing a plan through a service: it is stored for its run, and only a person approves it.
import type { Enforcer } from "../../enforce/enforcer.ts";
import { propose } from "../../enforce/plan.ts";
import { pendingPlans } from "../../ledger/plans.ts";
import type { Action } from "../../policy/types.ts";
import type { Requests } from "../../server/service/requests.ts";
import type { Answer } from "../../server/service/service.ts";
import { UsageError } from "../command.ts";
import { runFiles } from "../io/run-files.ts";
import { style } from "../print/style.ts";
import { printVerdict } from "../print/verdict.ts";
import { folderOf } from "./given.ts";

/** How many plans may wait in a run. */
const MOST_WAITING = 20;

/** The key isn't in the answer, which the agent reads: the person finds it with `bylaw approve`, on a terminal. */
export function proposePlan(request: Requests["propose_plan"], enforcer: Enforcer, root: string): Answer {
  const cwd = folderOf(request.cwd, root);
  const { commands } = request;
  const actions = commands.map((command): Action => ({ kind: "command", command, shell: "bash", cwd }));
  const known = { files: runFiles(cwd) };
  const { ledger, checker } = enforcer;
  const waiting = pendingPlans(ledger.read(request.run)?.events ?? [], ledger.now());
  const steps = actions.map((action) => checker.check(action, known).plan);
  // Proposing it again would make the key that the person has been shown worth nothing.
  const same = waiting.find((p) => JSON.stringify(p.steps.map((s) => s.plan)) === JSON.stringify(steps));
  if (same !== undefined) {
    const data = { schemaVersion: 1, status: "waits", verdicts: [], steps: steps.length, until: same.until };
    return { data, text: textOf("waits", same.until, [], commands) };
  }
  if (waiting.length >= MOST_WAITING)
    throw new UsageError(`${waiting.length} plans wait in this run already; the person approves them first`);
  const { plan, verdicts } = propose(enforcer, request.run, actions, () => known, "mcp");
  const denied = verdicts.some((v) => v.decision === "deny");
  const status = denied ? "denied" : plan === undefined ? "nothing-to-approve" : "waits";
  const data = {
    schemaVersion: 1,
    status,
    verdicts,
    ...(plan === undefined ? {} : { steps: plan.steps.length, until: plan.until }),
  };
  return { data, text: textOf(status, data.until, verdicts, commands) };
}

function textOf(
  status: "denied" | "nothing-to-approve" | "waits",
  until: string | undefined,
  verdicts: ReturnType<typeof propose>["verdicts"],
  commands: readonly string[],
): string {
  if (status === "nothing-to-approve") return "nothing in this plan needs an approval\n";
  if (status === "waits")
    return `the plan of ${commands.length} waits for the person's approval, until ${until?.slice(0, 16)}Z; the person runs bylaw approve on a terminal\n`;
  const shown = verdicts.flatMap((v, i) =>
    v.decision === "deny" ? [`${i + 1}. ${printVerdict(v, commands[i] ?? "", style(false))}`] : [],
  );
  return `nothing was stored, as some of it is denied\n${shown.join("")}`;
}
