// The HTTP server over real sockets: what it answers, whom it refuses, and how it ends.
import { statSync } from "node:fs";
import { Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { localService } from "../../src/cli/service/local-service.ts";
import { type HttpOptions, type RunningServer, serveHttp } from "../../src/server/http/serve.ts";
import type { TestProject } from "../support/project.ts";
import { served, start, trust, until } from "../support/served.ts";

const TOKEN = "a-token-for-tests-0123456789";

interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly data: Record<string, unknown>;
}

interface Given {
  readonly method?: string;
  readonly body?: string | object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly agent?: Agent;
}

function ask(
  at: number | string,
  path: string,
  { method, body, headers = {}, agent }: Given = {},
): Promise<Reply> {
  const text = typeof body === "object" ? JSON.stringify(body) : body;
  const place = typeof at === "number" ? { host: "127.0.0.1", port: at } : { socketPath: at };
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        ...place,
        path,
        agent: agent ?? false,
        method: method ?? (text === undefined ? "GET" : "POST"),
        headers: {
          authorization: `Bearer ${TOKEN}`,
          ...(text === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
      },
      (response) => {
        let got = "";
        response.on("data", (piece: Buffer) => {
          got += piece.toString();
        });
        response.on("end", () => {
          const isJson = /json/.test(response.headers["content-type"] ?? "") && got.startsWith("{");
          const data = isJson ? JSON.parse(got) : {};
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: got, data });
        });
      },
    );
    sent.on("error", reject);
    sent.end(text);
  });
}

interface Listening {
  readonly project: TestProject;
  readonly server: RunningServer;
  readonly port: number;
  readonly refusals: string[];
}

async function listening(options: Partial<HttpOptions> = {}): Promise<Listening> {
  const project = await served();
  const refusals: string[] = [];
  const path = join(project.folder, ".bylaw/policy.json");
  const service = localService(path, project.folder, (problem) => void refusals.push(problem));
  const server = await serveHttp(service, {
    token: TOKEN,
    listen: { port: 0, host: "127.0.0.1" },
    ...options,
  });
  onTestFinished(() => server.stop());
  return { project, server, port: server.port ?? 0, refusals };
}

describe("endpoints", () => {
  test("answer as the command line does", async () => {
    const { project, port } = await listening();
    project.write("state.json", '{"tasks":{"build":{"status":"Pass"}}}');
    project.write("report.txt", "RESULT\nperhaps\n");
    const cases: readonly (readonly [string, object, readonly string[]])[] = [
      ["/v1/check", { command: "deployctl" }, ["check", "deployctl"]],
      ["/v1/check", { tool: "x" }, ["check", "--tool", "x"]],
      ["/v1/next", { playbook: "release" }, ["next", "release"]],
      [
        "/v1/next",
        { playbook: "release", state: { tasks: { build: { status: "Pass" } } } },
        ["next", "release", "--state", "state.json"],
      ],
      ["/v1/decide", { table: "lane", values: { size: "small" } }, ["decide", "lane", "size=small"]],
      ["/v1/find", { text: "DeployStalled" }, ["find", "DeployStalled"]],
      ["/v1/runbook", { name: "stalled" }, ["runbook", "stalled"]],
      [
        "/v1/check-report",
        { report: "summary", text: "RESULT\nperhaps\n" },
        ["check", "--report", "summary", "report.txt"],
      ],
    ];
    for (const [path, body, words] of cases) {
      const reply = await ask(port, path, { body });
      expect(reply.status, path).toBe(200);
      expect(reply.text, path).toBe((await project.bylaw([...words, "--format", "json"])).out);
    }
    expect((await ask(port, "/v1/explain", { body: { rule: "wait-for-health" } })).data["inForce"]).toBe(
      true,
    );
    expect((await ask(port, "/v1/report-skeleton", { body: { report: "summary" } })).data["skeleton"]).toBe(
      (await project.bylaw(["report", "summary"])).out,
    );
  });

  test("2,000 checks at once come to what the command line says", { timeout: 60_000 }, async () => {
    const { project, port } = await listening();
    const commands = ["deployctl", "deployctl --wait", "deployctl apply --wait", "ls; deployctl", "ls"];
    const expected: string[] = [];
    for (const c of commands) expected.push((await project.bylaw(["check", c, "--format", "json"])).out);
    const agent = new Agent({ keepAlive: true, maxSockets: 50 });
    onTestFinished(() => agent.destroy());
    const replies = await Promise.all(
      Array.from({ length: 2_000 }, (_, i) =>
        ask(port, "/v1/check", { body: { command: commands[i % 5] ?? "" }, agent }),
      ),
    );
    expect(replies.map((r) => r.text)).toEqual(replies.map((_, i) => expected[i % 5]));
    const metrics = (await ask(port, "/metrics")).text;
    expect(metrics).toContain('bylaw_http_requests_total{endpoint="/v1/check",status="200"} 2000');
    expect(metrics).toContain('bylaw_verdicts_total{decision="deny"} 800');
    expect(metrics).toContain("bylaw_http_request_seconds_count 2000");
  });

  test("the policy has a strong ETag", async () => {
    const { project, port } = await listening();
    const first = await ask(port, "/v1/policy");
    const etag = first.headers.etag ?? "";
    expect(first.text).toBe(project.read(".bylaw/policy.json"));
    expect(etag).toBe(`"${String(first.data["revision"])}"`);
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await ask(port, "/v1/policy", { headers: { "if-none-match": known } });
      expect(again).toMatchObject({ status: 304, text: "" });
      expect(again.headers.etag).toBe(etag);
    }
    expect((await ask(port, "/v1/policy", { headers: { "if-none-match": '"x"' } })).status).toBe(200);
    expect(await ask(port, "/v1/policy", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  });

  test("metrics are in Prometheus' format", async () => {
    const { port } = await listening();
    const { text, headers } = await ask(port, "/metrics");
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    for (const line of text.trimEnd().split("\n"))
      expect(line).toMatch(
        /^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.]+)$/,
      );
  });

  test("a host's hook gets the host's answer", async () => {
    const { port } = await listening();
    const call = (command: string) => ({
      session_id: "s",
      hook_event_name: "PreToolUse",
      tool_name: "Bash",
      tool_input: { command },
    });
    const denied = await ask(port, "/v1/hook/claude-code", { body: call("deployctl") });
    expect(denied.data["hookSpecificOutput"]).toMatchObject({ permissionDecision: "deny" });
    expect(await ask(port, "/v1/hook/claude-code", { body: call("ls") })).toMatchObject({
      status: 200,
      text: "",
    });
    expect((await ask(port, "/v1/hook/nobody", { body: {} })).status).toBe(404);
  });

  test("a message over HTTP approves nothing, whoever is said to have sent it", async () => {
    const { port } = await listening();
    const call = (event: string, more: object) => ({ session_id: "s", hook_event_name: event, ...more });
    const apply = call("PreToolUse", {
      tool_name: "Bash",
      tool_input: { command: "deployctl apply --wait" },
    });
    const asked = await ask(port, "/v1/hook/claude-code", { body: apply });
    expect(asked.data["hookSpecificOutput"]).toMatchObject({ permissionDecision: "ask" });
    const said = call("UserPromptSubmit", { prompt: "go ahead", source: "user" });
    const answer = await ask(port, "/v1/hook/claude-code", { body: said });
    expect(answer.text).toContain("has taken this message for no approval");
    expect(
      (await ask(port, "/v1/hook/claude-code", { body: apply })).data["hookSpecificOutput"],
    ).toMatchObject({
      permissionDecision: "ask",
    });
  });

  test.each<readonly [string, Given]>([
    ["not JSON", { body: "{" }],
    ["no token", { body: "{}", headers: { authorization: "" } }],
    ["too large", { body: "x".repeat(3 * 1024 * 1024) }],
    ["a wrong token", { body: "{}", headers: { authorization: "Bearer wrong" } }],
  ])("a hook call that can't be looked at is denied in the host's form: %s", async (_, given) => {
    const { port } = await listening();
    const reply = await ask(port, "/v1/hook/claude-code", given);
    expect(reply.status).toBe(200);
    expect(reply.data["hookSpecificOutput"]).toMatchObject({ permissionDecision: "deny" });
  });
});

describe("refusals", () => {
  const deep = `{"tool":"x","input":${'{"a":'.repeat(300)}1${"}".repeat(300)}}`;
  const check = { command: "ls" };
  const cases: readonly (readonly [string, string, Given, number, string])[] = [
    ["no token", "/v1/check", { body: check, headers: { authorization: "" } }, 401, "unauthorized"],
    [
      "a wrong token",
      "/v1/check",
      { body: check, headers: { authorization: "Bearer x" } },
      401,
      "unauthorized",
    ],
    ["another scheme", "/v1/health", { headers: { authorization: `Basic ${TOKEN}` } }, 401, "unauthorized"],
    ["no token for metrics", "/metrics", { headers: { authorization: "" } }, 401, "unauthorized"],
    ["a foreign host", "/v1/check", { body: check, headers: { host: "evil.example" } }, 403, "foreign-host"],
    [
      "a foreign host for a hook",
      "/v1/hook/codex",
      { body: {}, headers: { host: "evil.example" } },
      403,
      "foreign-host",
    ],
    [
      "a host without the port",
      "/v1/check",
      { body: check, headers: { host: "127.0.0.1" } },
      403,
      "foreign-host",
    ],
    [
      "a foreign origin",
      "/v1/check",
      { body: check, headers: { origin: "https://evil.example" } },
      403,
      "foreign-origin",
    ],
    ["a null origin", "/v1/check", { body: check, headers: { origin: "null" } }, 403, "foreign-origin"],
    ["an unknown path", "/v1/nothing", { body: check }, 404, "not-found"],
    ["a path of the prototype", "/constructor", { body: check }, 404, "not-found"],
    ["a way up", "/v1/hook/../policy", { body: check }, 404, "not-found"],
    ["GET where POST is", "/v1/check", {}, 405, "wrong-method"],
    ["DELETE", "/v1/policy", { method: "DELETE" }, 405, "wrong-method"],
    [
      "a form",
      "/v1/check",
      { body: "a=1", headers: { "content-type": "text/plain" } },
      415,
      "wrong-content-type",
    ],
    ["no JSON", "/v1/check", { body: "{" }, 400, "not-json"],
    ["an empty body", "/v1/check", { body: "" }, 400, "not-json"],
    ["JSON that is deep", "/v1/check", { body: deep }, 400, "too-deep"],
    ["brackets alone", "/v1/check", { body: "[".repeat(1_000_000) }, 400, "too-deep"],
    ["a large body", "/v1/check", { body: "x".repeat(3_000_000) }, 413, "too-large"],
    ["a prototype key", "/v1/check", { body: '{"command":"ls","__proto__":{}}' }, 400, "invalid-request"],
    ["an unknown key", "/v1/check", { body: { command: "ls", x: 1 } }, 400, "invalid-request"],
    ["a list", "/v1/check", { body: "[]" }, 400, "invalid-request"],
    ["an unknown playbook", "/v1/next", { body: { playbook: "x" } }, 422, "bad-request"],
  ];

  test("are problems with our codes", async () => {
    const { port } = await listening();
    for (const [what, path, given, status, code] of cases) {
      const reply = await ask(port, path, given);
      expect(reply.status, what).toBe(status);
      expect(reply.headers["content-type"], what).toBe("application/problem+json");
      expect(reply.data, what).toMatchObject({ type: "about:blank", status, code });
      expect(reply.text, what).not.toMatch(/\n\s+at |node_modules/);
    }
    expect((await ask(port, "/v1/check")).headers.allow).toBe("POST");
    const own = { origin: `http://127.0.0.1:${port}`, host: `localhost:${port}` };
    expect((await ask(port, "/v1/check", { body: check, headers: own })).status).toBe(200);
  });

  test("a client that is slow is let go", async () => {
    const { port } = await listening({ slow: 300 });
    const heads = ["", "POST /v1/check HTTP/1.1\r\n", `${head(port, 100)}{"comm`];
    for (const text of heads) {
      const socket = raw(port);
      if (text !== "") socket.write(text);
      await new Promise((done) => socket.once("close", done));
    }
    expect((await ask(port, "/v1/check", { body: check })).status).toBe(200);
  });
});

describe("the policy on the disk", () => {
  test("is taken up when it changes, and the last good one is kept", async () => {
    const { project, port, refusals } = await listening();
    const decision = async () =>
      (await ask(port, "/v1/check", { body: { command: "deployctl stop --wait" } })).data["decision"];
    expect(await decision()).toBe("allow");
    const first = (await ask(port, "/v1/policy")).headers.etag;
    project.write("learnings/more.md", "## 2026-05-01 — x\n\n- **Never** run `deployctl stop`.\n");
    const revision = await trust(project);
    expect(await decision()).toBe("deny");
    expect((await ask(port, "/v1/policy")).headers.etag).toBe(`"${revision}"`);
    expect(first).not.toBe(`"${revision}"`);
    for (const broken of ["{", "", '{"schemaVersion":99}']) {
      project.write(".bylaw/policy.json", broken);
      expect(await decision()).toBe("deny");
      expect((await ask(port, "/v1/health")).data).toMatchObject({ status: "stale", revision });
    }
    expect(refusals).toHaveLength(3);
    expect((await ask(port, "/metrics")).text).toContain("bylaw_policy_stale 1");
    await trust(project);
    expect((await ask(port, "/v1/health")).data).toEqual({ status: "ok", revision });
  });
});

describe("the process", () => {
  const words = ["serve", "--port", "0"];
  const portOf = (out: string) => Number(/listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(out)?.[1]);

  test("finishes what runs on SIGTERM, and takes no more", async () => {
    const server = start(await served(), words, { BYLAW_TOKEN: TOKEN });
    await until(() => server.out().includes("\n"));
    const port = portOf(server.out());
    const body = '{"command":"deployctl"}';
    const socket = raw(port);
    let got = "";
    socket.on("data", (data: Buffer) => {
      got += data.toString();
    });
    socket.write(head(port, body.length) + body.slice(0, 5));
    await ask(port, "/v1/health");
    server.child.kill("SIGTERM");
    expect(await refused(port)).toBe(true);
    socket.write(body.slice(5));
    expect(await server.ended).toBe(0);
    expect(got).toContain("HTTP/1.1 200 OK");
    expect(got).toContain('"decision": "deny"');
    expect(got.toLowerCase()).toContain("connection: close");
  });

  test("a second SIGTERM ends it at once", async () => {
    const server = start(await served(), words, { BYLAW_TOKEN: TOKEN });
    await until(() => server.out().includes("\n"));
    const port = portOf(server.out());
    const socket = raw(port);
    socket.write(`${head(port, 100)}{`);
    await ask(port, "/v1/health");
    server.child.kill("SIGTERM");
    expect(await refused(port)).toBe(true);
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(1);
  });

  test("makes a token that only its user may read", async () => {
    const project = await served();
    const server = start(project, words, { BYLAW_TOKEN: undefined });
    await until(() => server.out().includes("\n"));
    const file = join(project.folder, ".bylaw/cache/serve.token");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(project.read(".bylaw/cache/.gitignore")).toBe("*\n");
    const token = project.read(".bylaw/cache/serve.token").trim();
    expect(server.out()).not.toContain(token);
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(portOf(server.out()), "/v1/health", { headers })).data["status"]).toBe("ok");
  });

  test("listens on a socket for its user alone, and takes it away", async () => {
    const project = await served();
    const server = start(project, ["serve", "--socket", "s.sock"], { BYLAW_TOKEN: TOKEN });
    await until(() => server.out().includes("\n"));
    const socket = join(project.folder, "s.sock");
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    expect((await ask(socket, "/v1/check", { body: { command: "deployctl" } })).data["decision"]).toBe(
      "deny",
    );
    expect((await ask(socket, "/v1/health", { headers: { origin: "http://localhost" } })).status).toBe(403);
    const second = start(project, ["serve", "--socket", "s.sock"], { BYLAW_TOKEN: TOKEN });
    expect(await second.ended).toBe(2);
    expect(second.err()).toContain("it is in use");
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(project.files()).not.toContain("s.sock");
  });

  test.each<readonly [string, readonly string[], object, string]>([
    ["another address", ["--host", "0.0.0.0"], {}, "expected 127.0.0.1 or ::1"],
    ["a port that is none", ["--port", "70000"], {}, "unexpected --port 70000"],
    ["a short token", ["--port", "0"], { BYLAW_TOKEN: "short" }, "the token in BYLAW_TOKEN is no good"],
    [
      "a token that others may read",
      ["--port", "0", "--token-file", "token"],
      {},
      "others may read the token",
    ],
    ["a file where the socket would be", ["--socket", "bylaw.config.json"], {}, "no socket"],
    ["no policy", ["--policy", "none.json"], {}, "the policy can't be used"],
  ])("%s is refused", async (_, more, env, said) => {
    const project = await served({ token: `${TOKEN}\n`, "bylaw.config.json": "{}" });
    const server = start(project, ["serve", ...more], env);
    expect(await server.ended).toBe(2);
    expect(server.err()).toContain(said);
    expect(server.err()).not.toMatch(/\n\s+at /);
  });
});

function head(port: number, length: number): string {
  return `POST /v1/check HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${TOKEN}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
}

function raw(port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  socket.resume();
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Waits until nothing is listening on a port any more. */
async function refused(port: number): Promise<boolean> {
  for (let n = 0; n < 500; n++) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => {
        socket.destroy();
        done(true);
      });
      socket.once("error", () => done(false));
    });
    if (!open) return true;
    await new Promise((done) => setTimeout(done, 10));
  }
  return false;
}
