// A playbook as agents read it: the graph, a line for each wait and gate, and how to ask what is next.
import type { Workflow } from "../../../policy/types.ts";
import { quoteWord } from "../../../shell/quote.ts";
import { countsOf } from "../graph/description.ts";
import { mermaid } from "../graph/mermaid.ts";
import { graphOf } from "../graph/of-workflow.ts";
import { code, prose } from "./markdown.ts";
import { needsText } from "./words.ts";

/** What an agent reads at the start of every session has to stay short; a longer graph is asked for. */
const MOST_LENGTH = 6_000;

export interface Brief {
  readonly name: string;
  readonly counts: string;
  readonly place: string;
  readonly command: string;
  /** Mermaid text; empty where it would be too long. */
  readonly drawing: string;
  readonly parts: readonly string[];
}

/** A playbook in short. */
export function briefOf(workflow: Workflow): Brief {
  const graph = graphOf(workflow);
  const drawing = mermaid(graph);
  const asked = `bylaw next ${quoteWord(workflow.name)}`;
  return {
    name: code(workflow.name),
    counts: countsOf(graph),
    place: placeText(workflow.source),
    command: code(`${asked} --state FILE`),
    drawing: drawing.length > MOST_LENGTH ? "" : drawing,
    parts: [
      ...workflow.waits.map(({ name, needs, over, because, source }) => {
        const said = [
          needs.length === 0 ? "" : `after ${needsText(needs)}`,
          over.length === 0 ? "" : `over when ${needsText(over)}`,
        ];
        return partText("Wait", name, said, because, source);
      }),
      ...workflow.gates.map(({ name, needs, because, source }) =>
        partText("Gate", name, [needs.length === 0 ? "" : `needs ${needsText(needs)}`], because, source),
      ),
    ],
  };
}

function partText(
  kind: string,
  name: string,
  said: readonly string[],
  because: string | undefined,
  source: Workflow["source"],
): string {
  const words = said.filter((s) => s !== "").join(", ");
  const why = because === undefined ? "" : ` Why: ${prose(because)}`;
  return `${kind} ${code(name)}${words === "" ? "." : `: ${words}.`}${why} (${placeText(source)})`;
}

function placeText({ file, line }: Workflow["source"]): string {
  return `${file}:${line}`;
}
