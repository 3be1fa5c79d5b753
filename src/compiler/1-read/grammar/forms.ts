// The productions in parsed form.
import { type Part, parseForm } from "./notation.ts";
import { conditionForms, exceptionForms, sentenceForms } from "./productions.ts";

/** The parsed forms, each in the order of its productions. */
export const sentenceParts: readonly Part[] = sentenceForms.map((s) => parseForm(s.form));
export const conditionParts: readonly Part[] = conditionForms.map((c) => parseForm(c.form));
export const exceptionParts: readonly Part[] = exceptionForms.map((e) => parseForm(e.form));
