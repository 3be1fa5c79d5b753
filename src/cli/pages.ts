// The page of each playbook, and its picture where that is wanted and can be drawn.
import { GENERATED, type OutputFile } from "../compiler/4-emit/emit.ts";
import { graphOf } from "../compiler/4-emit/graph/of-workflow.ts";
import { drawn, fitted } from "../compiler/4-emit/graph/picture.ts";
import { renderPlaybook } from "../compiler/4-emit/pages/playbook.ts";
import type { Templates } from "../compiler/4-emit/templates.ts";
import type { Diagnostic } from "../compiler/messages/diagnostic.ts";
import { graphTooLarge, noGraphviz } from "../compiler/messages/generated.ts";
import type { Config, Policy } from "../policy/types.ts";
import { loadGraphviz } from "./io/graphviz.ts";

export interface Pages {
  readonly files: readonly OutputFile[];
  readonly problems: readonly Diagnostic[];
  /** False where pictures are wanted and there is nothing to draw them with. */
  readonly canDraw: boolean;
}

/** What a page holds hangs on sources and settings alone, also where Graphviz is missing. Throws a `TemplateError`. */
export async function pagesOf(
  policy: Policy,
  { pictures = true }: Config,
  templates: Templates,
): Promise<Pages> {
  const [first] = policy.workflows;
  if (first === undefined) return { files: [], problems: [], canDraw: true };
  const graphviz = pictures ? await loadGraphviz() : undefined;
  const files: OutputFile[] = [];
  const problems: Diagnostic[] = [];
  for (const workflow of policy.workflows) {
    const { name, source } = workflow;
    const graph = graphOf(workflow);
    const fits = pictures ? fitted(graph) : undefined;
    const picture = fits !== undefined && "graph" in fits ? `${name}.svg` : undefined;
    const page = renderPlaybook(policy, workflow, graph, templates, picture);
    files.push({ path: `playbooks/${name}.md`, content: page });
    if (fits === undefined) continue;
    if ("problem" in fits) problems.push(graphTooLarge(source, { name, reason: fits.problem }));
    else if (graphviz !== undefined) {
      const svg = drawn(fits.graph, graphviz);
      if (svg === undefined)
        problems.push(graphTooLarge(source, { name, reason: "Graphviz finds no place for it" }));
      else files.push({ path: `playbooks/${picture}`, content: `${GENERATED}\n${svg}` });
    }
  }
  const canDraw = !pictures || graphviz !== undefined;
  if (!canDraw) {
    const names = policy.workflows.map((w) => `\`${w.name}\``).join(", ");
    problems.push(noGraphviz(first.source, { playbooks: names }));
  }
  return { files, problems, canDraw };
}
