// bylaw next: what may be done next in a playbook.
import type { Graph } from "../../compiler/4-emit/graph/graph.ts";
import { mermaid } from "../../compiler/4-emit/graph/mermaid.ts";
import { graphOf } from "../../compiler/4-emit/graph/of-workflow.ts";
import { drawn, fitted } from "../../compiler/4-emit/graph/picture.ts";
import { next as nextOf } from "../../validators/workflow/next.ts";
import { progressOf } from "../../validators/workflow/progress.ts";
import { type CommandRun, formatOption, listOption, textOption, UsageError } from "../command.ts";
import { shownEvidence } from "../evidence.ts";
import { loadGraphviz } from "../io/graphviz.ts";
import { playbookOf, runOf } from "../playbook.ts";
import { printNext } from "../print/next.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { projectPolicy } from "./check.ts";

export const next: CommandRun = async (input, terminal) => {
  const format = formatOption(input, ["text", "json", "mermaid", "svg"]);
  const policy = projectPolicy(textOption(input, "policy"), terminal);
  if (policy === undefined) return EXIT.unusable;
  const workflow = playbookOf(policy, input.operands[0] ?? "");
  const { answers } = shownEvidence(input, workflow, policy, terminal);
  const run = runOf(input, workflow, policy, terminal.cwd, answers);
  if (format === "mermaid" || format === "svg") {
    const asked = textOption(input, "state") !== undefined || listOption(input, "fact").length > 0;
    const graph = graphOf(workflow, asked ? progressOf(workflow, run) : undefined);
    terminal.out(format === "mermaid" ? mermaid(graph) : await svgOf(graph, textOption(input, "links")));
  } else if (format === "json") terminal.out(`${JSON.stringify(nextOf(workflow, run), null, 2)}\n`);
  else terminal.out(printNext(nextOf(workflow, run), style(terminal.color.out)));
  return EXIT.ok;
};

async function svgOf(graph: Graph, links: string | undefined): Promise<string> {
  if (links !== undefined && !/^(?:https?:\/\/|[^:]*$)/i.test(links))
    throw new UsageError(`unexpected ${links} for --links, expected an address on the web or a path`);
  const refuse = (why: string): UsageError =>
    new UsageError(`the graph of ${graph.playbook} isn't drawn: ${why}. --format mermaid gives it as text`);
  const fits = fitted(graph);
  if ("problem" in fits) throw refuse(fits.problem);
  const graphviz = await loadGraphviz();
  if (graphviz === undefined)
    throw refuse("`@viz-js/viz` isn't installed; run `npm install @viz-js/viz` to have it");
  const href = (anchor: string): string => `${links}#${encodeURIComponent(anchor)}`;
  const picture = drawn(fits.graph, graphviz, links === undefined ? {} : { href });
  if (picture === undefined) throw refuse("Graphviz finds no place for it");
  return picture;
}
