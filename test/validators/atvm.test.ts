// The bundled run-learnings, checked against commands: one line a case.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../src/policy/types.ts";
import { checkerOf } from "../support/compile.ts";

const check = checkerOf(readFileSync("learnings/atvm.md", "utf8"));

const FLAGS = "--use_specified_plugin iscsi --ignore_force_shutdown";
const SEVEN =
  "atvm6-centos6.0 atvm41-redhat6.0 atvm73-oracle6.0 atvm113-debian9.0.0 atvm115-debian9.1.0 atvm116-debian9.2.0 atvm156-debian9.3.0";
const EIGHT = `${SEVEN} atvm144-suse15.0`;
const VERIFY = "ls atvm200-ubuntu22.ts && grep -F specPattern cypress.atvm-config-gold.ts";
const WATCHER = "systemctl start atvm-run-watcher@e2e-ubuntu22";
const NAMED = `cmc-templates.py cmc-e2e --specify_vms atvm144-suse15.0 ${FLAGS}`;

/** Decision, the ids (or codes) of all findings with that decision, command. */
const CASES: readonly (readonly [Decision, readonly string[], string])[] = [
  ["deny", ["exclude-blacklist"], `cmc-templates.py cmc-e2e --containsVm redhat9.7 ${FLAGS}`],
  ["deny", ["exclude-blacklist"], `cmc-templates.py cmc-e2e --randomize 3 ${FLAGS}`],
  [
    "deny",
    ["exclude-blacklist"],
    `cmc-templates.py cmc-e2e --containsVm redhat9.7 --exclude_partial_match ${SEVEN} ${FLAGS}`,
  ],
  [
    "ask",
    ["approve-first"],
    `cmc-templates.py cmc-e2e --containsVm redhat9.7 --exclude_partial_match ${EIGHT} ${FLAGS}`,
  ],
  [
    "ask",
    ["approve-first"],
    `cmc-templates.py cmc-e2e --containsVm redhat9.7 --exclude_partial_match=${EIGHT.replaceAll(" ", ",")} ${FLAGS}`,
  ],
  [
    "ask",
    ["approve-first"],
    `cmc-templates.py cmc-e2e --containsVm redhat9.7 --exclude_partial_match centos6 redhat6 oracle6 debian9 suse15 ${FLAGS}`,
  ],
  ["deny", ["no-blacklisted-machine-by-name"], NAMED],
  ["deny", ["no-blacklisted-machine-by-name"], NAMED.replace("vms ", "vms=")],
  ["deny", ["no-blacklisted-machine-by-name"], NAMED.replace("atvm144-suse15.0", "'atvm144-suse15.0'")],
  [
    "deny",
    ["no-blacklisted-machine-by-name"],
    NAMED.replace("atvm144-suse15.0", 'atvm200-ubuntu22 "atvm144-suse15.0"'),
  ],
  [
    "deny",
    ["no-blacklisted-machine-by-name"],
    NAMED.replace("atvm144-suse15.0", "atvm200-ubuntu22,atvm144-suse15.0"),
  ],
  ["deny", ["no-blacklisted-machine-by-name"], `sudo env A=1 python3 /opt/atvm/${NAMED}`],
  ["deny", ["no-blacklisted-machine-by-name"], `A=1 ./${NAMED}`],
  ["deny", ["no-blacklisted-machine-by-name"], `bash -c "${NAMED}"`],
  ["deny", ["no-blacklisted-machine-by-name"], `sshpass -p x ssh u@host '${NAMED}'`],
  [
    "deny",
    ["no-blacklisted-machine-by-name"],
    `ssh -o StrictHostKeyChecking=no u@host sudo python3 ${NAMED}`,
  ],
  ["deny", ["no-blacklisted-machine-by-name"], `cd /opt/atvm && ${NAMED} | tee log`],
  [
    "deny",
    ["no-blacklisted-machine-by-name"],
    `VM=atvm113-debian9.0.0; ${NAMED.replace("atvm144-suse15.0", "$VM")}`,
  ],
  [
    "ask",
    ["approve-first", "no-bare-config", "no-blacklisted-machine-by-name"],
    NAMED.replace("atvm144-suse15.0", '"$(cat vms)"'),
  ],
  [
    "ask",
    ["approve-first", "no-bare-config", "no-blacklisted-machine-by-name"],
    NAMED.replace("atvm144-suse15.0", "$VM"),
  ],
  ["ask", ["approve-first"], `cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 ${FLAGS}`],
  [
    "ask",
    ["approve-first", "iscsi-plugin"],
    "cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 --use_specified_plugin fc --ignore_force_shutdown",
  ],
  [
    "deny",
    ["ignore-force-shutdown"],
    "cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 --use_specified_plugin iscsi",
  ],
  [
    "deny",
    ["ignore-force-shutdown", "iscsi-plugin"],
    "cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22",
  ],
  [
    "deny",
    ["no-blacklist-for-named-machines"],
    `cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 --exclude_partial_match atvm6-centos6.0 ${FLAGS}`,
  ],
  [
    "deny",
    ["templates-before-runner"],
    `run-sorry-cypress.py\ncmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 ${FLAGS}`,
  ],
  [
    "ask",
    ["approve-first", "approve-first", "approve-watcher-first"],
    `cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 ${FLAGS} && ${VERIFY} && ${WATCHER} && run-sorry-cypress.py`,
  ],
  [
    "ask",
    ["approve-first", "approve-first", "templates-before-runner", "watcher-before-runner"],
    `cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 ${FLAGS}; ${VERIFY} && run-sorry-cypress.py`,
  ],
  ["deny", ["no-bare-config"], "run-sorry-cypress.py cypress.atvm-config.ts"],
  ["allow", [], "grep -n containsVm cmc-templates.py"],
  ["allow", [], 'git commit -m "run cmc-templates.py --randomize"'],
  ["allow", [], "echo cmc-templates.py"],
  ["allow", [], "cmc-templates.py --help"],
  ["allow", [], "python3 cmc-templates.py --version"],
  ["allow", [], "ls -la # cmc-templates.py --randomize"],
  ["ask", ["unreadable"], "cmc-templates.py --containsVm 'x"],
];

describe("verdicts on the run-learnings", () => {
  test.each(CASES)("%s %j: %s", (decision, ids, command) => {
    const verdict = check(command);
    const strictest = verdict.findings.filter((f) => f.decision === decision);
    expect(verdict.decision).toBe(decision);
    if (decision !== "allow") expect(strictest.map((f) => f.rule ?? f.code).sort()).toEqual(ids);
    else expect(verdict.findings).toEqual([]);
  });
});

describe("what a verdict says", () => {
  test("the fix of a missing exclude list names all eight machines, and is asked about", () => {
    const { fix } = check(`cmc-templates.py cmc-e2e --containsVm redhat9.7 ${FLAGS}`);
    expect(fix).toEqual({
      command: `cmc-templates.py cmc-e2e --containsVm redhat9.7 ${FLAGS} --exclude_partial_match ${EIGHT}`,
      decision: "ask",
    });
  });

  test("a partial exclude list names the missing machine, its reason and its date", () => {
    const command = `cmc-templates.py cmc-e2e --containsVm redhat9.7 --exclude_partial_match ${SEVEN} ${FLAGS}`;
    const { findings, fix } = check(command);
    expect(findings[0]?.message).toContain("`atvm144-suse15.0`");
    expect(findings[0]?.message).toContain("CRASHES WHEN CREATING MIGRATION SESSION - BUG, 2026-03-12");
    expect(findings[0]?.message).not.toContain("centos");
    expect(fix?.command).toBe(command.replace(SEVEN, EIGHT));
  });

  test("a blacklisted machine is underlined, with its reason", () => {
    const [finding] = check(NAMED).findings;
    expect(finding?.message).toContain("CRASHES WHEN CREATING MIGRATION SESSION");
    expect(NAMED.slice(finding?.range?.start, finding?.range?.end)).toBe("atvm144-suse15.0");
  });

  test("several missing options are mended at once", () => {
    expect(check("cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22").fix).toEqual({
      command:
        "cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 --ignore_force_shutdown --use_specified_plugin iscsi",
      decision: "ask",
    });
  });

  test("a fix inside quotes stays inside them", () => {
    const { fix } = check(
      "ssh u@host 'cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 --use_specified_plugin iscsi'",
    );
    expect(fix?.command).toBe(
      "ssh u@host 'cmc-templates.py cmc-e2e --specify_vms atvm200-ubuntu22 --use_specified_plugin iscsi --ignore_force_shutdown'",
    );
  });

  test("the place where a command can't be parsed is a column of it", () => {
    const command = "cmc-templates.py --containsVm 'x";
    const [finding] = check(command).findings;
    expect(finding?.range?.start).toBe(command.indexOf("'"));
  });

  test("what can't be decided is named", () => {
    const verdict = check(NAMED.replace("atvm144-suse15.0", '"$(cat vms)"'));
    expect(verdict.findings.some((f) => !f.certain && f.message.includes("$(cat vms)"))).toBe(true);
  });
});
