// AGENTS.md, and the skills that several hosts share.
import type { Target } from "./target.ts";

export const SHARED: readonly Target[] = [
  {
    id: "agents-md",
    readers: "Codex, Cursor, Copilot, Devin, Zed, Junie, Amp, OpenCode and others",
    always: { path: "AGENTS.md", front: [], shared: true },
    nested: "AGENTS.md",
    readsNested: true,
    // Codex cuts the chain of all files from the root to its folder there, without a word.
    hard: { most: 32_768, unit: "bytes" },
    soft: { most: 20_480, unit: "bytes" },
    verifiedOn: "2026-08-23",
    source: "openai/codex codex-rs/core/src/agents_md.rs; agentsmd/agents.md README.md",
  },
  {
    id: "agents-skills",
    readers: "Codex, Gemini CLI, Amp, goose and others",
    readsNested: false,
    skills: { folder: ".agents/skills", claude: false },
    soft: { most: 500, unit: "lines" },
    verifiedOn: "2026-08-09",
    source: "agentskills/agentskills docs/specification.mdx",
  },
];
