// --serve: pages from memory on this machine, and a reload when a source has changed.
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { compileProject } from "../../src/cli/compile-project.ts";
import { makeSite } from "../../src/cli/site/make.ts";
import { serveSite } from "../../src/cli/site/serve.ts";
import type { SiteFile } from "../../src/site/page.ts";
import { DEPLOY, TestProject } from "../support/project.ts";

test("serves, builds anew, tells the page, and ends", async () => {
  const folder = new TestProject({ "learnings/deploy.md": DEPLOY });
  const make = async (): Promise<readonly SiteFile[] | undefined> => {
    const result = compileProject(folder.folder);
    return "problem" in result ? undefined : makeSite(result, COMMANDS, { search: false });
  };
  const result = compileProject(folder.folder);
  if ("problem" in result) throw new Error("no project");
  let told = "";
  let begun: (at: { address: string; stop: () => void }) => void = () => {};
  const ready = new Promise<{ address: string; stop: () => void }>((done) => {
    begun = done;
  });
  const ended = serveSite({
    project: result.project,
    files: (await make()) ?? [],
    port: 0,
    terminal: {
      cwd: folder.folder,
      env: {},
      person: false,
      color: { out: false, err: false },
      out: (text) => {
        told += text;
      },
      err: (text) => {
        told += text;
      },
      input: () => new Uint8Array(),
      line: () => "",
    },
    make,
    started: (address, stop) => begun({ address, stop }),
  });
  const { address, stop } = await ready;
  const text = async (path: string): Promise<string> => (await fetch(new URL(path, address))).text();
  expect(await text("")).toContain('<script src="/~bylaw/reload.js"></script>');
  expect(await text("rules/wait-for-health.html")).toContain("a deployment that nobody watches fails");
  expect((await fetch(new URL("..%2f..%2fetc/passwd", address))).status).toBe(404);
  expect((await fetch(new URL("package.json", address))).status).toBe(404);
  const events = await fetch(new URL("~bylaw/events", address));
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain("here");
  folder.write("learnings/deploy.md", DEPLOY.replace("nobody watches fails", "nobody watches breaks"));
  expect((await reader?.read())?.value).toContain("data: reload");
  expect(await text("rules/wait-for-health.html")).toContain("a deployment that nobody watches breaks");
  stop();
  expect(await ended).toBe(0);
  expect(told).toMatch(/^serving http:\/\/127\.0\.0\.1:\d+\/\nbuilt anew\n/);
});
