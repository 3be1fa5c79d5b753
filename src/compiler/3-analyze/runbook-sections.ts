// Sections that a runbook lacks, and headings with nothing under them. Looked at only where a runbook was written for
// Bylaw or asks for it. Can't see whether what stands there helps.
import { isEmpty, kindsOf, missingSections, SECTION_NAMES } from "../../policy/runbooks.ts";
import type { Runbook } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { emptySection, missingSection } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** Kinds whose sections hold steps. */
const WITH_STEPS = ["symptoms", "impact", "diagnosis", "resolution", "verification"];

export const runbookSections: Analysis = ({ policy }) =>
  policy.runbooks.filter((r) => r.strict).flatMap((r) => [...(r.whole ? missing(r) : []), ...empty(r)]);

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
    return isLooked && isEmpty(sections, i) ? [emptySection(section.source, { title: section.title })] : [];
  });
}
