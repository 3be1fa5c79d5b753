// What was written for agents, so that the next build knows its own: a path, its form and a hash.
import type { AgentFile } from "../../compiler/4-emit/agents/agent-file.ts";
import { isRecord } from "../../hosts/json.ts";
import { sha256 } from "../node-tools.ts";

/** Where it stands: in the project, and in the output folder. */
export const LOCK = ".bylaw/agents.lock.json";
export const OUTPUT_LOCK = "agents.lock.json";

type Form = AgentFile["form"];

export interface Locked {
  readonly form: Form;
  /** Of what we wrote, with line feeds, whatever Git makes of them. */
  readonly hash: string;
}

/** Reads a lock file. What isn't understood counts as not written by us: such a file is never touched. */
export function readLock(text: string | undefined): Map<string, Locked> {
  const locked = new Map<string, Locked>();
  let data: unknown;
  try {
    data = JSON.parse(text ?? "{}");
  } catch {
    return locked;
  }
  const files = isRecord(data) ? data["files"] : undefined;
  if (!isRecord(files)) return locked;
  for (const [path, entry] of Object.entries(files)) {
    const { form, hash } = isRecord(entry) ? entry : {};
    const isForm = form === "block" || form === "whole" || form === "settings";
    const isInside = !path.split("/").includes("..") && !path.startsWith("/") && !/^[A-Za-z]:|\\/.test(path);
    if (isForm && typeof hash === "string" && isInside) locked.set(path, { form, hash });
  }
  return locked;
}

/** The lock file's text, in the order of paths. */
export function printLock(locked: ReadonlyMap<string, Locked>): string {
  const files = Object.fromEntries([...locked].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ schemaVersion: 1, files }, null, 2)}\n`;
}

/** The hash of a text of ours. */
export function hashOf(text: string): string {
  return sha256(text.replace(/\r\n?/g, "\n").trim());
}
