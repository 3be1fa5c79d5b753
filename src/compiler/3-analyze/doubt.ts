// Which rules an error has put in doubt: those that it points into, and those that hang on something that it points into.
// What an analysis would say of them follows from the error, so they are not looked at until it is mended.
import { governedPatterns } from "../../policy/rules.ts";
import type { Rule } from "../../policy/types.ts";
import type { Definition, Item, SourceDocument } from "../1-read/document.ts";
import { itemsHit } from "../2-link/extents.ts";
import type { UnfinishedPolicy } from "../2-link/link.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { nearNames } from "../messages/near.ts";
import { MentionedNames } from "./mentions.ts";

const CHANGES: readonly string[] = ["Add to list", "Remove from list"];

/** What a playbook is made of. What one part needs of another can't be told while one is in doubt. */
const PLAYBOOK_KINDS: readonly string[] = ["Task", "Every task", "Wait", "Gate"];

/** The policy without the rules, playbooks and runbooks that are in doubt. */
export function withoutDoubtful(
  policy: UnfinishedPolicy,
  documents: readonly SourceDocument[],
  diagnostics: readonly Diagnostic[],
): UnfinishedPolicy {
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (errors.length === 0) return policy;
  const items = documents.flatMap((d) => d.items);
  const hit = itemsHit(items, errors);
  const names = doubtfulNames(items, hit, documents);
  const declared = new Set(policy.tools.filter((t) => t.declared).flatMap((t) => [t.name, ...t.also]));
  const inDoubt = new Set([...hit].flatMap((item) => textOf(item).split(/[^\w.-]+/)));
  const spots = new Set([...hit].map((item) => item.source));
  const isDoubtful = (rule: Rule): boolean => {
    const own = [rule.sentence, ...rule.examples.map((e) => e.command)];
    // How an undeclared program takes its options is known from the rules about it, and one of them can't be asked.
    const inferred = governedPatterns(rule)
      .map((p) => p.program)
      .filter((p) => !declared.has(p));
    return (
      spots.has(rule.source) ||
      own.some((text) => names.in(text)) ||
      inferred.some((program) => inDoubt.has(program))
    );
  };
  const inPlaybooks = [...hit].filter((i) => i.type === "definition" && PLAYBOOK_KINDS.includes(i.kind));
  const files = new Set(inPlaybooks.map((i) => i.source.file));
  return {
    ...policy,
    rules: policy.rules.filter((rule) => !isDoubtful(rule)),
    workflows: policy.workflows.filter((w) => !files.has(w.source.file)),
    evidence: policy.evidence.filter((e) => !files.has(e.source.file) && !spots.has(e.source)),
    // Where a document can't be read to its end, what its runbook lacks may stand there.
    runbooks: policy.runbooks.filter((r) => !errors.some((e) => e.source.file === r.source.file)),
    reports: policy.reports.filter((r) => !names.in(r.name)),
  };
}

/** The names of definitions that are in doubt, with those that hang on them; and of what was never read. */
function doubtfulNames(
  items: readonly Item[],
  hit: ReadonlySet<Item>,
  documents: readonly SourceDocument[],
): MentionedNames {
  const definitions = items.filter((i): i is Definition => i.type === "definition");
  const lists = definitions.filter((d) => d.kind === "List").map((d) => d.name);
  const names = new MentionedNames(documents.flatMap((d) => d.unread));
  for (const definition of definitions.filter((d) => hit.has(d))) {
    for (const name of namesOf(definition)) names.add(name);
    if (!CHANGES.includes(definition.kind) || lists.includes(definition.name)) continue;
    // It can't be told which list was meant to change.
    const near = nearNames(definition.name, lists);
    for (const name of near.length > 0 ? near : lists) names.add(name);
  }
  for (const step of definitions.filter((d) => d.kind === "Step")) {
    if (step.entries.some((entry) => names.in(entry.text))) names.add(step.name);
  }
  addDecisions(definitions, names);
  return names;
}

/** Decisions that hang on what is in doubt, straight or through others. */
function addDecisions(definitions: readonly Definition[], names: MentionedNames): void {
  let left = definitions.filter((d) => d.kind === "Decision");
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter(({ name, table }) => {
      const doubtful = table?.header.some((cell) => names.in(cell.text)) === true;
      if (doubtful) names.add(name);
      return !doubtful;
    });
  }
}

/** A definition's name, and every other one that its labels give it. */
function namesOf(definition: Definition): string[] {
  const also = definition.labels.filter((l) => l.name === "Also known as").flatMap((l) => l.tokens);
  return [definition.name, ...also.filter((t) => t.type === "code").map((t) => t.text)];
}

function textOf(item: Item): string {
  return item.type === "rule" ? item.sentence.canonical : item.type === "unread" ? item.text : "";
}
