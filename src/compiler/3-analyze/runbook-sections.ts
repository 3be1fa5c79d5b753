// Sections that a runbook lacks, and headings with nothing under them. Looked at only where a runbook was written for
// Bylaw or asks for it. Can't see whether what stands there helps.
import { kindsOf, missingSections, SECTION_NAMES } from "../../policy/runbooks.ts";
import type { Runbook } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { emptySection, missingSection } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Kinds whose sections hold steps. */
const WITH_STEPS = ["symptoms", "impact", "diagnosis", "resolution", "verification"];

export const runbookSections: Analysis = ({ policy }) =>
  policy.runbooks.filter((r) => r.strict).flatMap((r) => [...missing(r), ...empty(r)]);

function missing(runbook: Runbook): Diagnostic[] {
  const kinds = missingSections(runbook);
  if (kinds.length === 0) return [];
  const names = kinds.map((kind) => `“${SECTION_NAMES[kind]}”`);
  return [missingSection(runbook.source, { missing: names.join(" and ") })];
}

/** A section is empty when neither it nor any section below its heading holds anything. */
function empty({ sections }: Runbook): Diagnostic[] {
  return sections.flatMap((section, i) => {
    const isLooked = section.title !== "" && kindsOf(section).some((k) => WITH_STEPS.includes(k));
    const next = sections[i + 1];
    const hasBelow = next !== undefined && next.depth > section.depth;
    return isLooked && section.steps.length === 0 && !hasBelow
      ? [emptySection(section.source, { title: section.title })]
      : [];
  });
}
