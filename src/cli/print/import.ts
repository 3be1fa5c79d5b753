// Proposals of an import for people, and as JSON.
import type { Source } from "../../policy/types.ts";
import type { Proposal } from "../import/propose.ts";
import type { Style } from "./style.ts";
import { printable } from "./style.ts";

/** What each file becomes: counts, rules, suggestions with place and reason, and what was left out. */
export function printProposals(proposals: readonly Proposal[], { bold }: Style): string {
  return proposals.map((p) => proposalText(p, bold)).join("\n");
}

function proposalText(p: Proposal, bold: (text: string) => string): string {
  const why = p.guidance.flatMap((g) =>
    g.why === undefined ? [] : [`  ${placeOf(g.source)} ${g.text}\n    is no rule: ${g.why}`],
  );
  const parts = [
    `${bold(p.from)}, for ${p.file}: ${countsText(p)}`,
    ...section(
      "rules",
      p.rules.map((r) => `  ${placeOf(r.source)} ${r.sentence} (${r.id})`),
    ),
    ...section(
      "suggested: as rules they would read so; till then they are guidance",
      p.suggested.map(
        (n) => `  ${placeOf(n.source)} ${n.sentence}\n    said: ${n.text}\n    why:  ${n.reason}`,
      ),
    ),
    ...section("not taken as rules", why),
    ...section(
      "there already",
      p.same.map((r) => `  ${placeOf(r.source)} ${r.sentence}`),
    ),
    ...section(
      "notes",
      p.notes.map((n) => `  ${placeOf(n.source)} ${n.message}`),
    ),
  ];
  return printable(`${parts.join("\n")}\n`);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function countsText(p: Proposal): string {
  const same = p.same.length === 0 ? "" : `, ${p.same.length} there already`;
  return `${p.rules.length} rules, ${p.suggested.length} suggested, ${p.guidance.length} guidance (${p.looksLikeRules} sentences of it look like rules), ${p.kept} kept as is${same}`;
}

function placeOf({ file, line, column }: Source): string {
  return `${file}:${line}:${column}`;
}

/** The same as data. */
export function proposalsAsJson(proposals: readonly Proposal[], written: boolean): string {
  const files = proposals.map((p) => ({
    from: p.from,
    file: p.file,
    counts: {
      rules: p.rules.length,
      suggested: p.suggested.length,
      guidance: p.guidance.length,
      looksLikeRules: p.looksLikeRules,
      kept: p.kept,
      same: p.same.length,
    },
    rules: p.rules.map(({ id, sentence, text, source }) => ({ id, sentence, text, source })),
    suggested: p.suggested.map(({ sentence, reason, text, source }) => ({ sentence, reason, text, source })),
    guidance: p.guidance.map(({ text, why, source }) => ({
      text,
      ...(why === undefined ? {} : { why }),
      source,
    })),
    same: p.same.map(({ sentence, source }) => ({ sentence, source })),
    notes: p.notes,
    content: p.content,
  }));
  return `${JSON.stringify({ schemaVersion: 1, written, files }, null, 2)}\n`;
}
