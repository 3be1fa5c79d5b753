// YAML or JSON as plain data in which every scalar is text, with the place of everything in it.
import { isAlias, isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit } from "yaml";
import { UsageError } from "../command.ts";
import { excerpt } from "../print/excerpt.ts";

/** How deep values may lie in each other. */
const MAX_DEPTH = 8;

/** Data, and the way to say where something in it stands. */
export interface Placed {
  readonly data: unknown;
  /** A usage error at a key (its value where `at` says so), or at the nearest one above it that is there. */
  readonly refuse: (path: readonly string[], message: string, at?: "key" | "value") => UsageError;
}

/**
 * Parses a text; `shown` is the path for messages, `what` the kind of file, with its article. What YAML knows beside
 * maps, lists and texts is refused: anchors, aliases, tags, several documents, and keys that stand there twice.
 */
export function parsePlaced(text: string, shown: string, what: string): Placed {
  const lineCounter = new LineCounter();
  const lines = text.split(/\r?\n/);
  const refuseAt = (start: number, end: number, message: string): UsageError => {
    const { line, col } = lineCounter.linePos(start);
    const [row, column] = [Math.max(line, 1), Math.max(col, 1)];
    const shownLine = lines[row - 1] ?? "";
    const width = Math.min(end, start + shownLine.length - column + 1) - start;
    const carets = excerpt(String(row), shownLine, column - 1, column - 1 + Math.max(width, 1));
    return new UsageError([`${shown}:${row}:${column} ${message}`, ...carets].join("\n"));
  };
  const parse = () => {
    try {
      // The library's own look for keys that stand there twice takes quadratic time.
      const options = {
        schema: "failsafe",
        stringKeys: true,
        prettyErrors: false,
        uniqueKeys: false,
      } as const;
      return parseDocument(text, { ...options, lineCounter });
    } catch {
      throw new UsageError(`${shown}:1:1 this can't be read as YAML or JSON`);
    }
  };
  const document = parse();
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [start, end] = broken.pos;
    throw refuseAt(start, end, `this can't be read as YAML or JSON: ${broken.message.split("\n")[0]}`);
  }
  const refuseNode = (node: Node, message: string): UsageError => {
    const [start = 0, end = start] = node.range ?? [];
    return refuseAt(start, end, message);
  };
  visit(document, (_key, node, above) => {
    if (!isNode(node)) return;
    const anchored = "anchor" in node && node.anchor !== undefined;
    if (anchored || isAlias(node)) throw refuseNode(node, `${what} has no anchors and aliases`);
    if (node.tag !== undefined) throw refuseNode(node, `${what} has no tags such as ${node.tag}`);
    if (above.length > MAX_DEPTH * 2) throw refuseNode(node, `this lies too deep for ${what}`);
    if (!isMap(node)) return;
    const keys = new Set<string>();
    for (const { key } of node.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      if (keys.has(name)) throw refuseNode(key, `the key ${JSON.stringify(name)} stands here twice`);
      keys.add(name);
    }
  });
  const refuse: Placed["refuse"] = (path, message, at = "value") => {
    let node: unknown = document.contents;
    let place: unknown = node;
    for (const name of path) {
      const pair = isMap(node)
        ? node.items.find(({ key }) => isScalar(key) && key.value === name)
        : undefined;
      if (pair === undefined) break;
      node = pair.value;
      const isEmpty = !isNode(node) || (isScalar(node) && node.value === "" && node.type === "PLAIN");
      place = at === "key" || isEmpty ? pair.key : node;
    }
    return isNode(place) ? refuseNode(place, message) : refuseAt(0, 1, message);
  };
  return { data: document.toJS() ?? {}, refuse };
}
