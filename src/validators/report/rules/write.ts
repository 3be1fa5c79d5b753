// Always write `text` in `SECTION` of `R`; Always write `text` anywhere in `R`.
import type { RuleOf, Shape } from "../../../policy/types.ts";
import { code, series } from "../../words.ts";
import type { ReportContents } from "../view.ts";
import type { Breach } from "./outcome.ts";
import { headingRange } from "./places.ts";

/** Broken by each text that is missing; where one of them is enough, by all of them together. */
export function alwaysWrite(rule: RuleOf<"always-write">, contents: ReportContents): Breach[] {
  const { section, texts, join } = rule;
  const missing = texts.filter((text) => !contents.has(text, section));
  if (missing.length === 0 || (join === "or" && missing.length < texts.length)) return [];
  return join === "or"
    ? [breach(texts, section, contents)]
    : missing.map((text) => breach([text], section, contents));
}

function breach(texts: readonly Shape[], section: string | undefined, contents: ReportContents): Breach {
  const shown = series(
    texts.map((t) => code(t.text)),
    "or",
  );
  const absent = section !== undefined && contents.lines(section) === undefined;
  const where =
    section === undefined ? "in the report" : `in ${code(section)}${absent ? ", and so is the section" : ""}`;
  return {
    code: "missing-text",
    message: `${shown} is missing ${where}`,
    range: headingRange(section, contents),
    expected: texts.map((t) => t.text).join(" or "),
  };
}
