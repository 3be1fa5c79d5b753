// Reads the state of a playbook's run: YAML or JSON, with the place of everything that is wrong in it.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { isNode, LineCounter, parseDocument, visit } from "yaml";
import { validateState } from "../../policy/generated/validators.js";
import type { State } from "../../policy/types.ts";
import { UsageError } from "../command.ts";
import { shownPath } from "./paths.ts";

/** The largest state that is read, in bytes, and how deep its values may lie in each other. */
const MAX_BYTES = 1_000_000;
const MAX_DEPTH = 8;

/** A state, and the way to say where something in it stands. */
export interface StateFile {
  readonly state: State;
  /** A usage error at the place of a key, or the nearest one above it. */
  readonly refuse: (path: readonly string[], message: string) => UsageError;
}

/** Reads and validates a state file. Every scalar stays text: `4.20` is no number. */
export function readStateFile(path: string, cwd: string): StateFile {
  const shown = shownPath(resolve(cwd, path), cwd);
  const text = readText(resolve(cwd, path), shown);
  const counter = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = counter.linePos(offset);
    return `${shown}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const document = parse(text, counter, shown);
  const [broken] = document.errors;
  if (broken !== undefined) throw new UsageError(`${at(broken.pos[0])} ${broken.message.split("\n")[0]}`);
  visit(document, (_key, node, above) => {
    const start = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    const anchor = isNode(node) && "anchor" in node && node.anchor !== undefined;
    const alias = isNode(node) && "source" in node && node.constructor.name === "Alias";
    if (anchor || alias) throw new UsageError(`${at(start)} a state has no anchors and aliases`);
    if (above.length > MAX_DEPTH * 2) throw new UsageError(`${at(start)} this lies too deep for a state`);
  });
  const refuse = (keys: readonly string[], message: string): UsageError => {
    for (let length = keys.length; length > 0; length--) {
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node) && node.range !== undefined && node.range !== null)
        return new UsageError(`${at(node.range[0])} ${message}`);
    }
    return new UsageError(`${at(0)} ${message}`);
  };
  const data: unknown = document.toJS() ?? {};
  if (validateState(data)) return { state: data, refuse };
  throw invalid(data, refuse);
}

function parse(text: string, lineCounter: LineCounter, shown: string) {
  try {
    return parseDocument(text, { schema: "failsafe", lineCounter, stringKeys: true, prettyErrors: false });
  } catch {
    throw new UsageError(`${shown}:1:1 this can't be read as YAML or JSON`);
  }
}

function readText(path: string, shown: string): string {
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      throw new UsageError(`${shown} has ${size} bytes, a state has at most ${MAX_BYTES}`);
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "it is not UTF-8 text";
    throw new UsageError(`can't read ${shown}: ${code === "ENOENT" ? "there is no such file" : code}`);
  }
}

/** The first thing that doesn't fit the schema; of a status, the ones that there are. */
function invalid(data: unknown, refuse: StateFile["refuse"]): UsageError {
  const errors = validateState.errors ?? [];
  const isExtra = (e: (typeof errors)[number]): number => ("additionalProperty" in (e.params ?? {}) ? 1 : 0);
  const [deepest] = [...errors].sort(
    (a, b) => b.instancePath.length - a.instancePath.length || isExtra(b) - isExtra(a),
  );
  const keys = (deepest?.instancePath ?? "")
    .split("/")
    .slice(1)
    .map((k) => k.replaceAll("~1", "/").replaceAll("~0", "~"));
  const params = deepest?.params ?? {};
  if ("additionalProperty" in params && typeof params.additionalProperty === "string") {
    const extra = params.additionalProperty;
    return refuse([...keys, extra], `unexpected key ${JSON.stringify(extra)}`);
  }
  const statuses = errors.flatMap((e) => {
    const allowed =
      e.params !== undefined && "allowedValues" in e.params ? e.params.allowedValues : undefined;
    return Array.isArray(allowed) ? [allowed.join(", ")] : [];
  });
  const found = JSON.stringify(keys.reduce<unknown>(below, data)) ?? "nothing";
  const wanted = statuses[0] === undefined ? (deepest?.message ?? "is not valid") : `expected ${statuses[0]}`;
  return refuse(keys, `unexpected ${found.slice(0, 80)}, ${wanted}`);
}

function below(value: unknown, key: string): unknown {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
