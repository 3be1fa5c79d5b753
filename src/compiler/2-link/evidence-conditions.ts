// What must hold between the columns of evidence: "When `a` is `x`, `b` is `y`."
import type {
  Condition,
  Evidence,
  EvidenceColumn,
  EvidenceCondition,
  Fact,
  Source,
  Test,
} from "../../policy/types.ts";
import type { Definition, DefinitionLabel } from "../1-read/document.ts";
import { type Group, isGroup, type Parsed } from "../1-read/grammar/parsed.ts";
import { conditionForms, subjectForms } from "../1-read/grammar/productions.ts";
import { parseConditions } from "../1-read/grammar/read-conditions.ts";
import type { Token } from "../1-read/tokens.ts";
import { impossibleCell, noSuchColumn, unreadableCondition } from "../messages/generated.ts";
import { didYouMean, oneOf } from "../messages/near.ts";
import { ConditionLinker } from "./conditions.ts";
import type { Linker } from "./linker.ts";
import { Names } from "./names.ts";
import { Slots } from "./slots.ts";

/** The evidence whose conditions are read. */
interface Context {
  readonly name: string;
  readonly columns: ReadonlyMap<string, EvidenceColumn>;
  readonly linker: Linker;
  /** The columns as facts: conditions are read as those of rules are, where a name in backticks is one. */
  readonly facts: Names<Fact>;
}

/** After so many conditions that are wrong the rest is not read. */
const MOST_PROBLEMS = 20;

/** More commas than this are no sentence that anybody wrote. */
const MOST_COMMAS = 40;

/** The conditions in order; undefined after reporting what is wrong in one. */
export function readEvidenceConditions(
  definition: Definition,
  columns: readonly EvidenceColumn[],
  linker: Linker,
): Evidence["conditions"] | undefined {
  const facts = new Names<Fact>();
  // Names are found from the document that they stand in.
  for (const { name } of columns)
    facts.add(name, { name, values: [], type: "text", source: definition.source });
  const byName = new Map(columns.map((c) => [c.name, c]));
  const context = { name: definition.name, columns: byName, linker, facts };
  const conditions: EvidenceCondition[] = [];
  let problems = 0;
  for (const label of definition.labels.filter((l) => l.name === "When")) {
    if (problems >= MOST_PROBLEMS) break;
    const condition = readCondition(label, context);
    if (condition === undefined) problems++;
    else conditions.push(condition);
  }
  return problems > 0 ? undefined : conditions;
}

function readCondition(label: DefinitionLabel, context: Context): EvidenceCondition | undefined {
  const { tokens, source, because } = label;
  const halves = halvesOf(withoutStop(tokens));
  if (halves === undefined) {
    const found = label.text === "" ? "nothing" : `“${label.text.slice(0, 120)}”`;
    const expected = "two conditions on columns with a comma between them";
    context.linker.report(unreadableCondition(source, { found, expected }));
    return undefined;
  }
  const [when, must] = halves.map(({ group }) => link(group, source, context));
  if (when === undefined || must === undefined) return undefined;
  const sentence = `When ${halves[0].canonical}, ${halves[1].canonical}.`;
  return { when, must, sentence, ...(because === undefined ? {} : { because }), source };
}

type Read = NonNullable<ReturnType<typeof parseConditions>>;

/** The condition and what it demands: split at the first comma where both sides can be read. */
function halvesOf(tokens: readonly Token[]): readonly [Read, Read] | undefined {
  const commas = tokens.flatMap((t, i) => (t.type === "mark" && t.text === "," ? [i] : []));
  for (const at of commas.slice(0, MOST_COMMAS)) {
    const behind = tokens.slice(at + 1);
    const then = parseConditions(behind[0]?.text.toLowerCase() === "then" ? behind.slice(1) : behind);
    const when = then === undefined ? undefined : parseConditions(tokens.slice(0, at));
    if (when !== undefined && then !== undefined) return [when, then];
  }
  return undefined;
}

function withoutStop(tokens: readonly Token[]): readonly Token[] {
  return tokens[tokens.length - 1]?.text === "." ? tokens.slice(0, -1) : tokens;
}

/** A condition on columns with its names resolved; undefined after reporting what is wrong. */
function link(group: Group, at: Source, context: Context): Condition | undefined {
  const { linker } = context;
  const forms = formsOf(group);
  const wrong = forms.map((form) => checkForm(form, at, context));
  if (wrong.includes(false)) return undefined;
  const condition = new ConditionLinker([], { ...linker, facts: context.facts }).condition(group);
  return condition === undefined ? undefined : onColumns(condition);
}

function formsOf(group: Group): Parsed[] {
  return group.parts.flatMap((part) => (isGroup(part) ? formsOf(part) : [part]));
}

/** Whether a form looks at a column that there is, for values that it may hold. */
function checkForm(parsed: Parsed, at: Source, { name, columns, linker }: Context): boolean {
  const form = conditionForms[parsed.form];
  const slots = new Slots(parsed, linker);
  const subject = slots.group("S")?.parts[0];
  const of = subject === undefined || isGroup(subject) ? undefined : subjectForms[subject.form]?.of;
  const [token] = subject === undefined || isGroup(subject) ? [] : new Slots(subject, linker).tokens("K");
  if (of !== "fact" || token === undefined) {
    const expected = "a condition on a column, such as: `column` is `value`";
    linker.report(unreadableCondition(at, { found: "condition on something else", expected }));
    return false;
  }
  const column = columns.get(token.text);
  if (column === undefined) {
    const hint = didYouMean(token.text, columns.keys());
    linker.report(noSuchColumn(token.source, { column: token.text, name }, { hint }));
    return false;
  }
  const known = fixedValues(column);
  if (form?.test !== "is" || known === undefined) return true;
  const strange = slots.tokens("V").filter((t) => !known.includes(t.text));
  for (const { text, source } of strange) {
    const expected = oneOf(known.map((v) => `\`${v}\``));
    const related = [{ message: "the column", source: column.source }];
    const hint = didYouMean(text, known);
    linker.report(impossibleCell(source, { found: text, column: column.name, expected }, { hint, related }));
  }
  return strange.length === 0;
}

/** The values of a column that holds no others. */
function fixedValues({ forms }: EvidenceColumn): string[] | undefined {
  const values = forms.flatMap((f) => (f.is === "value" ? [f.value] : []));
  return values.length < forms.length ? undefined : values;
}

function onColumns({ join, tests }: Condition): Condition {
  const turned = tests.map((test): Test | Condition => {
    if ("tests" in test) return onColumns(test);
    if (!("subject" in test) || test.subject.of !== "fact") return test;
    return { ...test, subject: { of: "column", name: test.subject.name } };
  });
  return { join, tests: turned };
}
