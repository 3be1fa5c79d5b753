// Every command: help, completions and the documentation are made from this table.
import { AGENT_COMMANDS } from "./agent-commands.ts";
import { AUTHOR_COMMANDS } from "./author-commands.ts";
import type { CommandRow } from "./command.ts";
import { POLICY, TEXT_OR_JSON } from "./command-words.ts";

const FORMAT = { flags: "--format <format>", about: "text, json, sarif or github (default: text)" };
const DIR = { name: "[dir]", about: "a folder of the project (default: this one)" };

const PLAYBOOK = { name: "<playbook>", about: "the name of the playbook's document, without .md" };
const TASK = { name: "<task>", about: "one of its tasks" };
const FACT = { flags: "--fact <name=value...>", about: "what is known of a fact; may be repeated" };
const STATE = { flags: "--state <file>", about: "how far the playbook is, in YAML or JSON" };
const EVIDENCE = {
  flags: "--evidence <file...>",
  about: "results that it asks for, in Markdown or JSON; may be repeated",
};
const NOW = { flags: "--now <time>", about: "the day or ISO time to answer for (default: now)" };

const REPORT = [
  { flags: "--report <name>", about: "check a report: the operand is its file, or - for standard input" },
  { flags: "--fix", about: "mend the report's order and spelling where that is sure, and write it" },
];

export const COMMANDS: readonly CommandRow[] = [
  {
    name: "build",
    operands: [DIR],
    options: [
      { flags: "--out <folder>", about: "where outputs go (default: dist)" },
      { flags: "--write", about: "also write AGENTS.md in place, inside its marked block" },
      { flags: "--max-unenforced <n>", about: "fail where more sentences than this look like rules" },
      { flags: "--check", about: "write nothing; fail where an output is stale" },
      FORMAT,
    ],
    summary: "Compile the Markdown sources into policy and instructions",
    details: "Exit status: 0 built, 1 errors in the sources or stale outputs, 2 wrong usage.",
    load: async () => (await import("./commands/build.ts")).build,
  },
  {
    name: "check",
    operands: [
      {
        name: "[command]",
        about: "one shell text, or a file for --evidence and --report; - reads standard input",
      },
    ],
    options: [
      POLICY,
      FORMAT,
      { flags: "--shell <shell>", about: "bash, sh, zsh or powershell (default: bash)" },
      { flags: "--cwd <folder>", about: "the folder that the command would run in" },
      FACT,
      { flags: "--tool <name>", about: "check a call of this MCP tool instead of a command" },
      { flags: "--input <json>", about: "the call's input, a JSON object (default: {})" },
      {
        flags: "--after <command...>",
        about: "a command, or a tool, that has succeeded before in this session; may be repeated",
      },
      { flags: "--evidence <name>", about: "check a file's table of results instead of a command" },
      ...REPORT,
      STATE,
      NOW,
      { flags: "--run <id>", about: "the run that it belongs to: what its ledger tells counts" },
      {
        flags: "--protect",
        about: "also hold it against what every hook protects: Bylaw and the hosts' settings",
      },
    ],
    summary: "Check a command, a script, a call of a tool, a report, or a table of results",
    details:
      "Exit status: 0 allow (warnings included), 1 deny or findings, 2 wrong usage, policy or input, 3 ask.\n" +
      "Example: bylaw check 'git push --force'",
    load: async () => (await import("./commands/check.ts")).check,
  },
  {
    name: "decide",
    operands: [
      { name: "[table]", about: "a decision table, by its name" },
      { name: "[values...]", about: "what is known of its inputs: input=value" },
    ],
    options: [
      POLICY,
      { flags: "--github", about: "also write the step's output and summary, in a GitHub workflow" },
      NOW,
      { flags: "--format <format>", about: "text or json (default: text)" },
    ],
    summary: "Say what a decision table comes to",
    details:
      "Exit status: that of the outcome where its heading gives one, else 0; 2 wrong usage, 3 undecided.\n" +
      "Example: bylaw decide e2e-gate status=completed conclusion=cancelled",
    load: async () => (await import("./commands/decide.ts")).decide,
  },
  {
    name: "next",
    operands: [PLAYBOOK],
    options: [
      STATE,
      EVIDENCE,
      FACT,
      NOW,
      POLICY,
      { flags: "--format <format>", about: "text, json, mermaid or svg (default: text)" },
      { flags: "--links <address>", about: "make each node of an svg a link: this address, then #task-name" },
    ],
    summary: "Say which tasks of a playbook are ready, running, blocked, waiting and done",
    details: "Exit status: 0 answered, 2 wrong usage, policy or state.",
    load: async () => (await import("./commands/next.ts")).next,
  },
  {
    name: "classify",
    operands: [PLAYBOOK, TASK],
    options: [{ flags: "--exit-status <n>", about: "what the command exited with" }, POLICY, TEXT_OR_JSON],
    summary: "Read a task's output on standard input: its status, and what is captured",
    details: "Exit status: 0 read, whatever the status; 2 wrong usage, policy or input.",
    load: async () => (await import("./commands/classify.ts")).classify,
  },
  {
    name: "gate",
    operands: [PLAYBOOK, { name: "<gate>", about: "one of its gates or waits" }],
    options: [STATE, EVIDENCE, FACT, NOW, POLICY, TEXT_OR_JSON],
    summary: "Say what a gate still needs",
    details: "Exit status: 0 passed, 1 not passed, 2 wrong usage, policy or state.",
    load: async () => (await import("./commands/gate.ts")).gate,
  },
  {
    name: "retry",
    operands: [PLAYBOOK, TASK],
    options: [
      { flags: "--attempt <n>", about: "how many attempts have failed, from 1" },
      { flags: "--error <text>", about: "the text of the error" },
      POLICY,
      TEXT_OR_JSON,
    ],
    summary: "Say whether a task that failed is tried again, after how long, and why",
    details: "Exit status: 0 again, 1 stop, 2 wrong usage or policy.",
    load: async () => (await import("./commands/retry.ts")).retry,
  },
  {
    name: "find",
    operands: [
      {
        name: "[text...]",
        about: "an alert's name, an error's text or words; - reads them from standard input",
      },
    ],
    options: [
      { flags: "--most <n>", about: "how many runbooks are shown (default: 5)" },
      POLICY,
      TEXT_OR_JSON,
    ],
    summary: "Find the runbook for what an incident shows, and say why it was found",
    details:
      "Exit status: 0 found, 1 nothing found, 2 wrong usage or policy.\nExample: bylaw find KubeNodeNotReady",
    load: async () => (await import("./commands/find.ts")).find,
  },
  {
    name: "runbook",
    operands: [{ name: "<name>", about: "a runbook's name, or that of an alert that only one has" }],
    options: [
      {
        flags: "--set <placeholder=value...>",
        about: "what stands in place of a <placeholder>; may be repeated",
      },
      FACT,
      POLICY,
      TEXT_OR_JSON,
    ],
    summary: "Print a runbook's steps, with what to look for and the verdict on each command",
    details: "Exit status: 0 printed, 2 wrong usage or policy. Nothing is run.",
    load: async () => (await import("./commands/runbook.ts")).runbook,
  },
  {
    name: "report",
    operands: [{ name: "<name>", about: "a report of the policy" }],
    options: [{ flags: "--history", about: "print instead what it looked like, entry by entry" }, POLICY],
    summary: "Print the skeleton of a report, to be filled in",
    details: "Exit status: 0 printed, 2 wrong usage or policy. Its rules are told on standard error.",
    load: async () => (await import("./commands/report.ts")).report,
  },
  {
    name: "explain",
    operands: [{ name: "[rule]", about: "a rule's id; or -- and a command" }],
    options: [POLICY],
    summary: "Show a rule with its history, or how the verdict on a command comes about",
    details: "Exit status: 0 explained, 2 no such rule.\nExample: bylaw explain -- git push --force",
    load: async () => (await import("./commands/explain.ts")).explain,
  },
  {
    name: "test",
    operands: [DIR],
    options: [],
    summary: "Try every example in the sources",
    details: "Exit status: 0 all as expected, 1 not, 2 wrong usage.",
    load: async () => (await import("./commands/test.ts")).test,
  },
  {
    name: "site",
    operands: [DIR],
    options: [
      { flags: "--out <folder>", about: "where the site goes (default: site in the output folder)" },
      { flags: "--serve", about: "write nothing; serve it here, and build it anew when a source changes" },
      { flags: "--port <n>", about: "with --serve: the port (default: 4173; 0 takes any that is free)" },
    ],
    summary: "Build the sources as a site: every rule, playbook and runbook, with search and a live checker",
    details: "Exit status: 0 built, 1 errors in the sources or nothing could be written, 2 wrong usage.",
    load: async () => (await import("./commands/site.ts")).site,
  },
  {
    name: "census",
    operands: [{ name: "[files...]", about: "Markdown files, as they are" }],
    options: [
      { flags: "--max-unenforced <n>", about: "fail where more sentences than this look like rules" },
      { flags: "--format <format>", about: "text or json (default: text)" },
    ],
    summary: "Count what of any Markdown is enforced, looks like a rule, or only guides",
    details: "Exit status: 0 counted, 1 more unenforced than allowed, 2 wrong usage.",
    load: async () => (await import("./commands/census.ts")).census,
  },
  {
    name: "fmt",
    operands: [DIR],
    options: [{ flags: "--check", about: "write nothing; fail where a source is not formatted" }],
    summary: "Write the rules of the sources in their canonical words",
    details: "Exit status: 0 formatted, 1 errors in the sources or not formatted, 2 wrong usage.",
    load: async () => (await import("./commands/fmt.ts")).fmt,
  },
  ...AUTHOR_COMMANDS,
  ...AGENT_COMMANDS,
];
