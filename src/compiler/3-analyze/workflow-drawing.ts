// Graphs that an author draws as `mermaid`, held against what the tasks need. Reads arrows between names of the playbook;
// can't see what other words in the drawing mean.
import type { Workflow } from "../../policy/types.ts";
import { namesOf, needsOf, partsOf } from "../../policy/workflows.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { drawingDiffers } from "../messages/generated.ts";
import type { Analysis } from "./analysis.ts";

/** How many lines of a drawing are read, and how many differences are said. */
const MOST_LINES = 5_000;
const MOST = 20;

type Arrows = Map<string, Set<string>>;

/** Reports arrows that no need bears out, and needs between drawn parts that no arrow shows. */
export const drawings: Analysis = ({ policy, drawings: all }) =>
  all.flatMap((drawing) => {
    const workflow = policy.workflows.find((w) => w.source.file === drawing.source.file);
    if (workflow === undefined) return [];
    const drawn = arrowsOf(drawing.text, workflow);
    const needed = neededBy(workflow);
    const shown = new Set([...drawn].flatMap(([from, to]) => [from, ...to]));
    const found: string[] = [];
    for (const [from, to] of drawn)
      for (const name of to)
        if (!leads(needed, from, name))
          found.push(`The drawing leads from \`${from}\` to \`${name}\`, which doesn't need it`);
    for (const [from, to] of needed)
      for (const name of to)
        if (shown.has(from) && shown.has(name) && !leads(drawn, from, name))
          found.push(`\`${name}\` needs \`${from}\`, and the drawing doesn't lead there`);
    return found.slice(0, MOST).map((text): Diagnostic => drawingDiffers(drawing.source, { found: text }));
  });

/** From what is needed to what needs it. */
function neededBy(workflow: Workflow): Arrows {
  const parts = partsOf(workflow);
  const arrows: Arrows = new Map();
  for (const [name, part] of parts)
    for (const other of namesOf(needsOf(part))) if (parts.has(other)) add(arrows, other, name);
  return arrows;
}

function add(arrows: Arrows, from: string, to: string): void {
  const known = arrows.get(from);
  if (known === undefined) arrows.set(from, new Set([to]));
  else known.add(to);
}

/** Whether a way of one arrow or more leads from one to the other. */
function leads(arrows: Arrows, from: string, to: string): boolean {
  const seen = new Set<string>(arrows.get(from) ?? []);
  for (const name of seen) {
    if (name === to) return true;
    for (const next of arrows.get(name) ?? []) seen.add(next);
  }
  return false;
}

/** The arrows between parts of the playbook; what stands between two of them on the way is passed over. */
function arrowsOf(text: string, workflow: Workflow): Arrows {
  const names = new Map<string, string>();
  for (const name of partsOf(workflow).keys()) names.set(plain(name.split("/").pop() ?? name), name);
  const labels = new Map<string, string>();
  const raw: Arrows = new Map();
  for (const line of text.split("\n").slice(0, MOST_LINES)) {
    const groups = line
      .slice(0, 2_000)
      .split(/(?:-{2,9}|={2,9}|-\.{1,9}-?)>(?:\|[^|]{0,200}\|)?/)
      .map((side) => side.split("&").map((node) => nodeOf(node, labels)));
    for (const [i, group] of groups.entries())
      for (const from of group)
        for (const to of groups[i + 1] ?? []) if (from !== "" && to !== "") add(raw, from, to);
  }
  const named = (id: string): string | undefined =>
    names.get(plain(labels.get(id) ?? id)) ?? names.get(plain(id));
  const arrows: Arrows = new Map();
  for (const id of raw.keys()) {
    const from = named(id);
    if (from === undefined) continue;
    const seen = new Set(raw.get(id) ?? []);
    for (const next of seen) {
      const to = named(next);
      if (to !== undefined) add(arrows, from, to);
      else for (const further of raw.get(next) ?? []) seen.add(further);
    }
  }
  return arrows;
}

/** The id of `id[label]`, `id("label")`, `id{label}` or `id`; its label is kept. */
function nodeOf(text: string, labels: Map<string, string>): string {
  const trimmed = text.trim().replace(/;$/, "");
  const end = trimmed.search(/[[({]/);
  if (end < 0) return trimmed.replace(/:::.*$/, "").trim();
  const id = trimmed.slice(0, end).trim();
  const label = trimmed
    .slice(end)
    .replace(/[[\](){}"]/g, " ")
    .replace(/:::.*$/, "")
    .split("<br")[0];
  labels.set(id, (label ?? "").trim());
  return id;
}

/** A name as drawings write it: "Stage testing" is `stage-testing`. */
function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
}
