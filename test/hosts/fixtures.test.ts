// Each host's recorded inputs and answers: read, denied, asked about and passed over.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { host, printed, read, short } from "./support.ts";

interface Recorded {
  readonly stdout: object | "";
}

interface Fixture {
  readonly agent: string;
  readonly event: string;
  readonly stdin: Readonly<Record<string, unknown>>;
  readonly deny: Recorded;
  readonly ask?: Recorded;
  readonly pass?: Recorded;
}

const fixtures = JSON.parse(readFileSync("test/hosts/fixtures.json", "utf8")) as Fixture[];
const RULES = {
  deny: "- **Never** run `fleetctl run --all`.\n",
  ask: "- **Ask before** running `fleetctl run`.\n",
};
const isMcp = (f: Fixture): boolean => f.event === "beforeMCPExecution";
const isPowerShell = (f: Fixture): boolean => f.stdin["tool_name"] === "PowerShell";

/** What was printed, with its reasons taken back to the recorded `R`. */
function withoutReasons(text: string): unknown {
  const reasons = ["permissionDecisionReason", "reason", "user_message", "agent_message", "systemMessage"];
  return JSON.parse(text, (key: string, value: unknown) => {
    if (!reasons.includes(key)) return value;
    expect(String(value)).toContain("fleetctl");
    return "R";
  });
}

describe.each(fixtures.map((f) => [`${f.agent} ${f.event}`, f] as const))("%s", (_, fixture) => {
  const { agent, stdin, deny, ask, pass } = fixture;

  test("is read", () => {
    const [action] = short(read(agent, stdin));
    expect(action).toMatch(isMcp(fixture) ? /^tool mcp__fleet__run_vm/ : /: fleetctl run --all$/);
  });

  test.runIf(!isMcp(fixture))("deny", () => {
    const text = printed(agent, stdin, RULES.deny);
    // PowerShell text is not read: it is asked about as soon as it names a governed tool.
    const expected = isPowerShell(fixture) ? fixtures[0]?.ask : deny;
    expect(withoutReasons(text)).toEqual(expected?.stdout);
  });

  test.runIf(!isMcp(fixture))("ask, or deny where the host can't", () => {
    const text = printed(agent, stdin, RULES.ask);
    const can = host(agent).can.ask;
    const asked = ask ?? { stdout: JSON.parse(JSON.stringify(deny.stdout).replace('"deny"', '"ask"')) };
    expect(withoutReasons(text)).toEqual(can ? asked.stdout : deny.stdout);
    expect(text.includes("can't ask")).toBe(!can);
  });

  test("pass is silence", () => {
    const text = printed(agent, stdin, "- **Never** run `other`.\n");
    expect(text).toBe(host(agent).silence);
    if (pass !== undefined) expect(text === "" ? "" : JSON.parse(text)).toEqual(pass.stdout);
  });

  test("the recorded forms are those that are written", () => {
    const { write } = host(agent);
    expect(JSON.parse(write({ type: "deny", reason: "R" }, "before"))).toEqual(deny.stdout);
    if (ask !== undefined)
      expect(JSON.parse(write({ type: "ask", reason: "R" }, "before"))).toEqual(ask.stdout);
  });

  test("with U+FEFF in front", () => {
    const text = printed(agent, `\ufeff${JSON.stringify(stdin)}`, "- **Never** run `other`.\n");
    expect(text).toBe(host(agent).silence);
  });
});
