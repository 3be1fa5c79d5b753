// Always write exactly the `list` in `SECTION` of `R`.
import type { RuleOf } from "../../../policy/types.ts";
import { code } from "../../words.ts";
import { rangeOf } from "../layout.ts";
import { type Line, withoutMarks } from "../lines.ts";
import type { ReportContents } from "../view.ts";
import type { Breach } from "./outcome.ts";
import { headingRange } from "./places.ts";

/** Broken where the lines of the section are not the members in their order: said of the first one that differs. */
export function alwaysWriteList(rule: RuleOf<"always-write-list">, contents: ReportContents): Breach[] {
  const members = contents.prepared.list(rule.list)?.members.map((m) => m.value) ?? [];
  const lines = contents.lines(rule.section) ?? [];
  const at = members.findIndex((member, i) => !isMember(lines[i], member));
  const wrong = at < 0 ? members.length : at;
  const line = lines[wrong];
  if (line === undefined && wrong === members.length) return [];
  const range = line === undefined ? endRange(lines, rule.section, contents) : rangeOf(line);
  const expected = members[wrong];
  const count = `${members.length} lines of ${code(rule.list)}`;
  const found = line === undefined ? `it ends after ${wrong} lines` : code(line.text.slice(0, 120));
  const message =
    expected === undefined
      ? `${found} stands behind the ${count}`
      : `${code(rule.section)} has to be the ${count}, in order: ${found}, expected ${code(expected)}`;
  return [{ code: "wrong-list", message, range, ...(expected === undefined ? {} : { expected }) }];
}

function isMember(line: Line | undefined, member: string): boolean {
  return line !== undefined && (line.text === member || withoutMarks(line.text) === member);
}

function endRange(lines: readonly Line[], section: string, contents: ReportContents): Breach["range"] {
  const last = lines[lines.length - 1];
  return last === undefined ? headingRange(section, contents) : { start: last.end, end: last.end };
}
