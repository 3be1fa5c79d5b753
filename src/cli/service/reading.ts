// What a service tells of the policy: next, decide, find, runbook, explain and a report's skeleton, as the commands do.
import type { Policy } from "../../policy/types.ts";
import { findRunbooks } from "../../runbooks/find.ts";
import type { Requests } from "../../server/service/requests.ts";
import type { Answer } from "../../server/service/service.ts";
import { PreparedReport } from "../../validators/report/prepared.ts";
import { skeletonOf } from "../../validators/report/skeleton.ts";
import { next as nextOf } from "../../validators/workflow/next.ts";
import { UsageError } from "../command.ts";
import { decided, tableNamed } from "../commands/decide.ts";
import { commandText, ruleText } from "../commands/explain.ts";
import { runbookSteps } from "../commands/runbook.ts";
import { playbookOf, runGiven, timeFrom } from "../playbook.ts";
import { printDecision } from "../print/decision.ts";
import { printNext } from "../print/next.ts";
import { printFound, printRunbook, runbookAsData } from "../print/runbook.ts";
import { style } from "../print/style.ts";
import { reportNamed } from "../report-check.ts";
import { pairsOf, stateOf } from "./given.ts";

const PLAIN = style(false);
const MOST = 5;

export function nextTasks(request: Requests["next"], policy: Policy): Answer {
  const workflow = playbookOf(policy, request.playbook);
  const given = {
    file: stateOf(request.state),
    facts: pairsOf(request.facts),
    time: timeFrom(request.now, "now"),
  };
  const data = nextOf(workflow, runGiven(given, workflow, policy));
  return { data, text: printNext(data, PLAIN) };
}

export function decideTable(request: Requests["decide"], policy: Policy): Answer {
  const today = new Date(timeFrom(request.now, "now")).toISOString().slice(0, 10);
  const data = decided(policy, tableNamed(request.table, policy), pairsOf(request.values), today);
  return { data, text: printDecision(data, PLAIN) };
}

export function findFor({ text, most = MOST }: Requests["find"], { runbooks }: Policy): Answer {
  if (text.trim() === "") throw new UsageError("expected an alert's name, the text of an error, or words");
  const all = findRunbooks(runbooks, text);
  const found = all.slice(0, most);
  const more = all.length - found.length;
  const shown =
    found.length === 0 ? `no runbook fits, among ${runbooks.length}\n` : printFound(found, more, PLAIN);
  return { data: { schemaVersion: 1, found, more }, text: shown };
}

export function runbookFor(request: Requests["runbook"], policy: Policy, root: string): Answer {
  const given = { name: request.name, set: pairsOf(request.set), facts: pairsOf(request.facts) };
  const steps = runbookSteps(policy, given, root);
  return { data: runbookAsData(steps), text: printRunbook(steps, PLAIN) };
}

export function explained({ rule, command }: Requests["explain"], policy: Policy): Answer {
  if ((rule === undefined) === (command === undefined))
    throw new UsageError("expected rule or command, one of both");
  if (rule !== undefined) {
    const text = ruleText(rule, policy, PLAIN);
    const own = policy.rules.find((r) => r.id === rule);
    const superseded = policy.history.superseded.find((s) => s.id === rule);
    const inForce = own !== undefined;
    return {
      data: {
        schemaVersion: 1,
        id: rule,
        inForce,
        explanation: text,
        ...(inForce ? { rule: own } : {}),
        ...(!inForce && superseded !== undefined ? { superseded } : {}),
      },
      text,
    };
  }
  const { text, verdict, entries } = commandText(command ?? "", policy, PLAIN);
  const rules = entries.map(({ rule: held, judgement }) => ({
    rule: held.id,
    applies: judgement.applies,
    ...(judgement.decision === undefined ? {} : { decision: judgement.decision }),
  }));
  return { data: { schemaVersion: 1, explanation: text, verdict, rules }, text };
}

export function skeleton({ report }: Requests["report_skeleton"], policy: Policy): Answer {
  const prepared = new PreparedReport(reportNamed(policy, report), policy);
  const text = skeletonOf(prepared);
  const rules = prepared.rules.map((r) => r.sentence);
  return {
    data: { schemaVersion: 1, report, skeleton: text, rules },
    text: rules.length === 0 ? text : `${text}\nIts rules:\n${rules.map((r) => `- ${r}`).join("\n")}\n`,
  };
}
