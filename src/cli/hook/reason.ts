// Why a hook stopped a command, in words for the agent and the person beside it.
import type { Finding, Verdict } from "../../policy/types.ts";

/** The strictest findings first, each with its rule, what was found, why, and where it is written; then the fix. */
export function reasonOf(verdict: Verdict): string {
  const findings = verdict.findings.filter((f) => f.decision === "deny" || f.decision === "ask");
  const lines = findings.map(findingText);
  if (verdict.fix !== undefined) {
    const after = verdict.fix.decision === "ask" ? " (it will be asked about)" : "";
    lines.push(`Instead run${after}: ${verdict.fix.command}`);
  }
  return lines.join("\n\n");
}

function findingText(finding: Finding): string {
  const { rule, code, message, sentence, because, instead, source, url, decision, certain } = finding;
  const head = `Bylaw ${decision === "deny" ? "denies" : "asks about"} this${certain ? "" : " because it can't decide"}: ${message}.`;
  const parts = [head];
  if (sentence !== undefined) parts.push(`Rule ${rule ?? code}: ${sentence}`);
  if (because !== undefined) parts.push(`Why: ${because}`);
  if (instead !== undefined) parts.push(`Instead: ${instead}`);
  if (source !== undefined) parts.push(`(${source.file}:${source.line})`);
  if (url !== undefined) parts.push(url);
  return parts.join(" ");
}
