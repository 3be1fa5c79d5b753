// Commands with which people begin and go on writing sources.
import { TEXT_OR_JSON } from "./command-words.ts";
import type { CommandRow } from "./command.ts";

export const AUTHOR_COMMANDS: readonly CommandRow[] = [
  {
    name: "import",
    operands: [
      { name: "[files...]", about: "AGENTS.md, CLAUDE.md, Cursor rules, runbooks: any Markdown" },
    ],
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
];
