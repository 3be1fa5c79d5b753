// The productions in parsed form.
import { type Part, parseForm } from "./notation.ts";
import { conditionForms, exceptionForms, sentenceForms, subjectForms } from "./productions.ts";

/** The parsed sentences, in the order of their productions. */
export const sentenceParts: readonly Part[] = sentenceForms.map((s) => parseForm(s.form));

const subjects: readonly Part[] = subjectForms.map((s) => parseForm(s.form));
const conditions: readonly Part[] = conditionForms.map((c) => parseForm(c.form));
const exceptions: readonly Part[] = exceptionForms.map((e) => parseForm(e.form));

/** The forms that the nested slots are parsed by. What lifts a rule is an operator's word or a condition. */
export const nestedParts: Readonly<Record<"S" | "C" | "E", readonly Part[]>> = {
  S: subjects,
  C: conditions,
  E: [...exceptions, ...conditions],
};
