// The requests that the pages about the servers show are sent, and answered as they say.
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { localService } from "../../src/cli/service/local-service.ts";
import { serveHttp } from "../../src/server/http/serve.ts";
import { isOperation } from "../../src/server/mcp/tools.ts";
import { call, type Service } from "../../src/server/service/service.ts";
import { TestProject } from "../support/project.ts";
import { trust } from "../support/served.ts";

const TOKEN = "a-token-for-the-pages";

async function service(page: string): Promise<Service> {
  const source = /```markdown\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const project = new TestProject({ "learnings/deploy.md": source });
  await trust(project);
  return localService(join(project.folder, ".bylaw/policy.json"), project.folder, () => undefined);
}

function blocks(page: string, language: string): string[] {
  return [...page.matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap((m) =>
    m[1] === language ? [m[2] ?? ""] : [],
  );
}

test("the calls of tools in docs/mcp.md are answered", async () => {
  const page = readFileSync("docs/mcp.md", "utf8");
  const own = await service(page);
  const calls = blocks(page, "json")
    .map((text) => JSON.parse(text) as { name?: string; arguments?: object })
    .filter((c) => c.name !== undefined);
  expect(calls).toHaveLength(3);
  for (const { name = "", arguments: input } of calls) {
    if (!isOperation(name)) expect.unreachable();
    expect(call(own, name, input).text).not.toBe("");
  }
});

test("the requests in docs/serve.md are answered as shown", async () => {
  const page = readFileSync("docs/serve.md", "utf8");
  const server = await serveHttp(await service(page), {
    token: TOKEN,
    listen: { port: 0, host: "127.0.0.1" },
  });
  onTestFinished(() => server.stop());
  const shown = blocks(page, "text").filter((text) => /^(GET|POST) /.test(text));
  expect(shown).toHaveLength(5);
  for (const text of shown) {
    const parts = text.trim().split("\n\n");
    const [method = "", path = ""] = (parts[0] ?? "").split(" ");
    const body = parts.length === 3 ? parts[1] : undefined;
    const [, status, said] = /^(\d+) (.+)$/.exec(parts.at(-1) ?? "") ?? [];
    const reply = await send(server.port ?? 0, method, path, body);
    expect(String(reply.status), text).toBe(status);
    expect(reply.text, text).toContain(said);
  }
});

function send(
  port: number,
  method: string,
  path: string,
  body: string | undefined,
): Promise<{ readonly status: number | undefined; readonly text: string }> {
  const headers = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (piece: Buffer) => {
        text += piece.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
