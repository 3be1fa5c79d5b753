// Commands with which people begin and go on writing sources.

import type { CommandRow } from "./command.ts";
import { TEXT_OR_JSON } from "./command-words.ts";

export const AUTHOR_COMMANDS: readonly CommandRow[] = [
  {
    name: "import",
    operands: [{ name: "[files...]", about: "AGENTS.md, CLAUDE.md, Cursor rules, runbooks: any Markdown" }],
    options: [
      { flags: "--out <path>", about: "the new file, or the folder for new files" },
      { flags: "--dry-run", about: "write nothing; print what would be written" },
      TEXT_OR_JSON,
    ],
    summary: "Propose sources for instructions that there are: rules, suggested rules, guidance",
    details:
      "Writes new files and overwrites none. Exit status: 0 proposed, 1 can't write, 2 wrong usage or a file that can't be read.\n" +
      "Example: bylaw import AGENTS.md .cursor/rules/style.mdc",
    load: async () => (await import("./commands/import.ts")).importFiles,
  },
  {
    name: "init",
    operands: [],
    options: [],
    summary: "Set up a project: configuration, folders, a first example; and say what comes next",
    details:
      "Overwrites nothing; a second call changes nothing. Exit status: 0 done, 1 can't write, 2 a configuration that can't be read.",
    load: async () => (await import("./commands/init.ts")).init,
  },
  {
    name: "new",
    operands: [
      { name: "<what>", about: "rule, list, task, decision, runbook or learning" },
      { name: "[name]", about: "its name or id: lower-case words joined by dashes" },
    ],
    options: [
      { flags: "--file <file>", about: "the source that it goes into (default: the only one of its kind)" },
      { flags: "--date <day>", about: "the day of a learning (default: today)" },
    ],
    summary: "Begin a rule, a definition or a document, and say what to put in its place",
    details:
      "Exit status: 0 written, 1 can't write, 2 wrong usage, or a name that is taken.\nExample: bylaw new task build-images --file playbooks/release.md",
    load: async () => (await import("./commands/new.ts")).scaffold,
  },
];
