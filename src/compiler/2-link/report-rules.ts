// From a parsed sentence about a report to the rule of its kind.
import type { RuleKind } from "../../policy/types.ts";
import type { RuleItem } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import { unknownHole, unknownReport } from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { ConditionLinker } from "./conditions.ts";
import { keyOf, type LinkedReport, sectionNamed } from "./linked-report.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";
import { reportedOptions } from "./report-conditions.ts";
import type { BuiltSentence, RuleBody } from "./rule-body.ts";
import { holesOf, linkShapes } from "./shapes.ts";
import { Slots } from "./slots.ts";

const KINDS = [
  "always-write",
  "always-write-each",
  "always-write-list",
  "always-write-command",
  "never-write-in",
  "never-write-twice",
  "never-write-again",
  "never-report-before",
] as const satisfies readonly RuleKind[];
export type ReportKind = (typeof KINDS)[number];

/** Whether rules of a kind are about reports. */
export function isReportKind(kind: RuleKind): kind is ReportKind {
  return KINDS.some((k) => k === kind);
}

/** Resolves a sentence about a report; undefined when a name in it is unknown (which is reported). */
export function buildReportSentence(
  kind: ReportKind,
  item: RuleItem,
  linker: Linker,
): BuiltSentence | undefined {
  const slots = new Slots(item.sentence.parsed, linker);
  const report = reportNamed(slots.tokens("R")[0], linker);
  if (report === undefined) return undefined;
  const conditions = new ConditionLinker([], linker, report, item.source);
  const [when, unless] = [slots.group("C"), slots.group("E")];
  const linked = {
    when: when === undefined ? undefined : conditions.condition(when),
    unless: unless === undefined ? [] : conditions.exceptions(unless),
  };
  const body = new ReportBody(slots, report, linker).of(kind);
  const complete = (when === undefined) === (linked.when === undefined);
  if (body === undefined || !complete || linked.unless === undefined) return undefined;
  return { body, when: linked.when, unless: linked.unless };
}

function reportNamed(token: Token | undefined, linker: Linker): LinkedReport | undefined {
  if (token === undefined) return undefined;
  const found = linker.reports.find(token.text, token.source.file);
  if ("thing" in found) return found.thing;
  if (found.among.length > 0) linker.report(ambiguous(token.source, token.text, found.among));
  else {
    const hint = didYouMean(token.text, linker.reports.names());
    linker.report(unknownReport(token.source, { report: token.text }, { hint }));
  }
  return undefined;
}

class ReportBody {
  readonly #slots: Slots;
  readonly #report: LinkedReport;
  readonly #linker: Linker;

  constructor(slots: Slots, report: LinkedReport, linker: Linker) {
    this.#slots = slots;
    this.#report = report;
    this.#linker = linker;
  }

  of(kind: ReportKind): RuleBody | undefined {
    const { name: report } = this.#report;
    if (kind === "never-report-before") {
      const first = this.#slots.steps("T");
      return first === undefined ? undefined : { kind, report, first };
    }
    if (kind === "always-write" || kind === "never-write-in") return this.#texts(kind);
    const section = this.#section(kind === "never-write-again" ? "P2" : "P");
    if (section === undefined) return undefined;
    switch (kind) {
      case "always-write-each":
        return this.#each(section);
      case "always-write-list": {
        const list = this.#slots.list();
        return list === undefined ? undefined : { kind, list, ...this.#slots.noun(), section, report };
      }
      case "always-write-command": {
        const commands = this.#slots.patterns("T");
        return commands === undefined ? undefined : { kind, commands, section, report };
      }
      case "never-write-twice": {
        const hole = this.#hole(section);
        return hole === undefined ? undefined : { kind, hole, section, report };
      }
      case "never-write-again": {
        const from = this.#section("P");
        const hole = from === undefined ? undefined : this.#hole(from);
        return from === undefined || hole === undefined ? undefined : { kind, hole, from, section, report };
      }
    }
  }

  #texts(kind: "always-write" | "never-write-in"): RuleBody | undefined {
    const texts = linkShapes(this.#slots.tokens("V"), this.#linker);
    const section = this.#section("P");
    if (texts === undefined || (section === undefined && this.#slots.tokens("P").length > 0))
      return undefined;
    const where = { ...(section === undefined ? {} : { section }), report: this.#report.name };
    return kind === "always-write"
      ? { kind, texts, join: this.#slots.join("V"), ...where }
      : { kind, texts, ...where };
  }

  #each(section: string): RuleBody | undefined {
    const kind = "always-write-each" as const;
    const slots = this.#slots;
    const texts = linkShapes(slots.tokens("V"), this.#linker);
    const list = slots.list();
    if (texts === undefined || list === undefined || !this.#namesMembers(list)) return undefined;
    const body = { kind, texts, section, report: this.#report.name, list, ...slots.noun() };
    if (slots.tokens("F").length === 0) return body;
    const commands = slots.patterns("T");
    const from = this.#section("P2");
    const options = commands === undefined ? undefined : reportedOptions(slots, commands, this.#linker);
    if (commands === undefined || options === undefined || from === undefined) return undefined;
    return { ...body, named: { options, commands, section: from } };
  }

  /** The hole in which the member stands has the name of the list's column. */
  #namesMembers(list: string): boolean {
    const found = this.#linker.lists.find(list, this.#slots.tokens("L")[0]?.source.file ?? "");
    const column = "thing" in found ? found.thing.column : "";
    const tokens = this.#slots.tokens("V");
    const shapes = linkShapes(tokens, { ...this.#linker, report: () => undefined }) ?? [];
    const lacking = tokens.filter((_, i) => {
      const shape = shapes[i];
      return shape === undefined || !holesOf(shape).some((h) => h.toLowerCase() === column.toLowerCase());
    });
    for (const token of lacking) {
      const found = `\`${token.text}\` without such a hole`;
      const expected = `\`<${column}>\` in it, as the list calls its members`;
      this.#linker.report(unknownHole(token.source, { found, expected }));
    }
    return lacking.length === 0;
  }

  #section(slot: string): string | undefined {
    const [token] = this.#slots.tokens(slot);
    return token === undefined ? undefined : sectionNamed(token, this.#report, this.#linker);
  }

  /** The name of the hole in slot F, which some shape of the section has. */
  #hole(section: string): string | undefined {
    const [token] = this.#slots.tokens("F");
    const name = token === undefined ? "" : token.text.replace(/^<|>$/g, "").trim();
    const lines = this.#report.ever.get(keyOf(section))?.lines ?? [];
    const holes = [...new Set(lines.flatMap(holesOf))];
    if (holes.includes(name)) return name;
    if (token === undefined || this.#report.incomplete) return undefined;
    const expected =
      holes.length === 0 ? "a section whose lines have holes" : oneOf(holes.map((h) => `\`<${h}>\``));
    const near = nearNames(name, holes)[0];
    const hint = near === undefined ? undefined : `Did you mean \`<${near}>\`?`;
    this.#linker.report(unknownHole(token.source, { found: `hole \`${token.text}\``, expected }, { hint }));
    return undefined;
  }
}
