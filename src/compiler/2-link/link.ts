// Makes one policy of all documents: names resolved, lists grown, what was superseded taken out.
import type { Policy, Rule, Superseded, Tool } from "../../policy/types.ts";
import type { Definition, GuidanceItem, Item, RuleItem, SourceDocument } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { buildSentence } from "./build-rule.ts";
import { exampleOf } from "./examples.ts";
import { guidanceOf } from "./guidance.ts";
import { Ids, idOf, slug } from "./ids.ts";
import { inferTools } from "./inferred-tools.ts";
import { byTime, type Linker } from "./linker.ts";
import { linkLists } from "./lists.ts";
import { linkSupersessions, type Supersedable } from "./supersede.ts";
import { linkTools } from "./tools.ts";

/** A policy but for what the emitter knows: the sources' hashes and the revision. */
export type LinkedPolicy = Omit<Policy, "sources" | "revision">;

export interface Linked {
  readonly policy: LinkedPolicy;
  readonly diagnostics: readonly Diagnostic[];
}

/** Links documents. Rules with unknown names are reported and left out. */
export function link(documents: readonly SourceDocument[]): Linked {
  const diagnostics: Diagnostic[] = [];
  const report = (d: Diagnostic): void => void diagnostics.push(d);
  const items: Item[] = documents.flatMap((d) => d.items);
  const definitions = items.filter((i): i is Definition => i.type === "definition");
  const { lists, changes } = linkLists(definitions, report);
  const tools = linkTools(definitions, report);
  const linker: Linker = { lists, tools, report };
  const things = linkItems(items, linker);
  const replaced = linkSupersessions(things, report);
  const live = things.filter((t) => !replaced.has(t.id));
  const rules = live.flatMap((t) => (t.rule === undefined ? [] : [t.rule]));
  const guidance = items
    .filter((i): i is GuidanceItem => i.type === "guidance")
    .filter((i) => i.labels.id === undefined || !replaced.has(i.labels.id.text))
    .sort(byTime)
    .map(guidanceOf);
  return {
    policy: {
      schemaVersion: 1,
      lists: [...lists.values()],
      tools: [...unique(tools), ...inferTools(rules, tools)],
      rules,
      guidance,
      history: { superseded: [...replaced.values()].sort(byId), lists: changes },
    },
    diagnostics,
  };
}

function linkItems(items: readonly Item[], linker: Linker): Supersedable[] {
  const ids = new Ids(linker.report);
  const things: Supersedable[] = [];
  for (const item of items.filter((i) => i.type !== "definition").sort(byTime)) {
    if (item.type === "rule") {
      const id = idOf(item);
      if (!ids.take(id, item.labels.id?.source ?? item.source)) continue;
      things.push({ ...common(item, id, item.sentence.canonical), rule: linkRule(item, id, linker) });
    } else if (item.type === "guidance" && isNamed(item)) {
      const id = item.labels.id?.text ?? slug(item.text);
      if (ids.take(id, item.labels.id?.source ?? item.source))
        things.push({ ...common(item, id, item.text), rule: undefined });
    }
  }
  return things;
}

/** Guidance that others may name, or that names others. */
function isNamed(item: GuidanceItem): boolean {
  return item.labels.id !== undefined || item.labels.supersedes.length > 0;
}

function common(item: RuleItem | GuidanceItem, id: string, sentence: string): Omit<Supersedable, "rule"> {
  const { because, supersedes, exceptionTo } = item.labels;
  return { id, sentence, because, entry: item.entry, source: item.source, supersedes, exceptionTo };
}

function linkRule(item: RuleItem, id: string, linker: Linker): Rule | undefined {
  const built = buildSentence(item, linker);
  if (built === undefined) return undefined;
  const { labels, entry } = item;
  const { because, instead, until, reviewBy } = labels;
  return {
    ...built.body,
    id,
    sentence: item.sentence.canonical,
    ...(built.when === undefined ? {} : { when: built.when }),
    unless: built.unless,
    ...(because === undefined ? {} : { because }),
    ...(instead === undefined ? {} : { instead }),
    exceptionTo: labels.exceptionTo.map((r) => r.id),
    ...(until === undefined ? {} : { until }),
    ...(reviewBy === undefined ? {} : { reviewBy }),
    ...(entry === undefined ? {} : { date: entry.date, entry: entry.title }),
    supersedes: labels.supersedes.map((r) => ({ id: r.id, options: [...r.options] })),
    examples: labels.examples.map((e) => exampleOf(e, linker)),
    source: item.source,
  };
}

function unique(tools: ReadonlyMap<string, Tool>): Tool[] {
  return [...new Set(tools.values())].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function byId(a: Superseded, b: Superseded): number {
  return a.id < b.id ? -1 : 1;
}
