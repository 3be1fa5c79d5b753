// Reads the state of a playbook's run: YAML or JSON, with the place of everything that is wrong in it.
import { closeSync, openSync, readSync } from "node:fs";
import { resolve } from "node:path";
import { validateState } from "../../policy/generated/validators.js";
import type { State } from "../../policy/types.ts";
import { UsageError } from "../command.ts";
import { shownPath } from "./paths.ts";
import { type Placed, parsePlaced } from "./placed-yaml.ts";

/** The largest state that is read, in bytes. */
const MAX_BYTES = 1_000_000;

/** A state, and the way to say where something in it stands. */
export interface StateFile {
  readonly state: State;
  readonly refuse: Placed["refuse"];
}

/** Reads and validates a state file. Every scalar stays text: `4.20` is no number. */
export function readStateFile(path: string, cwd: string): StateFile {
  const shown = shownPath(resolve(cwd, path), cwd);
  return readState(readText(resolve(cwd, path), shown), shown);
}

/** Reads and validates the text of a state; `shown` is its path for messages. */
export function readState(text: string, shown: string): StateFile {
  const { data, refuse } = parsePlaced(text, shown, "a state");
  const state = withoutEmpty(data);
  if (validateState(state)) return { state, refuse };
  throw invalid(state, refuse);
}

/** A text of bounded size, from a file or a pipe. */
function readText(path: string, shown: string): string {
  const chunks: Buffer[] = [];
  try {
    const file = openSync(path, "r");
    try {
      let size = 0;
      for (;;) {
        const chunk = Buffer.alloc(65_536);
        const read = readSync(file, chunk);
        if (read === 0) break;
        chunks.push(chunk.subarray(0, read));
        size += read;
        if (size > MAX_BYTES) throw new UsageError(`${shown} has more than ${MAX_BYTES} bytes`);
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      ENOTDIR: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "it may not be read",
      ELOOP: "it is a link that leads to itself",
    };
    throw new UsageError(
      `can't read the state ${shown}: ${Object.hasOwn(reasons, code) ? reasons[code] : code}`,
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UsageError(`can't read the state ${shown}: it is not UTF-8 text`);
  }
}

/** `tasks:` with nothing behind it says nothing. */
function withoutEmpty(data: unknown): unknown {
  if (data === null || typeof data !== "object" || Array.isArray(data)) return data === "" ? {} : data;
  return Object.fromEntries(
    Object.entries(data).filter(([key, value]) => value !== "" || !["tasks", "facts"].includes(key)),
  );
}

/** The first thing that doesn't fit the schema; of a status, the ones that there are. */
function invalid(data: unknown, refuse: Placed["refuse"]): UsageError {
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
    const comment = /^(?:\/\/|\/\*)/.test(extra);
    const message = comment
      ? "JSON has no comments; in YAML they begin with #"
      : `unexpected key ${shortened(extra)}, expected ${knownKeys(keys)}`;
    return refuse([...keys, extra], message, "key");
  }
  const statuses = errors.flatMap((e) => {
    const allowed =
      e.params !== undefined && "allowedValues" in e.params ? e.params.allowedValues : undefined;
    return Array.isArray(allowed) ? [allowed.join(", ")] : [];
  });
  const found = keys.reduce<unknown>(below, data);
  const isMap = found !== null && typeof found === "object" && !Array.isArray(found);
  const lacks = errors.some((e) => "missingProperty" in (e.params ?? {}));
  if (isMap && lacks) return refuse(keys, "expected a status in it, such as status: Pass");
  const expected = statuses[0] ?? EXPECTED[keys.length] ?? "a text";
  return refuse(keys, `unexpected ${shortened(found)}, expected ${expected}`);
}

const EXPECTED = ["the keys tasks and facts", "names with their values", "a text"];

function knownKeys(path: readonly string[]): string {
  if (path.length === 0) return "playbook, tasks or facts";
  return path[0] === "tasks" && path.length === 2 ? "status, at, by, evidence or captures" : "no key";
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function below(value: unknown, key: string): unknown {
  if (value === null || typeof value !== "object" || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
