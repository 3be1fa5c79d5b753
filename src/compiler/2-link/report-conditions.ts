// Conditions that look into a report: at lines of a section, and at the options of a command there.
import type { Test } from "../../policy/types.ts";
import { type LinkedReport, sectionNamed } from "./linked-report.ts";
import type { Linker } from "./linker.ts";
import { canonicalOption, checkOption, toolsOf } from "./patterns.ts";
import { linkShapes } from "./shapes.ts";
import type { Slots } from "./slots.ts";

type Subject = Extract<Test, { test: "is" }>["subject"];

/** Whether lines stand in a section; undefined where a name is unknown, which is reported. */
export function standsTest(
  slots: Slots,
  negated: boolean,
  report: LinkedReport,
  linker: Linker,
): Test | undefined {
  const texts = linkShapes(slots.tokens("V"), linker);
  const [token] = slots.tokens("P");
  const section = token === undefined ? undefined : sectionNamed(token, report, linker);
  if (texts === undefined || section === undefined) return undefined;
  return { test: "stands", texts, join: slots.join("V"), section, negated };
}

/** The values that options of a command in a section have. */
export function reportedSubjects(slots: Slots, report: LinkedReport, linker: Linker): Subject[] | undefined {
  const commands = slots.patterns("T");
  const [token] = slots.tokens("P");
  const section = token === undefined ? undefined : sectionNamed(token, report, linker);
  if (commands === undefined || section === undefined) return undefined;
  const names = reportedOptions(slots, commands, linker);
  return names?.map((name) => ({ of: "reported", name, commands, section }));
}

/** The declared names of the options in slot F, of the commands. */
export function reportedOptions(
  slots: Slots,
  commands: NonNullable<ReturnType<Slots["patterns"]>>,
  linker: Linker,
): string[] | undefined {
  const tools = toolsOf(commands, linker);
  const tokens = slots.tokens("F");
  if (!tokens.every((t) => checkOption(t.text, t, tools, linker))) return undefined;
  return tokens.map((t) => canonicalOption(t.text, tools));
}
