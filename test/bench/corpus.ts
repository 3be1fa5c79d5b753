// Sources made up for measuring: as many rules as wanted, ten a document and about ten a tool.

/** Documents by path. Each rule has an id, a reason and an example, as authors write them. */
export function corpus(rules: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let d = 0; d * 10 < rules; d++) {
    const lines = [
      `# Notes ${d}`,
      "",
      "What several weeks of running this taught the people who run it.",
      "",
    ];
    for (let r = d * 10; r < Math.min(rules, d * 10 + 10); r++) {
      lines.push(
        `## 2026-01-${String((r % 28) + 1).padStart(2, "0")} — Lesson ${r}`,
        "",
        `Run ${r} ended in a way that nobody had expected, and it took a while to see why. Two people looked at it.`,
        "",
        sentence(r),
        `  - Id: \`rule-${r}\``,
        "  - Because: the run ended early and nobody saw it.",
        `  - Blocks: \`${blocked(r)}\``,
        "- The report of such a run says what was left out.",
        "",
      );
    }
    files[`learnings/notes-${String(d).padStart(4, "0")}.md`] = lines.join("\n");
  }
  return files;
}

function sentence(r: number): string {
  const tool = toolOf(r);
  if (r % 3 === 0)
    return `- **Always** pass \`--keep-${r}\` to \`${tool}\`, when \`--all\` or \`--some\` is used.`;
  if (r % 3 === 1) return `- **Never** pass \`--force-${r}\` to \`${tool}\`.`;
  return `- **Never** run \`${tool} drop-${r}\`.`;
}

function blocked(r: number): string {
  const tool = toolOf(r);
  if (r % 3 === 0) return `${tool} --all`;
  return r % 3 === 1 ? `${tool} --force-${r}` : `${tool} drop-${r}`;
}

/** Rules of three neighbouring documents share their tools, as those of one team do. */
function toolOf(r: number): string {
  return `tool-${Math.floor(r / 30)}-${r % 3}`;
}
