// Graphs that an author draws, as `mermaid` or with characters, held against what the tasks need. Reads arrows between
// names of the playbook; can't see what other words in the drawing mean, and says nothing of one that it can't read.
import type { Workflow } from "../../policy/types.ts";
import { dependencies, inputsOf, namesOf, type Part, partsOf } from "../../policy/workflows.ts";
import type { Drawing } from "../1-read/document.ts";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { drawingDiffers } from "../messages/generated.ts";
import type { Analysis, Subject } from "./analysis.ts";
import { type Arrows, add, arrowsBetween, type Drawn, PartNames, reachedFrom } from "./drawing/drawn.ts";
import { readMermaid } from "./drawing/mermaid.ts";
import { readSketch } from "./drawing/sketch.ts";

/** How many differences are said of one drawing. */
const MOST = 20;

/** Reports arrows that no need bears out, and needs between drawn parts that no arrow shows. */
export const drawings: Analysis = ({ policy, drawings: all }) =>
  all.flatMap((drawing) => {
    const workflow = policy.workflows.find((w) => w.source.file === drawing.source.file);
    if (workflow === undefined) return [];
    const found = differences(drawing, workflow, policy);
    return found.slice(0, MOST).map((text): Diagnostic => drawingDiffers(drawing.source, { found: text }));
  });

function differences(drawing: Drawing, workflow: Workflow, policy: Subject["policy"]): string[] {
  const parts = partsOf(workflow);
  const names = new PartNames(parts.keys(), workflow.name, (name) => parts.get(name)?.kind !== "task");
  const drawn = drawing.form === "mermaid" ? readMermaid(drawing.text) : readSketch(drawing.text, names);
  // What is there for no member at all needs nothing, which is said elsewhere.
  if (drawn === undefined || namesIn(drawn, names).some((name) => isEmpty(parts.get(name)))) return [];
  const { arrows, lines } = arrowsBetween(drawn, names);
  const needed = neededBy(parts, policy);
  const forth = compare(arrows, lines, needed);
  if (forth.length === 0) return [];
  // A drawing in which every arrow points at what is needed is only drawn the other way round.
  const count = [...arrows.values()].reduce((sum, to) => sum + to.size, 0);
  const back = count > 1 || !drawn.headed ? compare(reversed(arrows), lines, needed) : forth;
  if (!back.some((d) => d.isArrow || drawn.headed)) return [];
  if (drawn.headed) return forth.map((d) => d.text);
  // A tree without heads has one branch for each name, and can't be told from its opposite unless most of it is right.
  const wrong = forth.filter((d) => d.isArrow);
  return wrong.length * 2 < count ? wrong.map((d) => d.text) : [];
}

function namesIn({ nodes }: Drawn, names: PartNames): string[] {
  return [...nodes.values()].flatMap(({ words }) => words.flatMap((w) => names.of(w) ?? []));
}

function isEmpty(part: Part | undefined): boolean {
  return part?.kind === "group" && part.of.tasks.length === 0;
}

/** From what is needed to what needs it. */
interface Needed {
  /** What must be led to. */
  readonly needs: Arrows;
  /** What may be: whatever something hangs on. */
  readonly all: Arrows;
}

function neededBy(parts: ReadonlyMap<string, Part>, { decisions }: Subject["policy"]): Needed {
  const tables = new Map(decisions.map((d) => [d.name, d]));
  const needed = { needs: new Map(), all: new Map() };
  for (const [name, part] of parts) {
    // What each of the tasks for the members of a list needs, all of them need.
    const own = part.kind === "group" ? [part, ...part.of.tasks.flatMap((t) => parts.get(t) ?? [])] : [part];
    for (const one of own) {
      const over = one.kind === "wait" ? one.of.over : [];
      const needs = inputsOf(namesOf([...one.of.needs, ...over]), tables);
      for (const other of needs) if (parts.has(other) && other !== name) add(needed.needs, other, name);
      for (const other of inputsOf(dependencies(one), tables))
        if (parts.has(other) && other !== name) add(needed.all, other, name);
    }
  }
  return needed;
}

interface Difference {
  readonly text: string;
  /** True where an arrow is drawn, false where one is missing. */
  readonly isArrow: boolean;
}

function compare(drawn: Arrows, lines: Arrows, { needs, all }: Needed): Difference[] {
  const shown = new Set([...drawn, ...lines].flatMap(([from, to]) => [from, ...to]));
  const found: Difference[] = [];
  for (const [from, to] of drawn) {
    const borneOut = reachedFrom(from, all);
    for (const name of to)
      if (!borneOut.has(name))
        found.push({
          text: `The drawing leads from \`${from}\` to \`${name}\`, which doesn't need it`,
          isArrow: true,
        });
  }
  for (const [from, to] of needs) {
    if (!shown.has(from)) continue;
    const led = reachedFrom(from, drawn, lines);
    for (const name of to)
      if (shown.has(name) && !led.has(name))
        found.push({
          text: `\`${name}\` needs \`${from}\`, and the drawing doesn't lead there`,
          isArrow: false,
        });
  }
  return found;
}

function reversed(arrows: Arrows): Arrows {
  const back: Arrows = new Map();
  for (const [from, to] of arrows) for (const name of to) add(back, name, from);
  return back;
}
