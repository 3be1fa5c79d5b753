// Claude Code: CLAUDE.md, rules with paths, skills.
import type { Target } from "./target.ts";

const source = "code.claude.com/docs/en/memory, code.claude.com/docs/en/skills";
const verifiedOn = "2026-08-22";

export const CLAUDE: readonly Target[] = [
  {
    id: "claude",
    readers: "Claude Code",
    always: { path: "CLAUDE.md", front: [], shared: true },
    imports: "@AGENTS.md",
    nested: "CLAUDE.md",
    readsNested: false,
    // A larger file is skipped.
    hard: { most: 4_194_304, unit: "bytes" },
    soft: { most: 200, unit: "lines" },
    verifiedOn,
    source,
  },
  {
    id: "claude-rules",
    readers: "Claude Code, Copilot in VS Code",
    readsNested: false,
    scoped: {
      path: ".claude/rules/{name}.md",
      front: [],
      globs: { key: "paths", form: "list" },
      brackets: true,
    },
    scopedSoft: { most: 4_096, unit: "bytes" },
    verifiedOn,
    source,
  },
  {
    id: "claude-skills",
    readers: "Claude Code, Copilot",
    readsNested: false,
    skills: { folder: ".claude/skills", claude: true },
    soft: { most: 500, unit: "lines" },
    verifiedOn,
    source,
  },
];
