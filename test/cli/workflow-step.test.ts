// The steps of a workflow that the page about decision tables shows, run by bash, with gh standing in for GitHub's.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { printPolicy } from "../../src/policy/revision.ts";
import { POLICY } from "../playbooks/sources.ts";
import { TestProject } from "../support/project.ts";

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The step with the script, as the page shows it. */
function shownStep(): Step {
  const page = readFileSync("docs/decision-tables.md", "utf8");
  const block = /^```yaml\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? "";
  const step = (parse(block) as Step[]).find((s) => s.id === "e2e");
  if (step === undefined) throw new Error("no step");
  return step;
}

const PUBLISH = "publish-workspace-server-image";

/** Runs the script; `gh` prints a text, or fails. The variables are what GitHub puts in place of its expressions. */
function run(
  gh: string | undefined,
  upstream: string,
): { status: number | null; output: string; summary: string; err: string; asked: string } {
  const project = new TestProject({ "dist/policy.json": printPolicy(POLICY), "bylaw.config.json": "{}" });
  const bin = join(project.folder, "bin");
  mkdirSync(bin);
  const scripts = {
    bylaw: `#!/bin/sh\nexec '${process.execPath}' '${resolve("bin/bylaw.js")}' "$@"\n`,
    gh: `#!/bin/sh\nprintf '%s\\n' "$@" > '${join(project.folder, "asked")}'\n${gh === undefined ? "exit 1" : `printf '%s\\n' '${gh}'`}\n`,
  };
  for (const [name, text] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const [output, summary] = [join(project.folder, "output"), join(project.folder, "summary")];
  const { status, stderr } = spawnSync(
    "bash",
    ["--noprofile", "--norc", "-eo", "pipefail", "-c", shownStep().run ?? ""],
    {
      cwd: project.folder,
      encoding: "utf8",
      env: {
        PATH: `${bin}:${process.env["PATH"]}`,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_REPOSITORY: "molecule-ai/molecule-core",
        EVENT: upstream === "" ? "workflow_dispatch" : "workflow_run",
        UPSTREAM: upstream,
        SHA: "31f9a5e",
      },
    },
  );
  const read = (path: string): string => {
    try {
      return readFileSync(path, "utf8");
    } catch {
      return "";
    }
  };
  const asked = read(join(project.folder, "asked"));
  return { status, output: read(output), summary: read(summary), err: stderr, asked };
}

describe.skipIf(process.platform === "win32")("the steps of a workflow", () => {
  test.each([
    ["completed success", PUBLISH, "proceed", 0],
    ["completed failure", PUBLISH, "abort", 1],
    ["completed timed_out", PUBLISH, "abort", 1],
    ["completed cancelled", PUBLISH, "defer", 0],
    ["completed skipped", PUBLISH, "abort", 1],
    ["in_progress ", PUBLISH, "defer", 0],
    ["queued ", PUBLISH, "defer", 0],
    ["none ", PUBLISH, "proceed", 0],
    [undefined, PUBLISH, "abort", 1],
    ["completed failure", "E2E Staging SaaS (full lifecycle)", "proceed", 0],
    ["completed failure", "", "proceed", 0],
  ])("%j after %j: %s", (gh, upstream, outcome, expected) => {
    const { status, output, summary, err } = run(gh, upstream);
    expect([err, status]).toEqual(["", expected]);
    expect(output).toContain(`outcome<<BYLAW_END\n${outcome}\nBYLAW_END\n`);
    expect(summary).toContain(`## e2e&#45;gate: ${outcome}\n`);
  });

  test("a word that GitHub never said is refused, and nothing goes on", () => {
    const { status, output, summary, err } = run("lost $(touch pwned)", PUBLISH);
    expect([status, err]).toEqual([
      2,
      expect.stringContaining("bylaw: unexpected value lost for e2e-status, expected queued, requested"),
    ]);
    expect(output).toContain("outcome<<BYLAW_END\n\nBYLAW_END\n");
    expect(summary).toContain("refused");
  });

  test("asks about the one commit on main", () => {
    expect(run("none ", PUBLISH).asked.split("\n")).toEqual(
      expect.arrayContaining([
        "--commit",
        "31f9a5e",
        "--branch",
        "main",
        "--repo",
        "molecule-ai/molecule-core",
      ]),
    );
  });

  test("puts no expression of GitHub's into the script", () => {
    const { run: script = "", env = {} } = shownStep();
    expect(script).not.toContain("${{");
    expect(Object.keys(env)).toEqual(["GH_TOKEN", "EVENT", "UPSTREAM", "SHA"]);
  });
});
