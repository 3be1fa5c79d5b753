// Sessions of Claude Code: ~/.claude/projects/*/*.jsonl, and what `claude -p --output-format stream-json` prints.
import { CLAUDE_TOOLS } from "../claude-code.ts";
import { field, isRecord, type JsonRecord, recordsField, textField } from "../json.ts";
import { readCall } from "../tool-call.ts";
import type { Proposed, TranscriptFormat } from "./transcript.ts";

/** Lines that hold no id of a session. */
const OTHERS = new Set(["summary", "file-history-snapshot", "queue-operation"]);

export const claudeTranscript: TranscriptFormat = {
  host: "claude-code",
  recognises: (line) => {
    if (!isRecord(line)) return false;
    const type = textField(line, "type");
    if (type === undefined) return false;
    return OTHERS.has(type) || textField(line, "sessionId", "session_id") !== undefined;
  },
  reader: () => {
    let cwd: string | undefined;
    return {
      read: (line) => {
        if (!isRecord(line)) return [];
        cwd = textField(line, "cwd") ?? cwd;
        return [line, inProgress(line)].flatMap((l) => (l === undefined ? [] : callsOf(l, cwd)));
      },
    };
  },
};

/** What a subagent says, as a line of the session that it works for. */
function inProgress(line: JsonRecord): JsonRecord | undefined {
  const data = field(line, "data");
  const message = isRecord(data) ? field(data, "message") : undefined;
  return field(line, "type") === "progress" && isRecord(message) ? message : undefined;
}

function callsOf(line: JsonRecord, cwd: string | undefined): Proposed[] {
  const message = field(line, "message");
  if (field(line, "type") !== "assistant" || !isRecord(message)) return [];
  const uses = recordsField(message, "content").filter((block) => field(block, "type") === "tool_use");
  return uses.map((use) => {
    const id = textField(use, "id");
    const name = textField(use, "name");
    if (name === undefined) return { id, name: "?", actions: [], problem: "a call without a name" };
    const read = readCall({ name, input: field(use, "input"), cwd, files: undefined }, CLAUDE_TOOLS);
    return "problem" in read ? { id, name, actions: [], problem: read.problem } : { id, name, ...read };
  });
}
