// Samples of reports, held against the report as it was when they were written: the latest state against its rules too.
// Can't see whether a rule that hangs on facts is kept.
import type { Finding, ReportState, Source } from "../../policy/types.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { sampleDiffers } from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";

/** So many further findings are shown beside the first. */
const MOST = 10;

/** Reports each sample that doesn't pass, at the first line that is wrong. */
export const samples: Analysis = (subject) =>
  subject.policy.history.reports.flatMap((state) => {
    const current = subject.policy.history.reports.findLast((s) => s.report === state.report) === state;
    return state.samples.flatMap((sample) => check(sample, state, current, subject));
  });

function check(
  { text, source }: ReportState["samples"][number],
  state: ReportState,
  current: boolean,
  { policy, readSample }: Subject,
): Diagnostic[] {
  const known = policy.reports.find((r) => r.name === state.report);
  if (known === undefined) return [];
  const { title, sections } = state;
  const { title: _, ...rest } = known;
  const then = { ...rest, sections, ...(title === undefined ? {} : { title }) };
  const found = [...readSample(then, text, current)].filter((f) => f.certain).sort(byPlace);
  const [first, ...more] = found;
  if (first === undefined) return [];
  const related = more.slice(0, MOST).map((f) => ({ message: f.message, source: placeIn(f, source) }));
  return [sampleDiffers(placeIn(first, source), { report: state.report, found: first.message }, { related })];
}

/** A place in the sample as one in the source, which opens where the sample's first line stands. */
function placeIn({ place }: Finding, source: Source): Source {
  if (place === undefined) return source;
  const line = source.line + place.line - 1;
  const column = source.column + place.column - 1;
  const endLine = source.line + place.endLine - 1;
  return { file: source.file, line, column, endLine, endColumn: source.column + place.endColumn - 1 };
}

function byPlace(a: Finding, b: Finding): number {
  return (a.range?.start ?? 0) - (b.range?.start ?? 0);
}
