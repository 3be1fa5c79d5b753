// Evidence: conditions that no row can keep, values that no row can have, words that are both allowed and not, and what
// nothing needs. Can't see what free texts, numbers and addresses rule out.
import type { Evidence, EvidenceCondition } from "../../policy/types.ts";
import { evidenceOf } from "../../policy/workflows.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import {
  impossibleCondition,
  impossibleRow,
  invalidExpression,
  unsaidValue,
  unusedEvidence,
} from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";
import { type Possible, possibleRows } from "./evidence-rows.ts";

/** Everything that is said of evidence. */
export const evidence: Analysis = (subject) => {
  const needed = new Set(subject.policy.workflows.flatMap(evidenceOf));
  return subject.policy.evidence.flatMap((own) => {
    const conditions = aboutRows(own, subject);
    const unused = needed.has(own.name) ? [] : [unusedEvidence(own.source, { name: own.name })];
    return [...expressions(own, subject), ...unsaid(own, subject), ...conditions, ...unused];
  });
};

function expressions({ columns }: Evidence, { expressionProblem }: Subject): Diagnostic[] {
  return columns.flatMap(({ forms, source }) =>
    forms.flatMap((form) => {
      const reason = form.is === "expression" ? expressionProblem(form.pattern) : undefined;
      return form.is !== "expression" || reason === undefined
        ? []
        : [invalidExpression(source, { pattern: form.pattern, reason })];
    }),
  );
}

function unsaid(own: Evidence, { policy }: Subject): Diagnostic[] {
  return own.columns.flatMap(({ name, forms, source }) => {
    const values = forms.flatMap((form) => {
      if (form.is === "value") return [form.value];
      const list = form.is === "member" ? policy.lists.find((l) => l.name === form.list) : undefined;
      return list?.members.map((m) => m.value) ?? [];
    });
    return own.unsaid.flatMap((word) => {
      const found = values.find((value) => value.toLowerCase().includes(word.toLowerCase()));
      return found === undefined ? [] : [unsaidValue(source, { column: name, found, word })];
    });
  });
}

function aboutRows(own: Evidence, { policy }: Subject): Diagnostic[] {
  const possible = possibleRows(own, policy.lists);
  if (possible === undefined) return [];
  const broken = own.conditions.flatMap((condition, i) => conditionProblem(own, condition, i, possible));
  if (broken.length > 0) return broken;
  return own.columns.flatMap(({ name, forms, source }) =>
    forms.flatMap((form) =>
      form.is !== "value" || possible.isPossible(name, form.value)
        ? []
        : [impossibleRow(source, { found: form.value, column: name })],
    ),
  );
}

function conditionProblem(
  { conditions }: Evidence,
  { source }: EvidenceCondition,
  index: number,
  { of }: Possible,
): Diagnostic[] {
  const found = of[index];
  if (found === undefined || found.kept) return [];
  if (!found.applies) return [impossibleCondition(source, { reason: "its first half never holds" })];
  if (!found.alone)
    return [impossibleCondition(source, { reason: "where its first half holds, its second one can't" })];
  const related = conditions
    .filter((c) => c.source !== source)
    .slice(0, 10)
    .map((c) => ({ message: "another condition", source: c.source }));
  return [
    impossibleCondition(
      source,
      { reason: "where it applies, the other conditions contradict it" },
      { related },
    ),
  ];
}
