// The MCP server, asked by the SDK's own client over the built command line.
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { describe, expect, onTestFinished, test } from "vitest";
import type { TestProject } from "../support/project.ts";
import { BYLAW, pin, served, start, trust, until } from "../support/served.ts";

interface Result {
  readonly isError: boolean;
  readonly text: string;
  readonly texts: readonly string[];
  readonly data: Record<string, unknown>;
}

interface Connected {
  readonly client: Client;
  readonly ask: (name: string, input: object) => Promise<Result>;
}

async function connect(project: TestProject, words: readonly string[] = []): Promise<Connected> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [BYLAW, "mcp", ...words],
    cwd: project.folder,
    stderr: "pipe",
  });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  onTestFinished(() => client.close());
  // The client holds answers against the output schemas once it has the list.
  await client.listTools();
  const ask = async (name: string, input: object): Promise<Result> => {
    const result = await client.callTool({ name, arguments: { ...input } });
    const texts = (result.content as { text: string }[]).map((c) => c.text);
    return {
      isError: result.isError === true,
      text: texts[0] ?? "",
      texts,
      data: (result.structuredContent ?? {}) as Record<string, unknown>,
    };
  };
  return { client, ask };
}

describe("the server", () => {
  test("says what it is, and reminds of the rules", async () => {
    const { client } = await connect(await served());
    expect(client.getServerVersion()?.name).toBe("bylaw");
    expect(client.getInstructions()).toContain("Always pass `--wait` to `deployctl`.");
    expect(client.getInstructions()?.length).toBeLessThan(3_000);
  });

  test("lists its tools with strict schemas and honest hints", async () => {
    const { client } = await connect(await served());
    const { tools } = await client.listTools();
    expect(tools.map((t) => t.name)).toEqual([
      "check",
      "next",
      "decide",
      "find",
      "runbook",
      "explain",
      "report_skeleton",
      "check_report",
      "propose_plan",
      "propose_learning",
    ]);
    for (const tool of tools) {
      expect(tool.inputSchema.additionalProperties).toBe(false);
      expect(tool.outputSchema?.type).toBe("object");
      expect(tool.annotations?.readOnlyHint).toBe(!tool.name.startsWith("propose"));
    }
  });

  test("checks as the command line does", async () => {
    const project = await served();
    const { ask } = await connect(project);
    for (const command of ["deployctl --region a", "deployctl --wait", "deployctl apply --wait", "ls"]) {
      const { out } = await project.bylaw(["check", command, "--format", "json"]);
      const answer = await ask("check", { command });
      expect(answer.data).toEqual(JSON.parse(out));
      expect(answer.text).toBe((await project.bylaw(["check", command])).out);
    }
  });

  test("answers as the command line does", async () => {
    const CASES: readonly (readonly [string, object, readonly string[]])[] = [
      ["next", { playbook: "release" }, ["next", "release"]],
      [
        "next",
        { playbook: "release", state: { tasks: { build: { status: "Pass" } } } },
        ["next", "release", "--state", "state.json"],
      ],
      ["decide", { table: "lane", values: { size: "large" } }, ["decide", "lane", "size=large"]],
      ["decide", { table: "lane" }, ["decide", "lane"]],
      ["find", { text: "DeployStalled" }, ["find", "DeployStalled"]],
      ["runbook", { name: "stalled", set: { region: "a" } }, ["runbook", "stalled", "--set", "region=a"]],
      [
        "check_report",
        { report: "summary", text: "RESULT\nperhaps\n" },
        ["check", "--report", "summary", "report.txt"],
      ],
      ["check", { tool: "x", input: { a: [1] } }, ["check", "--tool", "x", "--input", '{"a":[1]}']],
    ];
    const project = await served({
      "state.json": JSON.stringify({ tasks: { build: { status: "Pass" } } }),
      "report.txt": "RESULT\nperhaps\n",
    });
    const { ask } = await connect(project);
    for (const [name, input, words] of CASES) {
      const { out } = await project.bylaw([...words, "--format", "json"]);
      const answer = await ask(name, input);
      expect(answer.isError, name).toBe(false);
      expect(answer.data, name).toEqual(JSON.parse(out));
    }
  });

  test("explains rules, findings and verdicts", async () => {
    const { ask } = await connect(await served());
    expect((await ask("explain", { rule: "wait-for-health" })).text).toContain("Always pass `--wait`");
    expect((await ask("explain", { rule: "unreadable" })).text).toContain("could not be understood");
    expect((await ask("explain", { command: "deployctl" })).data["verdict"]).toMatchObject({
      decision: "deny",
    });
    expect(await ask("explain", { rule: "wait-for-helth" })).toMatchObject({ isError: true });
  });

  test("prints a report's skeleton", async () => {
    const project = await served();
    const { ask } = await connect(project);
    const { out } = await project.bylaw(["report", "summary"]);
    expect((await ask("report_skeleton", { report: "summary" })).data["skeleton"]).toBe(out);
  });

  test("stores a plan, whose key only the person gets", async () => {
    const project = await served();
    const { ask } = await connect(project);
    const plan = { run: "s", commands: ["deployctl --wait", "deployctl apply --wait"] };
    const first = await ask("propose_plan", plan);
    expect(first.data).toMatchObject({ status: "waits", steps: 2 });
    expect(JSON.stringify(first)).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    // Asking again makes no second plan, and the key that was shown stays good.
    const before = project.files(".bylaw/runs").map((f) => project.read(f));
    expect((await ask("propose_plan", plan)).data).toMatchObject({ status: "waits" });
    expect(project.files(".bylaw/runs").map((f) => project.read(f))).toEqual(before);
    const listed = await project.bylaw(["approve"], "", { person: true });
    expect(listed.out).toContain("run s, by mcp");
    expect((await ask("propose_plan", { run: "s", commands: ["deployctl"] })).data["status"]).toBe("denied");
  });

  test("proposes a learning that a person accepts", async () => {
    const project = await served();
    const { ask } = await connect(project);
    const before = project.read("learnings/deploy.md");
    const answer = await ask("propose_learning", {
      title: "It tore everything down",
      sentence: "Never run `deployctl destroy`.",
      because: "nothing brings it back.",
      blocks: ["deployctl destroy --wait"],
      date: "2026-04-01",
      file: "learnings/deploy.md",
    });
    expect(answer.text).toContain("bylaw learn accept 2026-04-01-it-tore-everything-down");
    expect(project.read("learnings/deploy.md")).toBe(before);
    const name = String(answer.data["name"]);
    expect((await project.bylaw(["learn", "accept", name])).err).toContain("needs a person");
    expect((await project.bylaw(["learn", "accept", name], "", { person: true })).status).toBe(0);
    expect(project.read("learnings/deploy.md")).toBe(`${before}\n${String(answer.data["entry"])}`);
    await trust(project);
    expect((await ask("check", { command: "deployctl destroy --wait" })).data["decision"]).toBe("deny");
  });

  test("refuses a learning that can't stand beside the others, with the line that settles it", async () => {
    const project = await served();
    const { ask } = await connect(project);
    const { isError, texts } = await ask("propose_learning", {
      title: "Waiting hangs",
      sentence: "Never pass `--wait` to `deployctl`.",
      date: "2026-04-01",
      file: "learnings/deploy.md",
    });
    expect(isError).toBe(true);
    expect(texts[0]).toContain("can't both be kept");
    expect(JSON.parse(texts[1] ?? "")).toMatchObject({
      code: "conflict",
      settle: "Supersedes: `wait-for-health`",
    });
    expect(project.files(".bylaw").some((f) => f.includes("proposals"))).toBe(false);
  });
});

describe("bad and hostile input", () => {
  const deep = JSON.parse(`${'{"a":'.repeat(200)}1${"}".repeat(200)}`) as object;
  const CASES: readonly (readonly [string, string, object, string])[] = [
    ["an unknown key", "check", { command: "ls", polcy: "x" }, 'Unrecognized key: "polcy"'],
    ["the wrong type", "check", { command: 1 }, "command: "],
    ["neither command nor tool", "check", {}, "expected command or tool"],
    ["both command and tool", "check", { command: "ls", tool: "x" }, "expected command or tool"],
    ["a command that is too long", "check", { command: "x".repeat(300_000) }, "Too big"],
    ["input that lies too deep", "check", { tool: "x", input: deep }, "deeper than 64"],
    ["very many values", "check", { tool: "x", input: { a: Array(200_000).fill(0) } }, "more than 100000"],
    ["a prototype key", "check", JSON.parse('{"tool":"x","input":{"__proto__":{"a":1}}}'), "__proto__"],
    [
      "a prototype key below",
      "decide",
      JSON.parse('{"table":"lane","values":{"__proto__":"small"}}'),
      "__proto__",
    ],
    ["an unknown fact", "check", { command: "ls", facts: { constructor: "x" } }, "there is no fact"],
    ["an unknown playbook", "next", { playbook: "relase" }, "there is no playbook relase"],
    [
      "an impossible state",
      "next",
      { playbook: "release", state: { tasks: { ship: { status: "Pass" } } } },
      "",
    ],
    [
      "a wrong status",
      "next",
      { playbook: "release", state: { tasks: { build: { status: "Done" } } } },
      "Done",
    ],
    ["a foreign value", "decide", { table: "lane", values: { size: "huge" } }, "unexpected value huge"],
    ["no words", "find", { text: "  " }, "expected an alert"],
    ["an unknown report", "check_report", { report: "sumary", text: "" }, "there is no report sumary"],
    ["a wrong time", "check", { command: "ls", now: "tomorrow" }, "tomorrow"],
    [
      "a sentence that is none",
      "propose_learning",
      { title: "t", sentence: "Never ever `x`", file: "learnings/deploy.md" },
      "nothing was written",
    ],
    [
      "a rule smuggled into the prose",
      "propose_learning",
      {
        title: "t",
        sentence: "Never run `x`.",
        prose: "- **Allow** `y`.",
        file: "learnings/deploy.md",
      },
      "prose: expected plain words, found a list",
    ],
    [
      "hidden characters",
      "propose_learning",
      { title: "t\u200b", sentence: "Never run `x`.", file: "learnings/deploy.md" },
      "which can't be seen",
    ],
    [
      "a file outside",
      "propose_learning",
      { title: "t", sentence: "Never run `x`.", file: "../learnings/a.md" },
      "is no learnings file",
    ],
  ];

  test("is refused in words, and the server goes on", async () => {
    const { ask } = await connect(await served());
    for (const [what, name, input, said] of CASES) {
      const { isError, text } = await ask(name, input);
      expect(isError, what).toBe(true);
      expect(text, what).toContain(said);
      expect(text, what).not.toMatch(/\n\s+at /);
    }
    expect((await ask("check", { command: "ls" })).data["decision"]).toBe("allow");
  });

  test("hidden characters in a command are never allowed past a rule", async () => {
    const { ask } = await connect(await served());
    expect((await ask("check", { command: "deploy\u200bctl" })).data["decision"]).not.toBe("allow");
  });

  test("an unknown tool is an error of the protocol", async () => {
    const { ask } = await connect(await served());
    await expect(ask("toString", {})).rejects.toThrow("unknown tool");
  });

  test("lines that are no messages are passed over, and only the protocol is on standard output", async () => {
    const server = start(await served(), ["mcp"]);
    const ping = '{"jsonrpc":"2.0","id":7,"method":"ping"}';
    server.child.stdin?.write(`not json\n{"a":1}\n${"[".repeat(10_000)}\n\n${ping}\n`);
    await until(() => server.out().includes('"id":7'));
    server.child.stdin?.end();
    expect(await server.ended).toBe(0);
    for (const line of server.out().trim().split("\n"))
      expect(JSON.parse(line)).toMatchObject({ jsonrpc: "2.0" });
    expect(server.err()).not.toMatch(/\n\s+at /);
  });

  test("a message without an end closes the server", async () => {
    const server = start(await served(), ["mcp"]);
    server.child.stdin?.on("error", () => undefined);
    server.child.stdin?.write("x".repeat(6 * 1024 * 1024));
    expect(await server.ended).toBe(0);
    expect(server.err()).toContain("exceeded maximum size");
  });
});

describe("a server that goes on", () => {
  test("answers many at once", async () => {
    const { ask } = await connect(await served());
    const commands = Array.from({ length: 200 }, (_, i) => `deployctl ${i % 2 === 0 ? "--wait" : ""} ${i}`);
    const answers = await Promise.all(commands.map((command) => ask("check", { command })));
    expect(answers.map((a) => a.data["decision"])).toEqual(
      commands.map((_, i) => (i % 2 === 0 ? "allow" : "deny")),
    );
  });

  test("ends with a client that goes away in the middle", async () => {
    const server = start(await served(), ["mcp"]);
    server.child.stdout?.destroy();
    const call = (id: number) =>
      `${JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: { name: "check", arguments: { command: "ls" } } })}\n`;
    server.child.stdin?.on("error", () => undefined);
    for (let id = 1; id <= 50; id++) server.child.stdin?.write(call(id));
    server.child.stdin?.destroy();
    expect(await server.ended).toBe(0);
    expect(server.err()).not.toMatch(/\n\s+at /);
  });

  test("takes up a new policy, and keeps the last good one", async () => {
    const project = await served();
    const { ask } = await connect(project);
    const decision = async (command: string) => (await ask("check", { command })).data["decision"];
    expect(await decision("deployctl stop --wait")).toBe("allow");
    project.write("learnings/more.md", "## 2026-05-01 — x\n\n- **Never** run `deployctl stop`.\n");
    await trust(project);
    expect(await decision("deployctl stop --wait")).toBe("deny");
    project.write(".bylaw/policy.json", "{");
    const broken = await ask("check", { command: "deployctl stop --wait" });
    expect(broken.data["decision"]).toBe("deny");
    expect(broken.texts[1]).toContain("The newest policy can't be used: ");
  });

  test("a policy that nobody has put in force isn't taken", async () => {
    const project = await served();
    const { ask } = await connect(project);
    const before = project.read(".bylaw/policy.json");
    project.write("learnings/more.md", "## 2026-05-01 — x\n\n- **Never** run `deployctl stop`.\n");
    await project.bylaw(["build"]);
    project.write(".bylaw/policy.json", project.read("dist/policy.json"));
    expect((await ask("check", { command: "deployctl stop --wait" })).texts[1]).toContain("trust.json");
    pin(project, before);
    expect((await ask("check", { command: "deployctl --wait" })).texts).toHaveLength(1);
  });

  test("without a policy each call says so; --policy names another", async () => {
    const project = await served();
    project.write("only/policy.json", project.read("dist/policy.json"));
    project.write(".bylaw/trust.json", "{}");
    const { ask } = await connect(project);
    expect(await ask("check", { command: "ls" })).toMatchObject({ isError: true });
    const other = await connect(project, ["--policy", "only/policy.json"]);
    expect((await other.ask("check", { command: "deployctl" })).data["decision"]).toBe("deny");
  });
});
