// Where something that is missing is said to be missing.
import type { Range } from "../../../policy/types.ts";
import { rangeOf } from "../layout.ts";
import type { ReportContents } from "../view.ts";

/** The heading of a section, or the end of the report where it has none. */
export function headingRange(section: string | undefined, { read }: ReportContents): Range {
  const index = section === undefined ? undefined : read.names.indexOf(section);
  const found = index === undefined ? undefined : read.sections.find((s) => s.heading.section === index);
  const end = read.text.trimEnd().length;
  return found === undefined ? { start: end, end } : rangeOf(found.line);
}
