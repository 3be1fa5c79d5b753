// What each host takes from a hook, as strict as its documentation and code are: known keys, known values, no more.
import { z } from "zod";
import type { HostEvent } from "../../src/hosts/host.ts";

const text = z.string().min(1).max(10_000);
const filled = text.regex(/\S/);
const nothing = z.strictObject({});

const claudeContext = (hookEventName: string) =>
  z.strictObject({
    hookSpecificOutput: z.strictObject({
      hookEventName: z.literal(hookEventName),
      additionalContext: z.string().max(10_000),
    }),
    systemMessage: z.string().max(10_000).optional(),
  });
const claudeDecision = (decisions: readonly ["deny", ..."ask"[]]) =>
  z.strictObject({
    hookSpecificOutput: z.strictObject({
      hookEventName: z.literal("PreToolUse"),
      permissionDecision: z.enum(decisions),
      permissionDecisionReason: filled,
    }),
    systemMessage: z.string().max(10_000).optional(),
  });
const claude = (decisions: readonly ["deny", ..."ask"[]]): Schemas => ({
  before: z.union([claudeDecision(decisions), claudeContext("PreToolUse")]),
  after: claudeContext("PostToolUse"),
  prompt: claudeContext("UserPromptSubmit"),
  session: claudeContext("SessionStart"),
});

const geminiContext = (hookEventName: string) =>
  z.strictObject({
    hookSpecificOutput: z.strictObject({
      hookEventName: z.literal(hookEventName),
      additionalContext: z.string().max(10_000),
    }),
    systemMessage: z.string().max(10_000).optional(),
  });

const added = z.strictObject({ additional_context: z.string().max(10_000) });
const bytes = z.string().refine((t) => Buffer.byteLength(t) <= 10_240);
const copilotAdded = z.strictObject({ additionalContext: bytes });

/** What may be printed at each event; undefined where nothing at all. */
type Schemas = Readonly<Record<HostEvent, z.ZodType | undefined>>;

export const SCHEMAS: Readonly<Record<string, Schemas>> = {
  "claude-code": claude(["deny", "ask"]),
  codex: claude(["deny"]),
  vscode: claude(["deny", "ask"]),
  gemini: {
    before: z.union([
      nothing,
      z.strictObject({
        decision: z.enum(["deny", "ask"]),
        reason: filled,
        systemMessage: z.string().max(10_000).optional(),
      }),
    ]),
    after: geminiContext("AfterTool"),
    prompt: geminiContext("BeforeAgent"),
    session: geminiContext("SessionStart"),
  },
  cursor: {
    before: z.union([
      nothing,
      z.strictObject({ permission: z.enum(["deny", "ask"]), user_message: filled, agent_message: filled }),
    ]),
    after: added,
    prompt: nothing,
    session: added,
  },
  copilot: {
    before: z.strictObject({ permissionDecision: z.enum(["deny", "ask"]), permissionDecisionReason: filled }),
    after: copilotAdded,
    prompt: undefined,
    session: copilotAdded,
  },
  opencode: {
    before: z.union([nothing, z.strictObject({ decision: z.literal("deny"), reason: filled })]),
    after: z.strictObject({ context: z.string().max(10_000) }),
    prompt: nothing,
    session: nothing,
  },
};
