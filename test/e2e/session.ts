// A session of an agent in front of a project with a policy in force, in its host's wire format.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { answer } from "../../src/cli/hook/answer.ts";
import { DEFAULT_OPTIONS, type HookOptions } from "../../src/cli/hook/hook-options.ts";
import { hostNamed } from "../../src/cli/hook/hosts.ts";
import { ledgerBeside, worldOf } from "../../src/cli/hook/world.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { printPolicy } from "../../src/policy/revision.ts";
import type { LedgerEvent, Policy } from "../../src/policy/types.ts";
import { compileFiles } from "../support/compile.ts";

/** What a hook said: nothing, or a decision with its texts. */
export interface Said {
  readonly decision: "silence" | "ask" | "deny" | "context";
  /** For the agent, and with `ask` for the person. */
  readonly text: string;
  /** For the person alone. */
  readonly person: string;
}

const known = new Map<string, Policy>();

/** The policy of sources, compiled once. Throws where they hold an error. */
function compiled(files: Readonly<Record<string, string>>, settings: object): Policy {
  const key = JSON.stringify([files, settings]);
  const { policy, diagnostics } = known.has(key)
    ? { policy: known.get(key), diagnostics: [] }
    : compileFiles(files, settings);
  const errors = diagnostics.filter((d) => d.severity === "error");
  if (policy === undefined || errors.length > 0)
    throw new Error(errors.map((d) => `${d.source.line}: ${d.message}`).join("\n"));
  known.set(key, policy);
  return policy;
}

/** A folder with `.bylaw/policy.json` and the pin that puts it in force. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), "bylaw-session-"));
  readonly policy = join(this.folder, ".bylaw", "policy.json");

  constructor(files: Readonly<Record<string, string>>, settings: object = {}) {
    onTestFinished(() => rmSync(this.folder, { recursive: true, force: true }));
    mkdirSync(join(this.folder, ".bylaw"));
    this.trust(files, settings);
  }

  /** Compiles sources, and puts what comes of them in force. */
  trust(files: Readonly<Record<string, string>>, settings: object = {}): void {
    const policy = compiled(files, settings);
    writeFileSync(this.policy, printPolicy(policy));
    const history = [{ revision: policy.revision, at: "2026-06-01T00:00:00Z", by: "person", how: "first" }];
    writeFileSync(
      join(this.folder, ".bylaw", "trust.json"),
      JSON.stringify({ schemaVersion: 1, revision: policy.revision, history }),
    );
  }

  ledger(): Ledger {
    return ledgerBeside(this.policy, sha256);
  }

  /** Everything that stands in ledger files. */
  written(): string {
    const folder = join(this.folder, ".bylaw", "runs");
    return readdirSync(folder)
      .map((f) => readFileSync(join(folder, f), "utf8"))
      .join("\n");
  }

  /** A session of the sort of Claude Code and Codex. */
  session(
    host: "claude-code" | "codex" = "claude-code",
    id = "session-1",
    options: Partial<HookOptions> = {},
  ): Session {
    return new Session(this, host, id, { ...DEFAULT_OPTIONS, ...options });
  }
}

export class Session {
  readonly project: Project;
  readonly host: "claude-code" | "codex";
  readonly id: string;
  readonly options: HookOptions;
  #calls = 0;

  constructor(project: Project, host: "claude-code" | "codex", id: string, options: HookOptions) {
    this.project = project;
    this.host = host;
    this.id = id;
    this.options = options;
  }

  start(source = "startup"): Said {
    return this.send({ hook_event_name: "SessionStart", source });
  }

  /** A command is about to run. */
  before(command: string, call = `call-${++this.#calls}`): Said {
    return this.send({ hook_event_name: "PreToolUse", ...bash(command), tool_use_id: call });
  }

  /** A command has ended; `background` where it goes on. */
  after(command: string, exitStatus: number | "background" = 0, call = `call-${this.#calls}`): Said {
    const common = { ...bash(command), tool_use_id: call };
    if (this.host === "codex")
      return this.send({ hook_event_name: "PostToolUse", ...common, tool_response: "" });
    if (typeof exitStatus === "number" && exitStatus !== 0)
      return this.send({
        hook_event_name: "PostToolUseFailure",
        ...common,
        error: `Exit code ${exitStatus}`,
      });
    const background = exitStatus === "background" ? { backgroundTaskId: "b1" } : {};
    const tool_response = { stdout: "", stderr: "", interrupted: false, isImage: false, ...background };
    return this.send({ hook_event_name: "PostToolUse", ...common, tool_response });
  }

  /** A command that is let through, runs and ends. */
  run(command: string, exitStatus: number | "background" = 0): Said {
    const said = this.before(command);
    if (said.decision === "silence" || said.decision === "context") this.after(command, exitStatus);
    return said;
  }

  prompt(prompt: string, source: string | undefined = "user"): Said {
    return this.send({
      hook_event_name: "UserPromptSubmit",
      prompt,
      ...(source === undefined ? {} : { source }),
    });
  }

  send(input: object): Said {
    const host = hostNamed(this.host);
    if (host === undefined) throw new Error("no such host");
    const world = worldOf(this.project.policy, {
      input: () => JSON.stringify({ session_id: this.id, cwd: this.project.folder, ...input }),
      sha256,
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      regex,
      options: this.options,
    });
    return said(answer(host, world));
  }

  events(): readonly LedgerEvent[] {
    return this.project.ledger().read(this.id)?.events ?? [];
  }
}

/** Reads an answer of the shape that Claude Code and Codex share. */
export function said(text: string): Said {
  if (text === "") return { decision: "silence", text: "", person: "" };
  const answer = JSON.parse(text) as {
    systemMessage?: string;
    hookSpecificOutput: {
      permissionDecision?: "ask" | "deny";
      permissionDecisionReason?: string;
      additionalContext?: string;
    };
  };
  const { permissionDecision, permissionDecisionReason, additionalContext } = answer.hookSpecificOutput;
  return {
    decision: permissionDecision ?? "context",
    text: permissionDecisionReason ?? additionalContext ?? "",
    person: answer.systemMessage ?? (permissionDecision === "ask" ? (permissionDecisionReason ?? "") : ""),
  };
}

/** The key in a text for a person. */
export function keyIn(text: string): string {
  const key = /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/.exec(text)?.[0];
  if (key === undefined) throw new Error(`no key in: ${text}`);
  return key;
}

function bash(command: string): object {
  return { tool_name: "Bash", tool_input: { command } };
}
