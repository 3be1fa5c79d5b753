// bylaw doctor: whether each host's hook is really in place, and answers.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileOfRun } from "../../ledger/run-name.ts";
import type { CommandRun } from "../command.ts";
import type { Check } from "../doctor/check.ts";
import { generalChecks } from "../doctor/general.ts";
import { checkHost, isInstalled } from "../doctor/host-checks.ts";
import { PROBE_RUN } from "../doctor/probe.ts";
import { samplesOf } from "../doctor/samples.ts";
import { HOSTS } from "../hook/all-hosts.ts";
import { inForce, nativeRulesOf } from "../install/in-force.ts";
import { FOLDER, type Place } from "../install/place.ts";
import { openRecord } from "../install/plan.ts";
import { namedHosts, projectPlace } from "../install/project-place.ts";
import { sha256 } from "../node-tools.ts";
import { reportProblems } from "../print/problems.ts";
import { printable, style } from "../print/style.ts";
import { EXIT, type Terminal } from "../terminal.ts";

export const doctor: CommandRun = (input, terminal) => {
  const named = namedHosts(input);
  const place = projectPlace(terminal);
  if (place === undefined) return EXIT.failed;
  const record = openRecord(place.root);
  if ("problem" in record) {
    reportProblems([record.problem], new Map(), terminal);
    return EXIT.failed;
  }
  const recorded = (name: string) => record.hosts.find((h) => h.name === name);
  const hosts =
    named.length > 0
      ? named
      : HOSTS.filter((h) => recorded(h.name) !== undefined || isInstalled(h.name, place));
  const force = inForce(place);
  const policy = "policy" in force ? force.policy : undefined;
  const observe = place.options.includes("--observe");
  const around = {
    place,
    terminal,
    observe,
    rules: policy === undefined || observe ? [] : nativeRulesOf(policy, place.root),
    samples: policy === undefined ? undefined : samplesOf(policy, place.root),
  };
  const all = generalChecks(place, terminal, force);
  print("bylaw", all, terminal);
  withoutTrace(place, () => {
    for (const host of hosts) {
      const checks = checkHost(host, { ...around, record: recorded(host.name) });
      print(host.name, checks, terminal);
      all.push(...checks);
    }
  });
  if (hosts.length === 0) terminal.out("no host is installed: run bylaw install\n");
  return hosts.length > 0 && all.every((c) => c.state !== "wrong") ? EXIT.ok : EXIT.failed;
};

/** What probes write down is a run of their own, which is gone afterwards. */
function withoutTrace({ root }: Place, what: () => void): void {
  const file = join(root, FOLDER, "runs", fileOfRun(PROBE_RUN, sha256));
  const wasThere = existsSync(file);
  try {
    what();
  } finally {
    if (!wasThere) rmSync(file, { force: true });
  }
}

function print(title: string, checks: readonly Check[], terminal: Terminal): void {
  const { bold, red, yellow, green } = style(terminal.color.out);
  const marks = { ok: green("ok   "), note: yellow("note "), wrong: red("wrong") };
  const lines = checks.map(({ state, text, todo }) => {
    const more = todo === undefined ? "" : `\n          do: ${printable(todo)}`;
    return `  ${marks[state]} ${printable(text)}${more}\n`;
  });
  terminal.out(`${bold(title)}\n${lines.join("")}`);
}
