// The service of this machine: a project's policy with its ledger, answering as the commands do.
import { randomBytes } from "node:crypto";
import type { Enforcer } from "../../enforce/enforcer.ts";
import type { Host } from "../../hosts/host.ts";
import type { Policy } from "../../policy/types.ts";
import { PolicyHolder } from "../../server/service/policy-holder.ts";
import { Problem } from "../../server/service/problem.ts";
import type { Answer, Operations, Service } from "../../server/service/service.ts";
import { reportReader } from "../../validators/report/check.ts";
import { UsageError } from "../command.ts";
import { answer, failed } from "../hook/answer.ts";
import { DEFAULT_OPTIONS } from "../hook/hook-options.ts";
import { hostNamed } from "../hook/hosts.ts";
import { reminder } from "../hook/reminder.ts";
import { within } from "../hook/within.ts";
import { worldOf } from "../hook/world.ts";
import { regex, sha256 } from "../node-tools.ts";
import { timeFrom } from "../playbook.ts";
import { enforcerOf } from "../runs.ts";
import { today } from "../today.ts";
import { checkAction, checkReportText } from "./check.ts";
import { proposeLearning } from "./learning.ts";
import { proposePlan } from "./plan.ts";
import { policySource } from "./policy-source.ts";
import { decideTable, explained, findFor, nextTasks, runbookFor, skeleton } from "./reading.ts";

/**
 * Serves the policy at an absolute path for the project at a root. `onRefusal` is told of policies that can't be used.
 */
export function localService(path: string, root: string, onRefusal: (problem: string) => void): Service {
  const holder = new PolicyHolder(policySource(path, root), onRefusal);
  const policy = (): Policy => {
    const current = holder.current();
    if (current === undefined) throw new Problem("no-policy", holder.state().problem ?? "there is no policy");
    return current;
  };
  const enforcers = new Enforcers(root);
  const on = (day?: string): Enforcer => enforcers.of(policy(), day ?? today());
  const dayOf = (now: string | undefined): string =>
    new Date(timeFrom(now, "now")).toISOString().slice(0, 10);
  const operations: Operations = {
    check: (r) => plain(() => checkAction(r, on(dayOf(r.now)), root)),
    next: (r) => plain(() => nextTasks(r, policy())),
    decide: (r) => plain(() => decideTable(r, policy())),
    find: (r) => plain(() => findFor(r, policy())),
    runbook: (r) => plain(() => runbookFor(r, policy(), root)),
    explain: (r) => plain(() => explained(r, policy())),
    report_skeleton: (r) => plain(() => skeleton(r, policy())),
    check_report: (r) => plain(() => checkReportText(r, on(dayOf(r.now)), root)),
    propose_plan: (r) => plain(() => proposePlan(r, on(), root)),
    propose_learning: (r) => plain(() => proposeLearning(r, root)),
  };
  return {
    operations,
    policy: () => holder.state(),
    reminder: () => {
      const current = holder.current();
      return current === undefined ? undefined : reminder(current, today(), undefined);
    },
    hook: (name, input) => hookAnswer(name, input, path, holder),
    refuseHook: (name, cause) => {
      const host = hostNamed(name);
      return host === undefined ? undefined : failed(host, cause, DEFAULT_OPTIONS);
    },
  };
}

/**
 * The same answer as the bundled hook's, from the policy that is held, but that no message approves: whoever has the token
 * could have written it.
 */
function hookAnswer(name: string, input: string, path: string, holder: PolicyHolder): string | undefined {
  const named = hostNamed(name);
  if (named === undefined) return undefined;
  const host: Host = {
    ...named,
    read: (given, files) => {
      const read = named.read(given, files);
      return read.type === "prompt" && read.source === "user" ? { ...read, source: "unknown" } : read;
    },
  };
  const options = DEFAULT_OPTIONS;
  try {
    const given = {
      input: () => input,
      sha256,
      random: randomBytes,
      regex,
      options,
    };
    const world = {
      ...worldOf(path, given),
      policyText: () => {
        const { text, problem } = holder.state();
        if (text === undefined) throw new Error(problem ?? "there is no policy");
        return { text };
      },
      pieces: undefined,
      // The holder has held it against its pin.
      pinProblem: () => undefined,
    };
    const late = `it took longer than ${options.deadline} ms`;
    return within(options.deadline, () => answer(host, world)) ?? failed(host, late, options);
  } catch (error) {
    return failed(host, error instanceof Error ? error.message : String(error), options);
  }
}

/** One enforcer a policy and day: what it has prepared serves all requests. */
class Enforcers {
  readonly #root: string;
  #policy: Policy | undefined;
  #byDay = new Map<string, Enforcer>();

  constructor(root: string) {
    this.#root = root;
  }

  of(policy: Policy, day: string): Enforcer {
    if (policy !== this.#policy || this.#byDay.size > 8) this.#byDay = new Map();
    this.#policy = policy;
    const known = this.#byDay.get(day);
    if (known !== undefined) return known;
    const made = enforcerOf(policy, this.#root, { today: day, reports: reportReader() });
    this.#byDay.set(day, made);
    return made;
  }
}

/** What the commands tell as a usage error is a problem of the request. */
function plain(answered: () => Answer): Answer {
  try {
    return answered();
  } catch (error) {
    if (error instanceof UsageError) throw new Problem("bad-request", error.message);
    throw error;
  }
}
