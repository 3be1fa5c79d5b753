// The graph of a playbook: a node for each task, wait, gate and condition, an arrow for each need.
import { durationText } from "../../../policy/durations.ts";
import type { Condition, Need, Signal, Task, Test, Workflow } from "../../../policy/types.ts";
import { namesOf, type Part, partsOf } from "../../../policy/workflows.ts";
import { Anchors } from "./anchors.ts";
import type { Graph, GraphEdge, GraphNode, NodeState, Progress } from "./graph.ts";

const SIGNALS = [
  ["starts", "starts when"],
  ["passes", "passes when"],
  ["fails", "fails when"],
  ["blocked", "blocked when"],
  ["waived", "waived when"],
] as const;

/** The graph, with states where a run is given. Nodes and arrows stand in the order of the source. */
export function graphOf(workflow: Workflow, progress?: Progress): Graph {
  const builder = new Builder(workflow, progress);
  for (const part of partsOf(workflow).values()) builder.addNeeds(part);
  return { playbook: workflow.name, nodes: builder.nodes, edges: builder.edges, implied: 0 };
}

class Builder {
  readonly nodes: GraphNode[] = [];
  readonly edges: GraphEdge[] = [];
  readonly #places = new Map<string, number>();
  readonly #conditions = new Map<string, number>();
  readonly #drawn = new Set<string>();
  readonly #progress: Progress | undefined;

  constructor(workflow: Workflow, progress: Progress | undefined) {
    this.#progress = progress;
    const anchors = new Anchors();
    // The page's own heading stands in front of those of its parts.
    anchors.of(workflow.name);
    for (const [name, part] of partsOf(workflow)) {
      this.#places.set(name, this.nodes.length);
      this.nodes.push(nodeOf(part, anchors.of(`${part.kind} ${name}`), stateOf(part, progress)));
    }
  }

  /** Draws all that a part hangs on. */
  addNeeds(part: Part): void {
    const to = this.#places.get(part.of.name);
    if (to === undefined) return;
    for (const need of part.of.needs) this.#need(need, to, undefined);
    if (part.kind === "wait") for (const need of part.of.over) this.#need(need, to, "over when");
    if (part.kind === "task") {
      for (const need of part.of.when) this.#need(need, to, "when");
      for (const [kind, words] of SIGNALS) this.#signals(part.of[kind], to, words);
    }
  }

  /** `words` say what a need is for, where it isn't needed to begin. */
  #need(need: Need, to: number, words: string | undefined): void {
    if ("node" in need) {
      const from = this.#places.get(need.node);
      if (from !== undefined) this.#edge(from, to, words);
      return;
    }
    if (!("condition" in need)) {
      this.#edge(this.#condition(need), to, words ?? "from");
      return;
    }
    const tests = this.#testsOfParts(need.condition);
    if (tests === undefined) {
      const at = this.#condition(need);
      for (const name of namesOf([need])) this.#edge(this.#places.get(name), at, undefined);
      this.#edge(at, to, words ?? "needs");
    }
    for (const { from, is } of tests ?? []) this.#edge(from, to, joined(words, is));
  }

  /** What is told by the status of other parts. Facts tell as much of almost every task, and are left out. */
  #signals(signals: readonly Signal[], to: number, words: string): void {
    for (const need of signals.flatMap((s) => ("holds" in s ? s.holds : []))) {
      const tests = "condition" in need ? this.#testsOfParts(need.condition) : undefined;
      for (const { from, is } of tests ?? []) this.#edge(from, to, joined(words, is), true);
      if (tests !== undefined) continue;
      for (const name of namesOf([need])) this.#edge(this.#places.get(name), to, words, true);
    }
  }

  /** Tests that must all hold, each on the status of a part; undefined where the condition is anything else. */
  #testsOfParts({ join, tests }: Condition): { from: number; is: string | undefined }[] | undefined {
    if (join === "or" && tests.length > 1) return undefined;
    const found: { from: number; is: string | undefined }[] = [];
    for (const test of tests) {
      const from = "test" in test ? this.#places.get(partIn(test) ?? "") : undefined;
      if (from === undefined || !("test" in test) || test.test !== "is") return undefined;
      found.push({ from, is: isWords(test) });
    }
    return found;
  }

  #condition(need: Exclude<Need, { node: string }>): number {
    const text = "evidence" in need ? `evidence \`${need.evidence}\`` : need.text;
    const known = this.#conditions.get(text);
    if (known !== undefined) return known;
    const truth = this.#progress?.holds(need);
    const state: NodeState | undefined =
      truth === undefined ? undefined : truth === "unknown" ? "Not known" : truth ? "Met" : "Not met";
    const label = text.replaceAll("`", "");
    this.nodes.push({
      kind: "condition",
      label,
      anchor: undefined,
      takes: undefined,
      informational: false,
      state,
    });
    this.#conditions.set(text, this.nodes.length - 1);
    return this.nodes.length - 1;
  }

  #edge(from: number | undefined, to: number, label: string | undefined, tells = false): void {
    const key = `${from} ${to} ${label}`;
    if (from === undefined || from === to || this.#drawn.has(key)) return;
    this.#drawn.add(key);
    this.edges.push({ from, to, label, tells });
  }
}

function nodeOf({ kind, of }: Part, anchor: string, state: NodeState | undefined): GraphNode {
  const takes = "takes" in of && of.takes !== undefined ? durationText(of.takes) : undefined;
  const informational = kind === "task" && (of as Task).informational;
  return { kind, label: of.name, anchor, takes, informational, state };
}

function stateOf({ kind, of }: Part, progress: Progress | undefined): NodeState | undefined {
  if (kind === "task" && progress?.isReady(of.name) === true) return "Ready";
  return progress?.statusOf(of.name);
}

function partIn(test: Test): string | undefined {
  return "subject" in test && test.subject.of === "fact" ? test.subject.name : undefined;
}

/** "is Fail", "is not Pass"; nothing where the part must have passed or been waived, as with every plain need. */
function isWords({ values, negated }: Extract<Test, { test: "is" }>): string | undefined {
  const plain = values.length === 2 && values.includes("Pass") && values.includes("Waived");
  return plain && !negated ? undefined : `is ${negated ? "not " : ""}${values.join(" or ")}`;
}

function joined(...words: readonly (string | undefined)[]): string | undefined {
  const said = words.filter((w) => w !== undefined);
  return said.length === 0 ? undefined : said.join(" ");
}
