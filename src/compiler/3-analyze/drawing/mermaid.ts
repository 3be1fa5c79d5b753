// Reads the flowcharts of Mermaid: nodes with their labels, links in all their spellings, subgraphs. What it can't read
// makes the whole drawing unreadable, so that nothing wrong is said of it.
import type { Drawn } from "./drawn.ts";

/** How many lines are read, and how long a line may be. */
const MOST_LINES = 5_000;
const MOST_LENGTH = 2_000;

/** Statements that draw no arrow. */
const OTHER = /^(?:classDef|class|style|linkStyle|click|direction|accTitle|accDescr|title)\b/;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")", "{": "}", ">": "]" };

/** What a flowchart draws; undefined for any other drawing, and where something can't be read. */
export function readMermaid(text: string): Drawn | undefined {
  const lines = withoutFrontmatter(text.split("\n")).filter((line) => !/^\s*(?:%%|$)/.test(line));
  const [head = "", ...body] = lines;
  const opening = /^\s*(?:graph|flowchart)(?:-elk)?\b[ \t]*(?:TB|TD|BT|RL|LR|[<>^v])?[ \t]*(;.*)?$/.exec(
    head,
  );
  if (opening === null || lines.length > MOST_LINES || lines.some((l) => l.length > MOST_LENGTH))
    return undefined;
  const reader = new Flowchart();
  return [opening[1] ?? "", ...body].every((line) => reader.line(line)) ? reader.drawn() : undefined;
}

function withoutFrontmatter(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (lines[first]?.trim() !== "---") return lines;
  const end = lines.findIndex((line, i) => i > first && line.trim() === "---");
  return end < 0 ? lines : lines.slice(end + 1);
}

class Flowchart {
  readonly #words = new Map<string, string[]>();
  readonly #arrows: [string, string][] = [];
  readonly #lines: [string, string][] = [];
  /** The nodes of each subgraph, and those that are open. */
  readonly #inside = new Map<string, Set<string>>();
  readonly #open: string[] = [];

  /** Reads a line; false where it can't. */
  line(line: string): boolean {
    let rest = line.trim();
    while (rest !== "") {
      const subgraph = /^subgraph\b[ \t]*(.*)$/.exec(rest);
      if (subgraph !== null) return this.#subgraph(subgraph[1] ?? "");
      if (/^end\b[ \t]*;?$/.test(rest)) return this.#open.pop() !== undefined;
      if (OTHER.test(rest)) return true;
      const after = this.#chain(rest);
      if (after === undefined) return false;
      rest = after;
    }
    return true;
  }

  drawn(): Drawn {
    const ends = (id: string): string[] => [...(this.#inside.get(id) ?? [id])];
    const spread = (pairs: readonly [string, string][]): [string, string][] =>
      pairs.flatMap(([from, to]) => ends(from).flatMap((f) => ends(to).map((t): [string, string] => [f, t])));
    return {
      nodes: new Map([...this.#words].map(([id, words]) => [id, { words: [...words, id] }])),
      arrows: spread(this.#arrows),
      lines: spread(this.#lines),
      headed: true,
    };
  }

  #subgraph(text: string): boolean {
    const id = /^[^\s[("]+/.exec(text)?.[0] ?? text;
    this.#open.push(id);
    if (id !== "" && !this.#inside.has(id)) this.#inside.set(id, new Set());
    return true;
  }

  /** Nodes joined by links, up to the end of the line or a semicolon; gives what is left of the line. */
  #chain(text: string): string | undefined {
    let [nodes, rest] = this.#nodes(text) ?? [];
    while (nodes !== undefined && rest !== undefined) {
      rest = rest.trimStart();
      if (rest === "" || rest.startsWith(";")) return rest.replace(/^[;\s]+/, "");
      const link = readLink(rest);
      const next: [string[], string] | undefined = link === undefined ? undefined : this.#nodes(link.rest);
      if (link === undefined || next === undefined) return undefined;
      for (const from of nodes)
        for (const to of next[0])
          if (link.head === "forth") this.#arrows.push([from, to]);
          else if (link.head !== "hidden") this.#lines.push([from, to]);
      [nodes, rest] = next;
    }
    return undefined;
  }

  /** `a & b`: nodes that a link joins alike. */
  #nodes(text: string): [string[], string] | undefined {
    const ids: string[] = [];
    let rest = text;
    for (;;) {
      const node = this.#node(rest.trimStart());
      if (node === undefined) return undefined;
      ids.push(node[0]);
      rest = node[1];
      if (!/^\s*&/.test(rest)) return [ids, rest];
      rest = rest.trimStart().slice(1);
    }
  }

  /** `id`, `id[label]`, `id("label")`, `id{{label}}`, `id:::class`, `id@{ shape: x, label: "y" }`. */
  #node(text: string): [string, string] | undefined {
    const id = /^(?:[\p{L}\p{N}_./#]|-(?=[\p{L}\p{N}_]))+/u.exec(text)?.[0];
    if (id === undefined) return undefined;
    let rest = text.slice(id.length);
    const words = this.#words.get(id) ?? [];
    this.#words.set(id, words);
    for (const open of this.#open) this.#inside.get(open)?.add(id);
    if (rest.startsWith("@{")) {
      const end = endOf(rest, 1);
      if (end === undefined) return undefined;
      const label = /\blabel:\s*"([^"]*)"/.exec(rest.slice(0, end))?.[1];
      if (label !== undefined) words.push(firstLine(label));
      rest = rest.slice(end);
    } else if (Object.hasOwn(CLOSING, rest[0] ?? "")) {
      const end = endOf(rest, 0);
      if (end === undefined) return undefined;
      words.push(firstLine(rest.slice(0, end)));
      rest = rest.slice(end);
    }
    return [id, rest.replace(/^:::[\w-]+/, "")];
  }
}

/** Where a label ends that opens at a place, quotes in it seen through. */
function endOf(text: string, at: number): number | undefined {
  const stack: string[] = [];
  for (let i = at; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === '"') {
      const end = text.indexOf('"', i + 1);
      if (end < 0) return undefined;
      i = end;
    } else if (char === stack[stack.length - 1]) {
      stack.pop();
      if (stack.length === 0) return i + 1;
    } else if (Object.hasOwn(CLOSING, char) && (char !== ">" || i === at)) stack.push(CLOSING[char] ?? "");
    else if (stack.length === 0) return undefined;
  }
  return undefined;
}

function firstLine(label: string): string {
  const bare = label.replace(/[[\](){}"/\\|`]/g, " ").replace(/^\s*>/, "");
  return (bare.split(/<br\s?\/?\s?>|\\n/)[0] ?? "").trim();
}

interface Link {
  readonly head: "forth" | "none" | "hidden";
  readonly rest: string;
}

/** A link with its label: `-->`, `---`, `==>`, `-.->`, `--x`, `<-->`, `-- text -->`, `-->|text|`, `~~~`. */
function readLink(text: string): Link | undefined {
  const whole =
    /^(<|[xo](?=[-=]))?(?:-{2,20}([>xo](?![\p{L}\p{N}])|>)|-{3,20}|={2,20}([>xo](?![\p{L}\p{N}])|>)|={3,20}|-\.{1,20}-([>xo](?![\p{L}\p{N}])|>)?|~{3,20})/u.exec(
      text,
    );
  if (whole !== null) {
    const [found, back, ...heads] = whole;
    const label = /^\s*\|[^|]*\|/.exec(text.slice(found.length))?.[0] ?? "";
    const rest = text.slice(found.length + label.length);
    if (found.startsWith("~")) return { head: "hidden", rest };
    const forth = heads.some((h) => h !== undefined);
    return { head: forth && back === undefined ? "forth" : "none", rest };
  }
  const opening = /^(<|[xo](?=[-=]))?(--|==|-\.)(?=[^-=.>])/.exec(text);
  if (opening === null) return undefined;
  const [found, back, bar = ""] = opening;
  const body = text.slice(found.length);
  const closing = bar === "--" ? "--" : bar === "==" ? "==" : ".-";
  const at = body.indexOf(closing);
  const end = at < 0 ? null : /^\.?[-=]{1,20}([>xo](?![\p{L}\p{N}])|>)?/u.exec(body.slice(at));
  if (end === null) return undefined;
  return {
    head: end[1] !== undefined && back === undefined ? "forth" : "none",
    rest: body.slice(at + end[0].length),
  };
}
