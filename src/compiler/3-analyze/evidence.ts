// Evidence: conditions that no row can keep, values that no row can have, words that are both allowed and not, and what
// nothing needs. Can't see what free texts, numbers and addresses rule out.
import { indexOfWord } from "../../policy/evidence.ts";
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
import { type Fate, possibleRows } from "./evidence-rows.ts";

/** More words than these are not held against the values that columns allow. */
const MOST_WORDS = 100;

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
  if (own.unsaid.length > MOST_WORDS) return [];
  return own.columns.flatMap(({ name, forms, source }) => {
    const values = forms.flatMap((form) => {
      if (form.is === "value") return [form.value];
      const list = form.is === "member" ? policy.lists.find((l) => l.name === form.list) : undefined;
      return list?.members.map((m) => m.value) ?? [];
    });
    return own.unsaid.flatMap((word) => {
      const found = values.find((value) => indexOfWord(value, word) >= 0);
      return found === undefined ? [] : [unsaidValue(source, { column: name, found, word })];
    });
  });
}

function aboutRows(own: Evidence, { policy }: Subject): Diagnostic[] {
  const possible = possibleRows(own, policy.lists);
  if (possible === undefined) return [];
  const broken = own.conditions.flatMap((condition, i) => conditionProblem(condition, possible.of[i]));
  if (broken.length > 0) return broken;
  const against = own.conditions.filter((_, i) => possible.of[i]?.kept === false);
  if (against.length > 0) return [contradiction(own, against)];
  return own.columns.flatMap(({ name, forms, source }) =>
    forms.flatMap((form) =>
      form.is !== "value" || possible.isPossible(name, form.value)
        ? []
        : [impossibleRow(source, { found: form.value, column: name })],
    ),
  );
}

/** What is wrong with one condition, whatever the others say. */
function conditionProblem({ source }: EvidenceCondition, fate: Fate | undefined): Diagnostic[] {
  if (fate === undefined || fate.alone) return [];
  const reason = fate.applies
    ? "where its first half holds, its second one can't"
    : "its first half never holds";
  return [impossibleCondition(source, { reason })];
}

/** Conditions that can be kept one by one, and not together: one message at the first of them. */
function contradiction({ conditions, source }: Evidence, against: readonly EvidenceCondition[]): Diagnostic {
  const [first, ...more] = against;
  const others = more.length > 0 ? more : conditions.filter((c) => c !== first);
  const related = others.slice(0, 10).map((c) => ({ message: "another condition", source: c.source }));
  const reason = "where it applies, other conditions contradict it";
  return impossibleCondition(first?.source ?? source, { reason }, { related });
}
