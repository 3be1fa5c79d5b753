// What a site costs: time and memory of 1,000 rules in 300 documents against a tenth of that, each in a process of its own.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { paired } from "./measure.ts";

type Row = (what: string, ratio: number, figures: string) => void;

/** Tells its own peak memory in kilobytes when it ends. */
const MEMORY = 'process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS+"\\n"))';

/** Measures in folders of their own below `folder`. */
export function sites(folder: string, row: Row): void {
  const [small, large] = [
    project(join(folder, "small-site"), 100, 30),
    project(join(folder, "large-site"), 1_000, 300),
  ];
  const peaks = { small: 0, large: 0 };
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const build = (cwd: string): number => {
    const args = [
      "--import",
      `data:text/javascript,${encodeURIComponent(MEMORY)}`,
      resolve("bin/bylaw.js"),
      "site",
    ];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    return Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? 0) / 1_024;
  };
  const { a, b, ratio } = paired(
    3,
    () => {
      peaks.large = Math.max(peaks.large, build(large));
    },
    () => {
      peaks.small = Math.max(peaks.small, build(small));
    },
  );
  const figures = `${(a / 1_000).toFixed(1)} s / ${(b / 1_000).toFixed(1)} s`;
  row("bylaw site, 1,000 rules in 300 documents / 10 × that of 100 in 30", ratio / 10, figures);
  row(
    "  its peak memory / that of 100 rules",
    peaks.large / peaks.small,
    `${peaks.large.toFixed(0)} MB / ${peaks.small.toFixed(0)} MB`,
  );
  const site = join(large, "dist", "site");
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).map((name) =>
    statSync(join(site, name)),
  );
  const bytes = files.reduce((sum, f) => sum + (f.isFile() ? f.size : 0), 0);
  row("  its files", files.filter((f) => f.isFile()).length, `${(bytes / 1e6).toFixed(0)} MB`);
  for (const made of [small, large]) rmSync(made, { recursive: true, force: true });
}

/** A third of the documents are logs with rules; the rest are playbooks with a few tasks, and runbooks. */
function project(folder: string, rules: number, documents: number): string {
  const write = (path: string, lines: readonly string[]): void => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, `${lines.join("\n")}\n`);
  };
  const logs = Math.ceil(documents / 3);
  for (let d = 0; d < logs; d++) {
    const lines = [`# Log ${d}`, "", "What several weeks of running this taught."];
    for (let r = d; r < rules; r += logs) {
      const tool = `tool-${r % logs}-${r % 7}`;
      lines.push("", `## 2026-0${(r % 9) + 1}-1${r % 10} — Lesson ${r} of team ${r % 11}`, "");
      lines.push(
        `Run ${r} ended in a way that nobody had expected, and two people looked at it for ${r} minutes.`,
        "",
      );
      lines.push(`- **Never** pass \`--force-${r}\` to \`${tool}\`.`, `  - Id: \`rule-${r}\``);
      lines.push(
        "  - Because: the run ended early and nobody saw it.",
        `  - Blocks: \`${tool} --force-${r}\``,
      );
      lines.push(
        `  - Passes: \`${tool} --careful-${r}\``,
        "- The report of such a run says what was left out.",
      );
    }
    write(`learnings/log-${d}.md`, lines);
  }
  for (let d = logs; d < documents; d += 2) {
    const tasks = Array.from({ length: 8 }, (_, i) => [
      ...["", `### Task \`t${d}-${i}\``, "", `Somebody looks at step ${i} of ${d} with care.`, ""],
      ...(i === 0 ? [] : [`- Needs: \`t${d}-${i - 1}\``]),
      ...["- Passes when it exits 0", "- Fails when it exits 1"],
    ]);
    write(`playbooks/ship-${d}.md`, [`# Ship ${d}`, ...tasks.flat()]);
    const steps = Array.from({ length: 8 }, (_, i) => [
      `${i + 1}. Look at part ${i}.`,
      "",
      "   ```bash",
      `   tool-${d}-1 status <part-${i}>`,
      "   ```",
      "",
    ]);
    write(`playbooks/incident-${d}.md`, [
      "---",
      "kind: runbook",
      "---",
      "",
      `# Incident ${d}`,
      "",
      "## Diagnosis",
      "",
      ...steps.flat(),
    ]);
  }
  return folder;
}
