// Always write `text` in `SECTION` of `R` for every `list` member [that `F` of `T` in `SECTION` names].
import { covers, type RegexEngine } from "../../../pattern/compare.ts";
import { valuesOf } from "../../../pattern/condition.ts";
import { printShape } from "../../../pattern/shape/parse.ts";
import type { List, Member, RuleOf, Shape } from "../../../policy/types.ts";
import { code, describeMember } from "../../words.ts";
import { fold } from "../fold.ts";
import { rangeOf } from "../layout.ts";
import type { Line } from "../lines.ts";
import { matchIn, type ReportContents } from "../view.ts";
import { type Breach, MOST_BREACHES } from "./outcome.ts";
import { headingRange } from "./places.ts";

/** Why a member has to be there: the option and the value that name it; undefined where that isn't known. */
interface Named {
  readonly member: Member;
  readonly by: string | undefined;
  readonly certain: boolean;
}

/** Broken by every member that has no line of its own, with its reason where the text has a hole for that. */
export function alwaysWriteEach(
  rule: RuleOf<"always-write-each">,
  contents: ReportContents,
  regex: RegexEngine,
): Breach[] {
  const list = contents.prepared.list(rule.list);
  if (list === undefined) return [];
  const named = namedMembers(rule, list, contents, regex);
  if (named.length === 0) return [];
  const breaches = rule.texts.flatMap((text) => lacking(text, rule, list, named, contents));
  return breaches.slice(0, MOST_BREACHES);
}

function lacking(
  text: Shape,
  rule: RuleOf<"always-write-each">,
  list: List,
  named: readonly Named[],
  contents: ReportContents,
): Breach[] {
  const matcher = contents.prepared.matcher(text);
  const hole = holeNamed(text, list.column);
  const given = new Map<string, { readonly reason: string | undefined; readonly line: Line }>();
  for (const { line, meant } of contents.shaped(rule.section)) {
    const holes = matchIn(meant, matcher)?.holes;
    const value = holes?.get(hole ?? "");
    const reason = holes?.get(holeNamed(text, "reason") ?? "")?.text;
    if (value !== undefined) given.set(fold(value.text), { reason, line });
  }
  return named.flatMap(({ member, by, certain }): Breach[] => {
    const own = given.get(fold(member.value));
    const wants = holeNamed(text, "reason") !== undefined ? member.reason : undefined;
    if (own !== undefined && (wants === undefined || fold(own.reason ?? "") === fold(wants))) return [];
    const what =
      own !== undefined
        ? `${code(member.value)} stands in ${code(rule.section)} with another reason than the list's`
        : `${describeMember(member)} is missing in ${code(rule.section)}`;
    const why = by === undefined ? "" : `, and ${by} names it`;
    const expected = printShape(
      text.parts.map((p) => (typeof p === "string" ? p : (cellOf(p.hole, member, list) ?? p))),
    );
    const range = own === undefined ? headingRange(rule.section, contents) : rangeOf(own.line);
    return certain
      ? [{ code: "missing-member", message: `${what}${why}`, range, expected }]
      : [
          {
            code: "missing-member",
            message: `whether ${code(member.value)} has to stand in ${code(rule.section)} can't be decided`,
            range,
            expected,
            certain: false,
          },
        ];
  });
}

/** A hole that stands for a cell of the list: its members, or their reasons. */
function cellOf(hole: string, member: Member, list: List): string | undefined {
  if (hole.toLowerCase() === list.column.toLowerCase()) return member.value;
  return hole.toLowerCase() === "reason" ? member.reason : undefined;
}

function holeNamed({ parts }: Shape, name: string): string | undefined {
  const hole = parts.find((p) => typeof p !== "string" && p.hole.toLowerCase() === name.toLowerCase());
  return typeof hole === "string" ? undefined : hole?.hole;
}

/** All members; or those that the options of the commands name, compared the way the tool compares them. */
function namedMembers(
  rule: RuleOf<"always-write-each">,
  list: List,
  contents: ReportContents,
  regex: RegexEngine,
): Named[] {
  const { named } = rule;
  if (named === undefined) return list.members.map((member) => ({ member, by: undefined, certain: true }));
  const { found, unreadable } = contents.commands(named.section, named.commands);
  const sure: Named[] = [];
  const doubtful = new Set<Member>();
  if (found.length === 0 && unreadable !== undefined) for (const member of list.members) doubtful.add(member);
  const taken = new Set<Member>();
  for (const command of found) {
    for (const name of named.options) {
      const declared = [...(command.declaration?.options ?? []), ...(command.declaration?.operands ?? [])];
      const comparison = declared.find((o) => o.name === name)?.matches ?? "exact";
      for (const { text } of valuesOf(name, command.args)) {
        for (const member of list.members) {
          if (taken.has(member)) continue;
          if (text === undefined || command.fits !== true) doubtful.add(member);
          else if (covers(text, member.value, comparison, regex)) {
            taken.add(member);
            sure.push({ member, by: code(`${name} ${text}`), certain: true });
          }
        }
      }
    }
  }
  const unsure = [...doubtful].filter((m) => !taken.has(m)).slice(0, 1);
  return [...sure, ...unsure.map((member) => ({ member, by: undefined, certain: false }))];
}
