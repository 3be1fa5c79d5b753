// What all readers of runbooks ask of them.
import type { Runbook, RunbookCommand, RunbookSection, RunbookStep, SectionKind } from "./types.ts";

/** The sections that every runbook is to have. */
export const EXPECTED: readonly SectionKind[] = [
  "symptoms",
  "impact",
  "diagnosis",
  "resolution",
  "verification",
];

/** What a section is called where it has no heading of its own. */
export const SECTION_NAMES: Readonly<Record<SectionKind, string>> = {
  symptoms: "Symptoms",
  impact: "Impact",
  diagnosis: "Diagnosis",
  resolution: "Resolution",
  verification: "Verification",
  prevention: "Prevention",
  escalation: "Escalation",
  related: "Related",
  metadata: "Metadata",
  summary: "Overview",
  other: "Other",
};

/** Every kind that a section is of. */
export function kindsOf(section: RunbookSection): readonly SectionKind[] {
  return [section.kind, ...section.also];
}

/** The expected sections that a runbook lacks. A summary tells the symptoms where nothing else does. */
export function missingSections({ sections }: Runbook): SectionKind[] {
  const kinds = new Set(sections.filter((s) => s.title !== "").flatMap(kindsOf));
  if (kinds.has("summary")) kinds.add("symptoms");
  return EXPECTED.filter((kind) => !kinds.has(kind));
}

/** Whether neither a section nor one below its heading holds anything. */
export function isEmpty(sections: readonly RunbookSection[], index: number): boolean {
  const section = sections[index];
  const next = sections[index + 1];
  const hasBelow = section !== undefined && next !== undefined && next.depth > section.depth;
  return section !== undefined && section.steps.length === 0 && !hasBelow;
}

/** The steps of all sections of a kind. */
export function stepsOf({ sections }: Runbook, kind: SectionKind): readonly RunbookStep[] {
  return sections.filter((s) => kindsOf(s).includes(kind)).flatMap((s) => s.steps);
}

/** The commands of one fence, as the one shell text that they are. */
export interface CommandBlock {
  readonly text: string;
  /** Where each command stands in the text. */
  readonly commands: readonly { readonly of: RunbookCommand; readonly start: number; readonly end: number }[];
  readonly section: RunbookSection;
}

/** All commands, fence by fence in the order of the source. `textOf` may put other words in place of a command. */
export function blocksOf(
  { sections }: { readonly sections: readonly RunbookSection[] },
  textOf: (command: RunbookCommand) => string = (c) => c.command,
): CommandBlock[] {
  const blocks = new Map<
    number,
    { text: string; commands: CommandBlock["commands"][number][]; section: RunbookSection }
  >();
  for (const section of sections) {
    for (const of of section.steps.flatMap((s) => s.commands)) {
      const block = blocks.get(of.block) ?? { text: "", commands: [], section };
      if (block.text !== "") block.text += "\n";
      const start = block.text.length;
      block.text += textOf(of);
      block.commands.push({ of, start, end: block.text.length });
      blocks.set(of.block, block);
    }
  }
  return [...blocks.values()];
}
