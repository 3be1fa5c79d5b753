// Conditions and exceptions with their names resolved.
import type { Condition, Exception, Source, Test, Tool } from "../../policy/types.ts";
import { type Group, isGroup, isOption, type Parsed } from "../1-read/grammar/parsed.ts";
import { type ConditionForm, conditionForms, subjectForms } from "../1-read/grammar/productions.ts";
import { misplacedCondition } from "../messages/generated.ts";
import { exceptionsOf } from "./exceptions.ts";
import { checkFactValue } from "./fact-values.ts";
import type { LinkedReport } from "./linked-report.ts";
import type { Linker } from "./linker.ts";
import { canonicalOption, checkOption } from "./patterns.ts";
import { reportedSubjects, standsTest } from "./report-conditions.ts";
import { Slots } from "./slots.ts";

type Subject = Extract<Test, { test: "is" }>["subject"];

/** Tests that look at a command. */
const OF_COMMANDS: readonly ConditionForm["test"][] = [
  "used",
  "missing",
  "file-exists",
  "on-host",
  "in-folder",
];

/**
 * Resolves conditions for the tools that they are about, or for the report. A name that is unknown is reported and makes
 * it undefined.
 */
export class ConditionLinker {
  readonly #tools: readonly Tool[];
  readonly #linker: Linker;
  readonly #report: LinkedReport | undefined;
  /** Where the rule about the report stands. */
  readonly #at: Source | undefined;

  constructor(tools: readonly Tool[], linker: Linker, report?: LinkedReport, at?: Source) {
    this.#tools = tools;
    this.#linker = linker;
    this.#report = report;
    this.#at = at;
  }

  /** A condition, or undefined when a name in it is unknown. */
  condition(group: Group): Condition | undefined {
    const tests = group.parts.map((part) =>
      isGroup(part) ? this.condition(part) : this.#test(part, conditionForms[part.form]),
    );
    const known = tests.filter((t) => t !== undefined);
    return known.length < tests.length ? undefined : { join: group.join, tests: known };
  }

  /** What lifts a rule: the conditions together, or the operator's words, each with the conditions it hangs on. */
  exceptions(group: Group): Exception[] | undefined {
    return exceptionsOf(group, (conditions) => this.condition(conditions));
  }

  #test(parsed: Parsed, form: ConditionForm | undefined): Test | Condition | undefined {
    if (form === undefined) return undefined;
    const slots = new Slots(parsed, this.#linker);
    if (this.#report !== undefined && OF_COMMANDS.includes(form.test))
      return this.#misplaced(parsed, "the command");
    switch (form.test) {
      case "stands":
        if (this.#report === undefined) return this.#misplaced(parsed, "a report");
        return standsTest(slots, form.negated === true, this.#report, this.#linker);
      case "used":
      case "missing": {
        const options = this.#options(slots);
        return options === undefined ? undefined : { test: form.test, options, join: slots.join("F") };
      }
      case "on-host":
        return { test: "on-host", hosts: slots.texts("V") };
      case "in-folder":
        return { test: "in-folder", globs: slots.texts("G") };
      case "file-exists":
        return this.#fileExists(slots, form.negated === true);
      default:
        return this.#onSubjects(slots, form);
    }
  }

  #fileExists(slots: Slots, negated: boolean): Test | undefined {
    const [token] = slots.tokens("G");
    if (token === undefined) return undefined;
    if (!isOption(token.text)) return { test: "file-exists", path: token.text, negated };
    const option = canonicalOption(token.text, this.#tools);
    return checkOption(token.text, token, this.#tools, this.#linker)
      ? { test: "file-exists", option, negated }
      : undefined;
  }

  /** One test for each subject; several options are joined by their own word. */
  #onSubjects(slots: Slots, form: ConditionForm): Test | Condition | undefined {
    const part = slots.group("S")?.parts[0];
    if (part === undefined || isGroup(part)) return undefined;
    const inner = new Slots(part, this.#linker);
    const subjects = this.#subjects(part, inner);
    if (subjects === undefined) return undefined;
    for (const subject of subjects) this.#checkValues(subject, form, slots);
    const tests = subjects.map((subject) => subjectTest(subject, form, slots));
    const known = tests.filter((t) => t !== undefined);
    if (known.length < tests.length) return undefined;
    return known.length > 1 ? { join: inner.join("F"), tests: known } : known[0];
  }

  /** A fact whose values are known is none of the others. */
  #checkValues(subject: Subject, form: ConditionForm, slots: Slots): void {
    if (subject.of !== "fact" || form.test !== "is") return;
    for (const token of slots.tokens("V"))
      checkFactValue(subject.name, token.text, token.source, this.#linker);
  }

  #subjects(part: Parsed, slots: Slots): Subject[] | undefined {
    const of = subjectForms[part.form]?.of;
    if (of === "reported") {
      if (this.#report !== undefined) return reportedSubjects(slots, this.#report, this.#linker);
      return this.#misplaced(part, "a report");
    }
    if (this.#report !== undefined && of !== "fact") return this.#misplaced(part, "the command");
    if (of === "operand") return [{ of }];
    if (of === "variable") return [{ of, name: (slots.texts("X")[0] ?? "").replace(/^\$/, "") }];
    if (of === "option") return this.#options(slots)?.map((name) => ({ of, name }));
    const fact = slots.fact();
    return of === undefined || fact === undefined ? undefined : [{ of, name: fact }];
  }

  /** Reports a condition on something that the rule can't see. */
  #misplaced(parsed: Parsed, found: string): undefined {
    const [first] = parsed.fillings;
    const source = first?.type === "tokens" ? first.tokens[0]?.source : this.#at;
    const expected = found === "a report" ? "the command, or a fact" : "the report, or a fact";
    if (source !== undefined) this.#linker.report(misplacedCondition(source, { found, expected }));
    return undefined;
  }

  #options(slots: Slots): string[] | undefined {
    const known = slots.tokens("F").every((t) => checkOption(t.text, t, this.#tools, this.#linker));
    return known ? slots.texts("F").map((name) => canonicalOption(name, this.#tools)) : undefined;
  }
}

function subjectTest(subject: Subject, form: ConditionForm, slots: Slots): Test | undefined {
  const values = slots.texts("V");
  const [value = ""] = values;
  const globs = slots.texts("G");
  const negated = form.negated === true;
  switch (form.test) {
    case "set":
      return { test: "set", subject, negated };
    case "is":
      return { test: "is", subject, values, negated };
    case "above":
    case "below":
      return { test: form.test, subject, value };
    case "looks-like":
      return { test: "looks-like", subject, globs, negated };
    case "outside":
      return { test: "outside", subject, globs };
    case "matches":
      return { test: "matches", subject, pattern: value };
    case "names-any":
    case "names-outside": {
      const list = slots.list();
      return list === undefined ? undefined : { test: form.test, subject, list, ...slots.noun() };
    }
    default:
      return undefined;
  }
}
