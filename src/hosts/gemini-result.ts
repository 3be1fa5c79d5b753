// How a tool of Gemini CLI ended. Its shell tool says so in words, behind the output of the command.
import type { HostResult } from "./host.ts";
import { field, isRecord, textField } from "./json.ts";
import { byExitStatus, withOutput } from "./requests.ts";

/** Lines that the shell tool writes behind the output. Nothing that a command prints can stand below them. */
const TRAILER = /^(Error|Exit Code|Signal|Background PIDs|Process Group PGID): (.*)$/;

/** Reads `tool_response`: an `error` is a failure; without one, other tools have succeeded. */
export function geminiResult(isShell: boolean, response: unknown): HostResult {
  if (!isRecord(response)) return { status: "unknown" };
  const text = textOf(field(response, "llmContent"));
  const error = field(response, "error");
  if (error !== undefined && error !== null) return withOutput({ status: "failed" }, text ?? message(error));
  if (!isShell) return withOutput({ status: "succeeded" }, text);
  return text === undefined ? { status: "unknown" } : shellResult(text);
}

/**
 * Older versions always give the exit status, newer ones only one that isn't 0: there the last line, which tells the
 * process group, shows that the trailer is whole. A command that was cancelled has none, so its own words end the text.
 */
function shellResult(text: string): HostResult {
  if (!/^(?:Output|Command): /.test(text)) return { status: "unknown", output: text };
  const lines = text.split("\n");
  const trailer = new Map<string, string>();
  let at = lines.length - 1;
  for (; at > 0; at--) {
    const [, key = "", value = ""] = TRAILER.exec(lines[at] ?? "") ?? [];
    if (key === "" || trailer.has(key)) break;
    trailer.set(key, value.trim());
  }
  const output = lines.slice(0, at + 1).join("\n");
  const status = trailer.get("Exit Code");
  const isNone = (value: string | undefined): boolean => value === undefined || value === "(none)";
  if (status !== undefined && /^\d{1,10}$/.test(status) && isNone(trailer.get("Signal")))
    return withOutput(byExitStatus(Number(status)), output);
  if (!isNone(trailer.get("Signal"))) return withOutput({ status: "failed" }, output);
  const isWhole = text.startsWith("Output: ") && trailer.has("Process Group PGID");
  const isClean = isWhole && status === undefined && isNone(trailer.get("Error"));
  return withOutput(isClean ? byExitStatus(0) : { status: "unknown" }, output);
}

/** Text as the model reads it: a string, one part, or a list of one. */
function textOf(content: unknown): string | undefined {
  if (typeof content === "string") return content;
  const part: unknown = Array.isArray(content) && content.length === 1 ? content[0] : content;
  return isRecord(part) ? textField(part, "text") : undefined;
}

function message(error: unknown): string | undefined {
  if (typeof error === "string") return error;
  return isRecord(error) ? textField(error, "message") : undefined;
}
