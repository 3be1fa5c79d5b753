// Which label lines belong to which list item, wherever their author put them.
import type { ListItem, Nodes } from "mdast";
import type { Source } from "../../policy/types.ts";
import { orphanLabel } from "../messages/generated.ts";
import { labelName, RULE_LABELS } from "./labels.ts";
import type { Reader } from "./reader.ts";

/** The items of the lists below an item. */
export function nestedItems(item: ListItem): ListItem[] {
  return item.children.flatMap((child) => (child.type === "list" ? child.children : []));
}

/** Whether an item is one of the labels that rules may have. */
export function isRuleLabel(item: ListItem): boolean {
  const name = labelName(item)?.name;
  return RULE_LABELS.some((l) => l === name);
}

/** One diagnostic for labels that stand together in a place where they belong to nothing. */
export function reportOrphans(items: readonly ListItem[], hint: string | undefined, reader: Reader): void {
  const [first, ...more] = items.flatMap((item) => labelName(item) ?? []);
  if (first === undefined) return;
  const { source } = reader;
  const related = more.slice(0, 10).map(({ name, paragraph }) => ({
    message: `\`${name}\` too`,
    source: source.of(paragraph),
  }));
  reader.report(orphanLabel(source.of(first.paragraph), { label: first.name }, { hint, related }));
}

/** A label, and the labels below it as its neighbours. */
export function flattened(item: ListItem): ListItem[] {
  const deeper = nestedItems(item).filter(isRuleLabel);
  const own = item.children.filter((c) => c.type !== "list" || !c.children.some(isRuleLabel));
  return [{ ...item, children: own }, ...deeper.flatMap(flattened)];
}

/** An item with labels below it that stood elsewhere. */
export function withLabels(item: ListItem, labels: readonly ListItem[]): ListItem {
  return { ...item, children: [...item.children, { type: "list", children: [...labels] }] };
}

/** From the beginning of a node to the end of the last one inside it. */
export function extentOf(item: ListItem, reader: Reader): Source {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const node of item.children.flatMap((c): Nodes[] => (c.type === "list" ? [...c.children, c] : [c]))) {
    start = Math.min(start, node.position?.start.offset ?? start);
    end = Math.max(end, node.position?.end.offset ?? end);
  }
  return reader.source.at(Math.min(start, end), end);
}
