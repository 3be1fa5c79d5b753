// The bundled ATVM status contract, held against reports: one line a case.
import { describe, expect, test } from "vitest";
import { atvm, SAMPLE, said } from "./support.ts";

/** The sample with one thing changed. */
function changed(from: string | RegExp, to: string): string {
  const text = SAMPLE.replace(from, to);
  if (text === SAMPLE) throw new Error(`the sample has no ${from}`);
  return text;
}

/** A section of the sample from its heading to the next. */
function section(name: string): string {
  const start = SAMPLE.indexOf(`${name}:\n`);
  const end = SAMPLE.indexOf("\n\n", start);
  return SAMPLE.slice(start, end < 0 ? undefined : end + 2);
}

const RUNNING = changed("atvm117-debian9.4.0 - PASS", "atvm117-debian9.4.0 - RUNNING");
const ETA = "ETA for the whole remaining run: 2026-03-27 11:30";
const COMMAND = /^cmc-templates\.py .*$/m;

/** What was done, the text, and the ids of rules or codes of findings. */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  ["nothing", SAMPLE, []],
  ["headings in Markdown", SAMPLE.replace(/^([A-Z ]+):$/gm, "## $1"), []],
  ["headings in bold", SAMPLE.replace(/^([A-Z ]+):$/gm, "**$1:**"), []],
  ["headings in bold, colon outside", SAMPLE.replace(/^([A-Z ]+):$/gm, "**$1**:"), []],
  ["headings in small letters", SAMPLE.replace(/^([A-Z ]+):$/gm, (h) => h.toLowerCase()), []],
  ["a title in Markdown", changed("e2e-debian9-pure", "# e2e-debian9-pure"), []],
  ["bullets", SAMPLE.replace(/^atvm/gm, "- atvm"), []],
  ["emphasis", SAMPLE.replace(/^(atvm\S+) - (PASS|FAIL)/gm, "**$1** - `$2`"), []],
  ["all of it in a fence", `\`\`\`text\n${SAMPLE}\`\`\`\n`, []],
  ["carriage returns", SAMPLE.replaceAll("\n", "\r\n"), []],
  ["tabs for blanks", SAMPLE.replaceAll(" - ", "\t-\t"), []],
  ["the command behind a label", changed(/^(?=cmc-templates)/m, "**Command:** "), []],
  ["the command in backticks", changed(COMMAND, "Started by `$&`."), []],
  ["the command in a fence", changed(COMMAND, "```\n$&\n```"), []],
  ["no title", changed("e2e-debian9-pure\n", ""), ["missing-title"]],
  ["a sentence for a title", changed("e2e-debian9-pure", "Here is the status"), ["wrong-title"]],
  ["a sentence in front of it", `Here is the status:\n\n${SAMPLE}`, ["stray-line"]],
  ...["SUMMARY", "HOSTS", "TIMING", "COVERAGE", "TEST FLOW", "NOTES"].map(
    (name): [string, string, string[]] => [
      `no ${name}`,
      SAMPLE.replace(section(name), ""),
      ["missing-section"],
    ],
  ),
  ["an empty section", changed(/^6 machines.*$/m, ""), ["empty-section"]],
  [
    "NOTES in front",
    SAMPLE.replace(section("NOTES"), "").replace("SUMMARY:", `${section("NOTES")}\nSUMMARY:`),
    ["section-order"],
  ],
  ["TIMING last", `${SAMPLE.replace(section("TIMING"), "")}\n${section("TIMING")}`, ["section-order"]],
  ["SUMMARY twice", SAMPLE.replace("HOSTS:", `${section("SUMMARY")}HOSTS:`), ["section-twice"]],
  ["an old section", changed("TIMING:", "COMPLETED MACHINES:\natvm1 - PASS\n\nTIMING:"), ["unknown-section"]],
  ["the summary behind its heading", changed("SUMMARY:\n", "SUMMARY: "), ["missing-section"]],
  ["FUNCTIONALLY", changed("NOTES:\n", "NOTES:\nFunctionally: it works\n"), ["no-functionally"]],
  ["the status first", changed("atvm117-debian9.4.0 - PASS", "PASS: atvm117-debian9.4.0"), ["line-shape"]],
  ["two machines on a line", changed(" - PASS\n", " - PASS, atvm119-debian9.6.0 - PASS\n"), ["line-shape"]],
  ["a failure without its description", changed(/ - no IP.*/, ""), ["line-shape"]],
  ["another status", changed(" - PASS", " - OK"), ["line-shape"]],
  ["a status in small letters", changed(" - PASS", " - pass"), ["line-shape"]],
  ["a dash of a word processor", changed(" - PASS", " – PASS"), ["line-shape"]],
  [
    "a machine twice",
    changed("HOSTS:\n", "HOSTS:\natvm117-debian9.4.0 - RUNNING\n").replace("Start:", `${ETA}\nStart:`),
    ["machine-once"],
  ],
  ["a skipped machine missing", changed(/^atvm116.*\n/m, ""), ["skipped-by-selector"]],
  [
    "a skipped machine with another reason",
    changed("RE-CREATE MIGHT BE NEEDED", "out of order"),
    ["skipped-by-selector"],
  ],
  ["a skipped machine as passed", changed(/^(atvm116\S+).*$/m, "$1 - PASS"), ["skipped-by-selector"]],
  [
    "a selector that takes in none",
    changed("--containsVm debian9", "--containsVm ubuntu").replace(/^.*SKIPPED.*\n/gm, ""),
    [],
  ],
  [
    "machines by name",
    changed("--containsVm debian9", "--specify_vms atvm117-debian9.4.0").replace(/^.*SKIPPED.*\n/gm, ""),
    [],
  ],
  [
    "a machine of the blacklist by name",
    changed("--containsVm debian9", "--specify_vms atvm144-suse15.0"),
    ["skipped-by-selector"],
  ],
  [
    "machines at random",
    changed("--containsVm debian9", "--randomize 5"),
    Array(4).fill("skipped-at-random"),
  ],
  [
    "a selector that can't be known",
    changed("--containsVm debian9", "--containsVm $DISTRO"),
    ["skipped-by-selector"],
  ],
  ["no start", changed(/^Start:.*\n/m, ""), ["status-start"]],
  ["no end", changed(/^End:.*\n/m, ""), ["end-when-over"]],
  ["no total", changed(/^Total:.*\n/m, ""), ["status-runtime"]],
  ["no average", changed(/^Average:.*\n/m, ""), ["status-durations"]],
  ["a start that is no time", changed(/^Start:.*/m, "Start: this morning"), ["status-start"]],
  ["a running machine and no estimate", RUNNING, ["estimate-while-running"]],
  ["a running machine and an estimate", RUNNING.replace(/^End:.*/m, ETA), []],
  ["an estimate of one machine", RUNNING.replace(/^End:.*/m, "ETA: 11:30"), ["estimate-while-running"]],
  ["no config", changed(/^Config:.*\n/m, ""), ["coverage-names-config"]],
  [
    "the flag missing",
    changed(
      "Options: --use_specified_plugin iscsi --ignore",
      "Options: --use_specified_plugin iscsi\nIgnore",
    ),
    ["coverage-names-flag", "line-shape"],
  ],
  ["no such flag in the command", changed(/ --ignore_force_shutdown$/gm, ""), []],
  ["prose in the coverage", changed("Template:", "Scope of this run: debian\nTemplate:"), ["no-scope-prose"]],
  [
    "machines in the coverage",
    changed("Template:", "Machines: atvm117-debian9.4.0, atvm118-debian9.5.0\nTemplate:"),
    ["no-machines-in-coverage", "no-machines-in-coverage"],
  ],
  ["a flow of 18 steps", changed(/^19\.[\s\S]*22\. Power off\n/m, ""), ["cmc-e2e-steps"]],
  ["a step too many", changed("22. Power off\n", "22. Power off\n23. Go home\n"), ["cmc-e2e-steps"]],
  [
    "two steps swapped",
    changed("6. Install CMC\n7. Create migration session", "6. Create migration session\n7. Install CMC"),
    ["cmc-e2e-steps"],
  ],
  [
    "the flow twice",
    SAMPLE.replace("NOTES:", `${section("TEST FLOW")}NOTES:`),
    ["cmc-e2e-steps", "section-twice"],
  ],
  [
    "steps of another template",
    changed("cmc-templates.py cmc-e2e", "cmc-templates.py cmc-reboot").replace(
      /^7\.[\s\S]*22\. Power off\n/m,
      "",
    ),
    [],
  ],
  ["no command", changed(COMMAND, "Nothing else."), ["command-in-notes"]],
  ["the command behind ssh", changed(COMMAND, "sshpass -p x ssh u@192.168.3.190 '$&'"), ["command-in-notes"]],
  [
    "the command cut short",
    changed(" --integration_type pure --use_specified_plugin iscsi --ignore_force_shutdown\n", " …\n"),
    ["command-in-notes"],
  ],
  ["no URL", changed(/^Run: .*\n/m, ""), ["run-url"]],
  [
    "a banned line",
    changed("NOTES:\n", "NOTES:\nRun finished and one or more sub-run result artifacts were detected.\n"),
    ["no-artifact-confirmations", "no-sub-run-excuse"],
  ],
  [
    "another one",
    changed("NOTES:\n", "NOTES:\n- Final reporting artifacts were detected.\n"),
    ["no-artifact-confirmations"],
  ],
  [
    "one in capitals over two lines",
    changed("NOTES:\n", "NOTES:\nFINAL REPORTING\n  ARTIFACTS WERE DETECTED\n"),
    ["no-artifact-confirmations"],
  ],
  [
    "one with letters of another alphabet",
    changed("NOTES:\n", "NOTES:\nFinаl rеporting artifаcts were detected.\n"),
    ["no-artifact-confirmations"],
  ],
  [
    "one with hidden characters",
    changed("NOTES:\n", "NOTES:\nFinal rep\u200borting artifacts were detected.\n"),
    ["hidden-character", "no-artifact-confirmations"],
  ],
  [
    "inner workings",
    changed(
      "NOTES:\n",
      "NOTES:\nThe check-xml-files.ts validation passed.\nHost details were derived from reporter artifacts.\n",
    ),
    ["no-inner-workings", "no-inner-workings"],
  ],
  [
    "reset-failed, nobody knows whether it mattered",
    changed("NOTES:\n", "NOTES:\nreset-failed: unit not loaded\n"),
    ["no-reset-failed-noise"],
  ],
  ["a hole left open", changed("Total: 1h42m", "Total: <duration>"), ["status-runtime", "unfilled"]],
  ["a heading with a Cyrillic letter", changed("HOSTS:", "НOSTS:"), ["lookalike"]],
  ["a status with a Cyrillic letter", changed(" - PASS", " - PАSS"), ["lookalike"]],
  ["a fence that nothing closes", changed("NOTES:", "```\nNOTES:"), ["unclosed-fence"]],
  ["nothing at all", "", ["empty-report"]],
  ["blanks alone", " \n\t\n", ["empty-report"]],
  ["something else", "All 5 machines passed.", ["no-sections"]],
];

test.each(CASES)("%s", (_, text, expected) => {
  const verdict = atvm.check(text);
  expect(verdict.findings.map((f) => f.rule ?? f.code).sort()).toEqual([...expected].sort());
  const unsure = verdict.findings.length > 0 && verdict.findings.every((f) => !f.certain);
  expect(verdict.decision).toBe(expected.length === 0 ? "allow" : unsure ? "ask" : "deny");
});

describe("a finding says", () => {
  test("line, column, what is expected, why, since when and where that is said", () => {
    const [finding] = atvm.check(changed(" - PASS", " PASS")).findings;
    const line = SAMPLE.split("\n").indexOf("atvm117-debian9.4.0 - PASS") + 1;
    expect(finding).toMatchObject({
      code: "line-shape",
      place: { line, column: 1, endLine: line, endColumn: 25 },
      because: "the operator reads the result first and the details after it.",
      date: "2026-03-27",
      instead: "atvm117-debian9.4.0 - PASS",
    });
    expect(finding?.expected).toContain("`<machine: word> - FAIL - <failure description>`");
    expect(finding?.source?.file).toBe("learnings/test.md");
  });

  test("which line would do, for a machine that is missing", () => {
    const [finding] = atvm.check(changed(/^atvm156.*\n/m, "")).findings;
    expect(finding?.expected).toBe("atvm156-debian9.3.0 - SKIPPED - RE-CREATE MIGHT BE NEEDED");
    expect(finding?.message).toContain("`--containsVm debian9` names it");
  });

  test("the range of a forbidden text, without what is around it", () => {
    const text = changed("NOTES:\n", "NOTES:\n  * It seems that final reporting artifacts were detected.\n");
    const { range } = atvm.check(text).findings[0] ?? {};
    expect(text.slice(range?.start, range?.end)).toBe("final reporting artifacts were detected");
  });
});

test("a fact settles what the report alone leaves open", () => {
  const text = changed("NOTES:\n", "NOTES:\nreset-failed: unit not loaded\n");
  expect(atvm.check(text, { facts: { "watcher-start": "in trouble" } }).decision).toBe("allow");
  expect(atvm.check(text, { facts: { "watcher-start": "clean" } }).decision).toBe("deny");
});

test("the history keeps every layout, with its date", () => {
  const states = atvm.policy.history.reports.map((s) => [s.date, s.sections.map((x) => x.name).join(" ")]);
  expect(states).toEqual([
    ["2026-03-09", "COMPLETED REMAINING SKIPPED TIMING"],
    ["2026-03-11", "COMPLETED REMAINING SKIPPED TIMING ESTIMATED END"],
    ["2026-03-12", "COMPLETED NOTES REMAINING SKIPPED TIMING ESTIMATED END"],
    ["2026-03-12", "COMPLETED NOTES SKIPPED REMAINING SUMMARY TIMING ESTIMATED END"],
    ["2026-03-13", "COMPLETED NOTES SKIPPED REMAINING SUMMARY TIMING ESTIMATED END"],
    ["2026-03-27", "COMPLETED NOTES SKIPPED REMAINING SUMMARY TIMING ESTIMATED END TEST FLOW"],
    ["2026-03-27", "SUMMARY HOSTS TIMING COVERAGE TEST FLOW NOTES"],
  ]);
});

test("places are those of the file, whatever ends its lines", () => {
  const text = changed(" - PASS", " - OK");
  const expected = said(atvm.check(text));
  expect(said(atvm.check(text.replaceAll("\n", "\r\n")))).toEqual(expected);
  expect(said(atvm.check(text.replaceAll("\n", "\r")))).toEqual(expected);
});
