// npm run bench: the speed budgets as ratios against a baseline in the same run. Nothing here fails.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { checkerForAnalysis } from "../../src/cli/compile-project.ts";
import { knownTools } from "../../src/cli/io/known-tools.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { compile } from "../../src/compiler/compile.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import type { Policy } from "../../src/policy/types.ts";
import { Checker } from "../../src/validators/checker.ts";
import { next } from "../../src/validators/workflow/next.ts";
import type { Run } from "../../src/validators/workflow/run.ts";
import { corpus } from "./corpus.ts";
import { hooks } from "./hook.ts";
import { paired, perSecond } from "./measure.ts";
import { pictures } from "./pictures.ts";
import { playbook } from "./playbooks.ts";
import { reports } from "./reports.ts";
import { results } from "./results.ts";
import { sites } from "./site.ts";
import { COMMON_RULES, undecidedShare } from "./undecided.ts";

const folder = mkdtempSync(join(tmpdir(), "bylaw-bench-"));
try {
  console.log(`Node ${process.version}, ${process.arch}`);
  const only = process.argv[2];
  if (only === "processes") processes();
  else await all();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function all(): Promise<void> {
  buildInProcess();
  checks();
  kindsOfCommands();
  results(row);
  largePlaybooks();
  reports(row);
  undecided();
  playbooks();
  processes();
  await pictures(folder, row);
  sites(folder, row);
}

function policyOf(rules: number): Policy {
  const files = Object.entries(corpus(rules)).map(([file, text]) => ({ file, text }));
  const { policy, diagnostics } = compile(files, { sha256, checker: checkerForAnalysis });
  const error = diagnostics.find((d) => d.severity === "error");
  if (error !== undefined) throw new Error(error.message);
  return policy;
}

/** The compiler against a parse of the same files with the same plugins. */
function buildInProcess(): void {
  const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
  const milliseconds: number[] = [];
  for (const rules of [300, 3_000]) {
    const files = Object.entries(corpus(rules)).map(([file, text]) => ({ file, text }));
    const { a, b, ratio } = paired(
      9,
      () => void compile(files, { sha256, checker: checkerForAnalysis }),
      () => {
        for (const { text } of files) parser.parse(text);
      },
    );
    row(
      `compile ${rules} rules in ${files.length} files / remark parse of them`,
      ratio,
      `${a.toFixed(0)} ms / ${b.toFixed(0)} ms`,
    );
    milliseconds.push(a);
  }
  const growth = ([few = 1, many = 1]: readonly number[]): number => many / few / 10;
  row("time for 10 × as many rules / 10 × the time", growth(milliseconds), list(milliseconds, 1, "ms"));
  const peaks = [0, 300, 3_000].map(peakOfBuild);
  const [bare = 0, few = 0, many = 0] = peaks;
  row(
    "peak memory of a build of 10 × as many rules / 10 × the memory, above a build of one rule",
    (many - bare) / (few - bare) / 10,
    list(peaks, 1024, "MB"),
  );
}

/** The most memory that a build takes as a process, in kilobytes. */
function peakOfBuild(rules: number): number {
  const project = join(folder, `rules-${rules}`);
  writeFiles(project, corpus(Math.max(1, rules)));
  const report = "process.on('exit',()=>console.error('peak',process.resourceUsage().maxRSS))";
  const args = ["--import", `data:text/javascript,${report}`, resolve("bin/bylaw.js"), "build"];
  const { stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
  return Number(/^peak (\d+)$/m.exec(stderr)?.[1] ?? 0);
}

function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function list(values: readonly number[], unit: number, name: string): string {
  return values.map((v) => `${(v / unit).toFixed(1)} ${name}`).join(", ");
}

function checks(): void {
  const commands = (rules: number): string[] => [
    "ls -la src",
    "git status",
    `tool-${Math.floor(rules / 60)}-1 --all --region us-east`,
    `sudo tool-0-0 --all --keep-0 --keep-3`,
    `cd /srv && tool-0-2 list | tee log`,
  ];
  let baseline = 0;
  for (const rules of [30, 300, 3_000]) {
    const checker = new Checker(policyOf(rules), { sha256, regex });
    const list = commands(rules);
    const rate = perSecond(
      2,
      (i) => void checker.check({ kind: "command", command: list[i % list.length] ?? "" }),
    );
    baseline ||= rate;
    row(
      `checks a second, ${rules} rules / 30 rules`,
      rate / baseline,
      `${Math.round(rate).toLocaleString("en")} a second`,
    );
  }
}

/** One kind of command at a time, against 300 rules. */
function kindsOfCommands(): void {
  const checker = new Checker(policyOf(300), { sha256, regex });
  const kinds = {
    "short, plain": "tool-1-1 --all",
    "short, parsed": 'tool-1-1 --all "$HOME" | tee log',
    long: Array.from({ length: 40 }, (_, i) => `tool-1-1 --all file-${i} > out-${i}`).join(" && "),
    nested: `bash -c 'sudo env A=1 bash -c "for x in a b; do tool-1-1 --all \\$x; done"'`,
  };
  let baseline = 0;
  for (const [name, command] of Object.entries(kinds)) {
    const rate = perSecond(1, () => void checker.check({ kind: "command", command }));
    baseline ||= rate;
    row(
      `checks a second, ${name} / short, plain`,
      rate / baseline,
      `${Math.round(rate).toLocaleString("en")} a second`,
    );
  }
}

/** A playbook of many tasks: compiled with all its analyses, and asked what is next. */
function largePlaybooks(): void {
  const milliseconds = [1_000, 2_000].map((tasks) => {
    const files = [{ file: "playbooks/large.md", text: playbook(tasks) }];
    const { policy, diagnostics } = compile(files, { sha256, checker: checkerForAnalysis });
    const [said] = diagnostics;
    if (said !== undefined) throw new Error(said.message);
    const [workflow] = policy.workflows;
    if (workflow === undefined) throw new Error("no playbook");
    const done = workflow.tasks
      .slice(0, tasks / 2)
      .map((t) => [t.name, { status: "Pass" as const }] as const);
    const run: Run = {
      tasks: new Map(done),
      facts: new Map([["mode", "fast"]]),
      now: 0,
      lists: [],
      regex,
    };
    const { a, b, ratio } = paired(
      5,
      () => void compile(files, { sha256, checker: checkerForAnalysis }),
      () => void next(workflow, run),
    );
    row(
      `compile a playbook of ${tasks} tasks / what is next in it`,
      ratio,
      `${a.toFixed(0)} ms / ${b.toFixed(1)} ms`,
    );
    return a;
  });
  const [few = 1, many = 1] = milliseconds;
  row("time for a playbook of 2 × as many tasks / 2 × the time", many / few / 2, list(milliseconds, 1, "ms"));
}

/** The share of commands in the machine's scripts that are asked about only because something can't be decided. */
function undecided(): void {
  const files = [{ file: "playbooks/common.md", text: COMMON_RULES }];
  const { policy } = compile(files, { sha256, checker: checkerForAnalysis, known: knownTools });
  const share = undecidedShare(new Checker(policy, { sha256, regex, root: "/repo" }), ["/usr", "/etc"]);
  const percent = (100 * share.undecided) / Math.max(1, share.commands);
  console.log(
    `${percent.toFixed(2).padStart(7)} %  of ${share.commands} commands in ${share.scripts} shell scripts of this machine are asked about because something can't be decided`,
  );
}

/** What is next among many tasks, half of them done: in a chain, and in layers of twenty with three needs each. */
function playbooks(): void {
  const shapes: Readonly<Record<string, (i: number) => readonly number[]>> = {
    "in a chain": (i) => (i === 0 ? [] : [i - 1]),
    "in layers": (i) => (i < 20 ? [] : [0, 1, 2].map((k) => i - 20 + k - (i % 20 > 16 ? 3 : 0))),
  };
  for (const [name, needs] of Object.entries(shapes)) {
    const milliseconds = [200, 2_000].map((count) => {
      const text = Array.from({ length: count }, (_, i) => taskText(i, needs(i))).join("");
      const files = [{ file: "playbooks/many.md", text }];
      const { policy } = compile(files, { sha256, checker: checkerForAnalysis });
      const [workflow] = policy.workflows;
      if (workflow === undefined) throw new Error("no playbook");
      const tasks = new Map(
        workflow.tasks.slice(0, count / 2).map((t) => [t.name, { status: "Pass" as const }]),
      );
      const run = { tasks, facts: new Map<string, string>(), now: 0, lists: [], regex };
      return 1_000 / perSecond(1, () => void next(workflow, run), 20);
    });
    const [few = 1, many = 1] = milliseconds;
    row(`next, 2,000 tasks ${name} / 10 × the time of 200`, many / few / 10, list(milliseconds, 1, "ms"));
  }
}

function taskText(i: number, needs: readonly number[]): string {
  const line = needs.length === 0 ? "" : `- Needs: ${needs.map((n) => `\`t${n}\``).join(", ")}\n`;
  return `### Task \`t${i}\`\n\n${line}- Passes when it exits 0\n- Fails when it exits 1\n\n`;
}

/** Whole processes, without the variable that slows each start of Node 20 down. */
function processes(): void {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const policy = join(folder, "policy.json");
  writeFileSync(policy, printPolicy(policyOf(300)));
  const node = (args: readonly string[], input = ""): void => {
    spawnSync(process.execPath, args, { input, env, cwd: folder });
  };
  const nothing = ["-e", "0"];
  const shown = (name: string, args: readonly string[], input: string, rounds: number): void => {
    const { a, b, ratio } = paired(
      rounds,
      () => node(args, input),
      () => node(nothing),
    );
    row(`${name} / node -e 0`, ratio, `${a.toFixed(1)} ms / ${b.toFixed(1)} ms`);
  };
  hooks(folder, policyOf(300), env, row);
  shown(
    "bylaw check, 300 rules",
    [resolve("bin/bylaw.js"), "check", "--policy", policy, "tool-1-1 --all"],
    "",
    20,
  );
  writeFiles(folder, corpus(300));
  shown("bylaw build, 300 rules", [resolve("bin/bylaw.js"), "build"], "", 10);
}

function row(what: string, ratio: number, figures: string): void {
  console.log(`${ratio.toFixed(2).padStart(7)} ×  ${what}  (${figures})`);
}
