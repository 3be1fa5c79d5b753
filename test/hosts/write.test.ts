// What each host is told: which channel carries what, how long it may be, and that nothing in it hides.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOSTS } from "../../src/cli/hook/all-hosts.ts";
import type { HostAnswer, HostEvent } from "../../src/hosts/host.ts";
import { SCHEMAS } from "./schemas.ts";
import { host } from "./support.ts";

const EVENTS: readonly HostEvent[] = ["before", "after", "prompt", "session"];
const names = HOSTS.map((h) => h.name);

/** Holds what was written against what the host takes, and gives it back. */
function written(name: string, answer: HostAnswer, event: HostEvent): unknown {
  const text = host(name).write(answer, event);
  const schema = SCHEMAS[name]?.[event];
  if (text === "") {
    expect(host(name).silence).toBe("");
    return undefined;
  }
  const document: unknown = JSON.parse(text);
  expect(schema?.safeParse(document)).toMatchObject({ success: true });
  return document;
}

describe("the key of a plan goes to the person alone", () => {
  const deny: HostAnswer = { type: "deny", reason: "R", person: "KEY" };
  const ask: HostAnswer = { ...deny, type: "ask" };
  const claude = { hookEventName: "PreToolUse" };
  test.each<[string, HostAnswer, unknown]>([
    [
      "claude-code",
      deny,
      {
        hookSpecificOutput: { ...claude, permissionDecision: "deny", permissionDecisionReason: "R" },
        systemMessage: "KEY",
      },
    ],
    [
      "claude-code",
      ask,
      { hookSpecificOutput: { ...claude, permissionDecision: "ask", permissionDecisionReason: "R\n\nKEY" } },
    ],
    [
      "codex",
      ask,
      {
        hookSpecificOutput: { ...claude, permissionDecision: "deny", permissionDecisionReason: "R" },
        systemMessage: "KEY",
      },
    ],
    ["gemini", deny, { decision: "deny", reason: "R", systemMessage: "KEY" }],
    ["gemini", ask, { decision: "ask", reason: "R", systemMessage: "R\n\nKEY" }],
    ["cursor", deny, { permission: "deny", user_message: "R\n\nKEY", agent_message: "R" }],
    ["copilot", deny, { permissionDecision: "deny", permissionDecisionReason: "R" }],
    ["opencode", deny, { decision: "deny", reason: "R" }],
  ])("%s %j", (name, answer, expected) => {
    expect(written(name, answer, "before")).toEqual(expected);
  });

  test.each(HOSTS.filter((h) => !h.can.personChannel).map((h) => h.name))(
    "%s has no such channel",
    (name) => {
      for (const event of EVENTS) expect(host(name).write(deny, event)).not.toContain("KEY");
    },
  );
});

describe("context", () => {
  test.each<[string, HostEvent, unknown]>([
    [
      "claude-code",
      "session",
      { hookSpecificOutput: { hookEventName: "SessionStart", additionalContext: "T" } },
    ],
    [
      "codex",
      "prompt",
      { hookSpecificOutput: { hookEventName: "UserPromptSubmit", additionalContext: "T" } },
    ],
    ["vscode", "prompt", undefined],
    ["gemini", "prompt", { hookSpecificOutput: { hookEventName: "BeforeAgent", additionalContext: "T" } }],
    ["gemini", "before", {}],
    ["cursor", "session", { additional_context: "T" }],
    ["cursor", "prompt", {}],
    ["copilot", "after", { additionalContext: "T" }],
    ["copilot", "prompt", undefined],
    ["opencode", "after", { context: "T" }],
    ["opencode", "session", {}],
  ])("%s %s", (name, event, expected) => {
    expect(written(name, { type: "context", text: "T" }, event)).toEqual(expected);
  });
});

describe("nothing is stopped any more after the call: a deny is told to the agent", () => {
  test.each(names)("%s", (name) => {
    for (const event of EVENTS.slice(1)) {
      const text = JSON.stringify(written(name, { type: "deny", reason: "R" }, event) ?? {});
      expect(text).not.toMatch(/"(?:deny|block|ask)"/);
    }
  });
});

describe("texts", () => {
  const reasonOf = (reason: string): string => {
    const text = host("copilot").write({ type: "deny", reason }, "before");
    return (JSON.parse(text) as { permissionDecisionReason: string }).permissionDecisionReason;
  };
  test.each([
    ["plain", "plain"],
    ["two\nlines\tand a tab", "two\nlines\tand a tab"],
    ["a\r\nb\rc", "a\nb\\u{d}c"],
    ["\u001b[31mred\u0000", "\\u{1b}[31mred\\u{0}"],
    ["a\u200bb\u202ec\ufeffd", "a\\u{200b}b\\u{202e}c\\u{feff}d"],
    ["\u{e0041}\u00ad\u2028", "\\u{e0041}\\u{ad}\\u{2028}"],
    ["⚠️ 👩‍💻 👍🏽", "⚠️ 👩‍💻 👍🏽"],
    ["half \ud83d of one", "half \\u{d83d} of one"],
    ["", "Bylaw stops this call."],
    [" \n", "Bylaw stops this call."],
  ])("%j", (given, expected) => {
    expect(reasonOf(given)).toBe(expected);
  });

  test.each(names)("%s: long ones are cut between characters", (name) => {
    for (const long of [
      "x".repeat(50_000),
      "😀".repeat(25_000),
      `a${"😀".repeat(25_000)}`,
      "\u200b".repeat(50_000),
    ]) {
      for (const event of EVENTS) {
        written(name, { type: "context", text: long }, event);
        const text = JSON.stringify(
          written(name, { type: "deny", reason: long, person: `KEY ${long}` }, event) ?? "",
        );
        expect(text).not.toMatch(/\\ud[89a-f]/);
      }
    }
  });

  test("the person's text is not pushed out by a long reason", () => {
    const text = host("claude-code").write(
      { type: "ask", reason: "x".repeat(50_000), person: "KEY" },
      "before",
    );
    expect(text).toContain("KEY");
  });
});

test("whatever is said, each host gets one document of its own keys", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constant(""));
  const answers: fc.Arbitrary<HostAnswer> = fc.oneof(
    fc.record({ type: fc.constant("context" as const), text }),
    fc.record({ type: fc.constantFrom("deny" as const, "ask" as const), reason: text, person: text }),
    fc.record({ type: fc.constantFrom("deny" as const, "ask" as const), reason: text }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), answers, fc.constantFrom(...EVENTS), (name, answer, event) => {
      const document = JSON.stringify(written(name, answer, event) ?? {});
      expect(document).not.toMatch(/"(?:permissionDecision|permission|decision)":"allow"/);
      // A call that is to be stopped is: never silence, and never another decision.
      if (event === "before" && answer.type === "deny") expect(document).toMatch(/"deny"/);
      if (event === "before" && answer.type === "ask") expect(document).toMatch(/"(?:ask|deny)"/);
    }),
    { numRuns: 2_000 },
  );
});
