// Makes one policy of all documents: names resolved, lists grown, what was superseded taken out.
import { patternsOf } from "../../policy/rules.ts";
import type { Policy, Rule, Superseded } from "../../policy/types.ts";
import type {
  Definition,
  GuidanceItem,
  Item,
  RuleItem,
  SourceDocument,
  UnreadItem,
} from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { duplicateId } from "../messages/generated.ts";
import { ABOUT_NAMES } from "../messages/together.ts";
import { buildSentence } from "./build-rule.ts";
import { linkDecisions } from "./decisions.ts";
import { evidenceNames, linkEvidence } from "./evidence.ts";
import { exampleOf } from "./examples.ts";
import { itemsHit } from "./extents.ts";
import { linkApprovals, linkFacts, linkSteps } from "./facts.ts";
import { guidanceOf } from "./guidance.ts";
import { idOf, idSource } from "./ids.ts";
import { inferTools } from "./inferred-tools.ts";
import { byTime, type Linker } from "./linker.ts";
import { linkLists } from "./lists.ts";
import { asTool, linkMcpTools } from "./mcp-tools.ts";
import { documentName, Names } from "./names.ts";
import { withoutOptions } from "./narrow.ts";
import { linkReports, reportOf } from "./reports.ts";
import { linkRunbooks } from "./runbooks.ts";
import { linkSupersessions, record, resolveId, type Supersedable, type Supersessions } from "./supersede.ts";
import { type KnownTools, ToolTable } from "./tool-table.ts";
import { linkTools } from "./tools.ts";
import { addStatuses, linkWorkflows } from "./workflows.ts";

/** A policy that has no revision yet. */
export type UnfinishedPolicy = Omit<Policy, "revision">;
/** What linking gives: all but the sources themselves. */
type LinkedPolicy = Omit<UnfinishedPolicy, "sources" | "placeholders" | "settings">;

export interface Linked {
  readonly policy: LinkedPolicy;
  /** Rules that a later one replaced for some options, as their authors wrote them, by id. */
  readonly asWritten: ReadonlyMap<string, Rule>;
  readonly diagnostics: readonly Diagnostic[];
}

/** A rule or guidance that has an id. */
interface Thing extends Supersedable {
  id: string;
  readonly item: RuleItem | GuidanceItem | UnreadItem;
}

/** Links documents. Rules with unknown names are reported and left out. */
export function link(documents: readonly SourceDocument[], known: KnownTools): Linked {
  const diagnostics: Diagnostic[] = [];
  const unread = new Set(documents.flatMap((d) => d.unread));
  const incomplete = new Set<string>();
  const report = (d: Diagnostic): void => {
    if (!namesUnread(d, unread) && !isOfIncomplete(d, incomplete)) diagnostics.push(d);
  };
  const items: Item[] = documents.flatMap((d) => d.items);
  const definitions = items.filter((i): i is Definition => i.type === "definition");
  const { lists, changes } = linkLists(definitions, report);
  const mcpTools = linkMcpTools(definitions, report);
  const called = mcpTools.map((tool) => [tool.name, asTool(tool)] as const);
  const tools = new ToolTable(new Map([...called, ...linkTools(definitions, report)]), known);
  const read = documents.flatMap((d) => d.diagnostics).filter((d) => d.severity === "error");
  const declared = definitions.filter((d) => ["Tool", "MCP tool", "MCP tools"].includes(d.kind));
  for (const { name } of itemsHit(declared, [...read, ...diagnostics])) incomplete.add(name);
  const steps = linkSteps(definitions, tools, report);
  const names = linkFacts(definitions, report);
  const facts = [...names.all()].map(([, fact]) => fact);
  const statuses = addStatuses(definitions, names, report);
  const inDoubt = itemsHit(definitions, [...read, ...diagnostics.filter((d) => d.severity === "error")]);
  const decisions = linkDecisions(definitions, inDoubt, { facts: names, report });
  const evidence = evidenceNames(definitions, report);
  const { reports, history: layouts } = linkReports(definitions, inDoubt, { lists, report });
  const linker: Linker = { lists, tools, steps, facts: names, evidence, reports, report };
  const workflows = linkWorkflows(definitions, mcpTools, incomplete, { linker, statuses });
  const { things, names: ids } = named(items, report);
  const replaced = linkSupersessions(things, ids, report);
  const asWritten = new Map<string, Rule>();
  const rules = linkRules(things, ids, replaced, linker, asWritten);
  const gone = new Set(things.filter((t) => replaced.whole.has(t.id)).map((t) => t.item));
  const guidance = items
    .filter((i): i is GuidanceItem => i.type === "guidance")
    .filter((i) => !gone.has(i) && i.step !== true)
    .sort(byTime)
    .map(guidanceOf);
  const patterns = [...rules.flatMap(patternsOf), ...[...steps.all()].flatMap(([, step]) => step.patterns)];
  return {
    policy: {
      schemaVersion: 1,
      lists: [...lists.all()].map(([, list]) => list).sort(byName),
      tools: [
        ...[...tools.declared(), ...tools.used(rules, patterns)].sort(byName),
        ...inferTools(rules, tools),
      ],
      facts: facts.sort(byName),
      steps: [...steps.all()].map(([, step]) => step).sort(byName),
      approvals: [...linkApprovals(definitions, linker).all()].map(([, a]) => a).sort(byName),
      decisions: decisions.sort(byName),
      evidence: linkEvidence(evidence, linker).sort(byName),
      workflows,
      mcpTools,
      reports: [...reports.all()].map(([, linked]) => reportOf(linked)).sort(byName),
      rules,
      runbooks: linkRunbooks(documents),
      guidance,
      history: {
        superseded: [...replaced.whole.values()].sort(byId),
        lists: changes,
        reports: [...layouts],
      },
    },
    asWritten,
    diagnostics,
  };
}

/** Whether something is said of a name that may be defined in text which could not be read. */
function namesUnread({ code, message }: Diagnostic, unread: ReadonlySet<string>): boolean {
  if (unread.size === 0 || !ABOUT_NAMES.includes(code)) return false;
  return [...message.matchAll(/`([^`]+)`/g)].some((span) => unread.has(span[1] ?? ""));
}

/** Whether something is said of an option that may stand in a row which could not be read. */
function isOfIncomplete({ code, message }: Diagnostic, tools: ReadonlySet<string>): boolean {
  if (tools.size === 0 || code !== "unknown-option") return false;
  return [...message.matchAll(/`([^`]+)`/g)].some((span) => tools.has(span[1] ?? ""));
}

/** Rules, and guidance that others may name or that names others, by their ids. */
function named(
  items: readonly Item[],
  report: (d: Diagnostic) => void,
): { things: Thing[]; names: Names<Thing> } {
  const names = new Names<Thing>();
  const things: Thing[] = [];
  for (const item of items.filter((i) => i.type !== "definition").sort(byTime)) {
    if (item.type !== "rule" && item.labels.id === undefined && item.labels.supersedes.length === 0) continue;
    const id = idOf(item);
    const { because, supersedes, exceptionTo } = item.labels;
    const sentence = item.type === "rule" ? item.sentence.canonical : item.text;
    const thing: Thing = {
      id,
      sentence,
      because,
      entry: item.entry,
      source: item.source,
      supersedes,
      exceptionTo,
      item,
    };
    const first = names.add(id, thing);
    if (first === undefined) things.push(thing);
    else {
      const related = [{ message: "the first one", source: idSource(first.item) }];
      report(duplicateId(idSource(item), { id }, { related }));
    }
  }
  for (const thing of things) thing.id = names.qualified(thing.id, documentName(thing.source.file));
  return { things, names };
}

function linkRules(
  things: readonly Thing[],
  names: Names<Thing>,
  replaced: Supersessions,
  linker: Linker,
  asWritten: Map<string, Rule>,
): Rule[] {
  const rules: Rule[] = [];
  for (const thing of things) {
    const exceptionTo = thing.exceptionTo.map((r) => resolveId(r, "Exception to", names, linker.report)?.id);
    if (thing.item.type !== "rule") continue;
    const parts = replaced.parts.get(thing.id) ?? [];
    const item = narrowed(thing.item, parts, linker);
    if (item === undefined) {
      replaced.whole.set(thing.id, record(thing, parts[parts.length - 1]?.by ?? thing.id));
      continue;
    }
    const exceptions = exceptionTo.filter((id) => id !== undefined);
    const rule = linkRule(item, thing, exceptions, linker);
    const whole =
      item === thing.item
        ? undefined
        : linkRule(thing.item, thing, exceptions, { ...linker, report: unheard });
    if (whole !== undefined) asWritten.set(thing.id, whole);
    if (rule !== undefined && !replaced.whole.has(thing.id)) rules.push(rule);
  }
  return rules;
}

/** What is wrong with a rule was said when what is left of it was linked. */
function unheard(): void {}

/** What is left of a rule's item after what replaced it for some options. */
function narrowed(
  item: RuleItem,
  parts: readonly { readonly options: readonly string[]; readonly at: Rule["source"] }[],
  linker: Linker,
): RuleItem | undefined {
  let left: RuleItem | undefined = item;
  for (const part of parts)
    left = left === undefined ? undefined : withoutOptions(left, part.options, part.at, linker);
  return left;
}

function linkRule(item: RuleItem, thing: Thing, exceptionTo: string[], linker: Linker): Rule | undefined {
  const built = buildSentence(item, linker);
  if (built === undefined) return undefined;
  const { labels, entry } = item;
  const { because, instead, until, reviewBy } = labels;
  return {
    ...built.body,
    id: thing.id,
    sentence: item.sentence.canonical,
    ...(built.when === undefined ? {} : { when: built.when }),
    unless: built.unless,
    ...(because === undefined ? {} : { because }),
    ...(instead === undefined ? {} : { instead }),
    exceptionTo,
    ...(until === undefined ? {} : { until }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    ...(entry === undefined ? {} : { date: entry.date, entry: entry.title }),
    supersedes: labels.supersedes.map((r) => ({ id: r.id, options: [...r.options] })),
    examples: labels.examples.map((e) => exampleOf(e, linker)),
    source: item.source,
  };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}

function byId(a: Superseded, b: Superseded): number {
  return a.id < b.id ? -1 : 1;
}
