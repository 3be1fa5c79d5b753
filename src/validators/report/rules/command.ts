// Always write the command `T` in `SECTION` of `R`.
import type { RuleOf } from "../../../policy/types.ts";
import { code, series } from "../../words.ts";
import type { ReportContents } from "../view.ts";
import type { Breach } from "./outcome.ts";
import { headingRange } from "./places.ts";

/** Broken where no such command stands there whole, and without what carries it to another host. */
export function alwaysWriteCommand(rule: RuleOf<"always-write-command">, contents: ReportContents): Breach[] {
  const { found, unreadable } = contents.commands(rule.section, rule.commands);
  if (found.some((c) => c.fits === true && c.carriedBy === undefined && !c.cut)) return [];
  const name = series(
    rule.commands.map((c) => code(c.text)),
    "or",
  );
  const expected = `${rule.commands[0]?.text ?? ""} …`;
  const carried = found.find((c) => c.carriedBy !== undefined);
  if (carried !== undefined) {
    const message = `${name} stands behind ${code(carried.carriedBy ?? "")}, expected it alone`;
    return [{ code: "wrapped-command", message, range: carried.range, expected }];
  }
  const cut = found.find((c) => c.cut);
  if (cut !== undefined) return [{ code: "cut-command", message: `${name} is cut short`, range: cut.range }];
  const unsure = found[0]?.range ?? unreadable;
  if (unsure !== undefined) {
    const message = `whether this is ${name} can't be decided`;
    return [{ code: "missing-command", message, range: unsure, certain: false }];
  }
  const where = "on a line of its own, behind a label or in backticks";
  const message = `the command ${name} is missing in ${code(rule.section)}, expected ${where}`;
  return [{ code: "missing-command", message, range: headingRange(rule.section, contents), expected }];
}
