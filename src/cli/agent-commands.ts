// Commands about agents: hooks, approvals, the ledger, the policy in force, servers.
import type { CommandRow } from "./command.ts";
import { POLICY, TEXT_OR_JSON } from "./command-words.ts";

const HOST_NAMES = {
  name: "[hosts...]",
  about: "claude-code, codex, gemini, cursor, copilot, vscode or opencode; several at once",
};
const DRY_RUN = { flags: "--dry-run", about: "write nothing; print what would change as a diff" };

export const AGENT_COMMANDS: readonly CommandRow[] = [
  {
    name: "context",
    operands: [],
    options: [
      {
        flags: "--for <host>",
        about: "replay a host: claude-code, codex, vscode, zed, cursor, gemini, cline or junie",
      },
      { flags: "--path <file>", about: "the file that is worked on (default: a session that begins)" },
      TEXT_OR_JSON,
    ],
    summary: "Say how large what agents read is, or what one host loads for work on a file",
    details:
      "Exit status: 0 told, 1 errors in the sources or rules without a place, 2 wrong usage.\n" +
      "Example: bylaw context --for codex --path src/api/users.ts",
    load: async () => (await import("./commands/context.ts")).context,
  },
  {
    name: "observe",
    operands: [
      { name: "[transcripts...]", about: "sessions of Claude Code or Codex (.jsonl), or folders of them" },
    ],
    options: [
      POLICY,
      {
        flags: "--root <folder>",
        about: "where the project was when they were written (default: this project)",
      },
      TEXT_OR_JSON,
    ],
    summary: "Say what the policy would have stopped in sessions that have already been",
    details:
      "Exit status: 0 read, whatever would have been stopped; 2 wrong usage, policy or transcripts.\n" +
      "Example: bylaw observe ~/.claude/projects/-home-me-shop",
    load: async () => (await import("./commands/observe.ts")).observe,
  },
  {
    name: "propose",
    operands: [{ name: "[commands...]", about: "commands in the order in which they run, each in quotes" }],
    options: [
      { flags: "--run <id>", about: "the run that they belong to; in an agent, its session" },
      { flags: "--cwd <folder>", about: "the folder that they would run in" },
      POLICY,
    ],
    summary: "Propose commands as a plan that a person approves as a whole",
    details:
      "Exit status: 0 nothing is asked or the plan waits already, 1 a command is denied, 2 wrong usage, 3 the plan waits.",
    load: async () => (await import("./commands/propose.ts")).propose,
  },
  {
    name: "approve",
    operands: [{ name: "[key]", about: "the key of a plan; without it, the plans that wait are listed" }],
    options: [POLICY],
    summary: "Approve a plan; for a person at a terminal",
    details: "Exit status: 0 approved or listed, 2 no such plan, or no person at a terminal.",
    load: async () => (await import("./commands/approve.ts")).approve,
  },
  {
    name: "waive",
    operands: [{ name: "<rule>", about: "a rule whose sentence ends in “unless the operator …”" }],
    options: [
      { flags: "--reason <text>", about: "why" },
      { flags: "--until <end>", about: "2h, 3d, a day (the last one) or an ISO time" },
      { flags: "--run <id>", about: "in this run only" },
      POLICY,
    ],
    summary: "Lift a rule for a time; for a person at a terminal",
    details: "Exit status: 0 waived, 2 no such rule, one that can't be waived, or no person at a terminal.",
    load: async () => (await import("./commands/waive.ts")).waive,
  },
  {
    name: "runs",
    operands: [
      { name: "[verb]", about: "list (default), show, verify, end, set or prune" },
      { name: "[run]", about: "the name of a run" },
      { name: "[facts...]", about: "with set: name=value" },
    ],
    options: [POLICY, TEXT_OR_JSON],
    summary: "Show what has been written down of runs, and whether it is as it was written",
    details:
      "Exit status: 0 done, 1 a line is damaged (verify) or a command is missing (end), 2 wrong usage, 3 undecided (end).",
    load: async () => (await import("./commands/runs.ts")).runs,
  },
  {
    name: "install",
    operands: [HOST_NAMES],
    options: [DRY_RUN],
    summary: "Put the hook into agents' settings, and plain rules into their own permissions",
    details:
      "Without a host: say which are found, and do nothing.\n" +
      "Exit status: 0 done, 1 settings that can't be changed (then nothing is), 2 wrong usage.\n" +
      "Example: bylaw install claude-code codex",
    load: async () => (await import("./commands/install.ts")).install,
  },
  {
    name: "uninstall",
    operands: [HOST_NAMES],
    options: [DRY_RUN],
    summary: "Take out of agents' settings what install has put there",
    details:
      "Exit status: 0 done, 1 settings that can't be changed (then nothing is) or that a person must look at, 2 wrong usage.",
    load: async () => (await import("./commands/uninstall.ts")).uninstall,
  },
  {
    name: "doctor",
    operands: [HOST_NAMES],
    options: [],
    summary:
      "Check that hooks are in place and answer: settings, switches, bundle, policy, a probe of each line",
    details:
      "Without a host: all that are installed. Exit status: 0 all is well, 1 something is wrong, 2 wrong usage.",
    load: async () => (await import("./commands/doctor.ts")).doctor,
  },
  {
    name: "diff",
    operands: [
      { name: "<old>", about: "a compiled policy" },
      { name: "<new>", about: "another one" },
    ],
    options: [TEXT_OR_JSON],
    summary: "Say part by part whether a policy is equal, stricter or looser than another one",
    details:
      "Exit status: 0 equal or stricter, 1 looser or not comparable, 2 wrong usage or policy.\n" +
      "Example: bylaw diff .bylaw/policy.json dist/policy.json",
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "trust",
    operands: [{ name: "[policy]", about: "a compiled policy (default: policy.json in the output folder)" }],
    options: [],
    summary: "Take a policy in force; what is looser needs a person at a terminal",
    details:
      "Exit status: 0 in force, 1 the person said no, 2 wrong usage or policy, or no person at a terminal.",
    load: async () => (await import("./commands/trust.ts")).trust,
  },
  {
    name: "hook",
    operands: [{ name: "<host>", about: "claude-code, codex, gemini, cursor, copilot, vscode or opencode" }],
    options: [
      { flags: "--policy <file>", about: "the policy in force, by its absolute path" },
      {
        flags: "--fail <how>",
        about: "what becomes of a call that can't be checked: closed (default) or open",
      },
      { flags: "--observe", about: "decide nothing, and write down what would have been decided" },
    ],
    summary: "Answer an agent host's hook: its JSON on standard input, the answer on standard output",
    details: "Exit status: 0; what can't be decided is denied or asked in the answer itself.",
    load: async () => (await import("./commands/hook.ts")).hook,
  },
  {
    name: "learn",
    operands: [
      { name: "[what]", about: "a learnings file; or list (default), accept or drop" },
      { name: "[name]", about: "with accept and drop: the name of a proposal" },
    ],
    options: [
      { flags: "--title <text>", about: "what the entry is about" },
      { flags: "--sentence <text>", about: "its rule, such as: Never run `deployctl destroy`" },
      { flags: "--prose <text>", about: "what happened, in plain paragraphs" },
      { flags: "--because <text>", about: "why the rule is there" },
      { flags: "--id <id>", about: "the rule's id (default: made of its sentence)" },
      { flags: "--blocks <command...>", about: "a command that it denies; may be repeated" },
      { flags: "--asks <command...>", about: "a command that it asks about; may be repeated" },
      { flags: "--passes <command...>", about: "a command that it leaves alone; may be repeated" },
      { flags: "--supersedes <id...>", about: "an older rule that it replaces; may be repeated" },
      { flags: "--date <day>", about: "the day of the entry (default: today)" },
      {
        flags: "--from <run>",
        about: "propose the rule of what a run has seen; with a file it is added there",
      },
      { flags: "--last", about: "the same, of the run in which something went wrong last" },
      {
        flags: "--at <n>",
        about: "with --from: which of the things that went wrong (default: the last one)",
      },
      { flags: "--pick <n>", about: "with --from: which proposal is added (default: 1)" },
      { flags: "--accept", about: "with --from: add it to the only learnings file" },
      { flags: "--format <format>", about: "with --from: the proposals as text or json (default: text)" },
    ],
    summary: "Add what a run has taught to a learnings file, or decide on what agents have proposed",
    details:
      "Exit status: 0 added, listed or dropped, 1 a run teaches nothing (--from), 2 wrong usage, or an entry that doesn't fit the sources.\n" +
      "Accepting and dropping is for a person at a terminal.",
    load: async () => (await import("./commands/learn.ts")).learn,
  },
  {
    name: "mcp",
    operands: [],
    options: [
      { flags: "--policy <file>", about: "the policy (default: .bylaw/policy.json, the one in force)" },
    ],
    summary: "Serve the checker and its answers to agents, as MCP tools over standard input and output",
    details: "Exit status: 0 the client went away, 2 wrong usage.",
    load: async () => (await import("./commands/mcp.ts")).mcp,
  },
  {
    name: "serve",
    operands: [],
    options: [
      { flags: "--policy <file>", about: "the policy (default: .bylaw/policy.json, the one in force)" },
      { flags: "--port <n>", about: "the port on loopback (default: 8735); 0 takes a free one" },
      { flags: "--host <address>", about: "127.0.0.1 (default) or ::1" },
      { flags: "--socket <path>", about: "a Unix socket instead, for this user alone" },
      {
        flags: "--token-file <file>",
        about: "a file with the token (default: BYLAW_TOKEN, else one is made)",
      },
    ],
    summary: "Serve the checker and its answers over HTTP, to this machine alone",
    details: "Exit status: 0 ended by a signal, 2 wrong usage, or no policy that can be used.",
    load: async () => (await import("./commands/serve.ts")).serve,
  },
];
