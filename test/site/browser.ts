// Debian's Chromium, and a server of files below a base path, as a site would lie on somebody's server.
import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { SiteFile } from "../../src/site/page.ts";

const BASE = "/some/where/";
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
};

/** Starts the browser. Fails with a sentence where there is none: these tests are never skipped. */
export async function launch(): Promise<Browser> {
  return await chromium.launch({
    executablePath: browserPath(),
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

function browserPath(): string {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // Not under this name.
    }
  }
  throw new Error("these tests need Chromium: install it, for example with `apt-get install chromium`");
}

/** A site that is served, and what went wrong in pages that were opened. */
export class Served {
  readonly problems: string[] = [];
  readonly #server: Server;
  readonly #browser: Browser;
  readonly #contexts: BrowserContext[] = [];

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(site: ReadonlyMap<string, SiteFile["content"]>, browser: Browser): Promise<Served> {
    const server = createServer((request, response) => {
      const [path = ""] = (request.url ?? "").split(/[?#]/, 1);
      const content = path.startsWith(BASE)
        ? site.get(decodeURIComponent(path.slice(BASE.length)))
        : undefined;
      const kind = path.slice(path.lastIndexOf(".") + 1);
      response.writeHead(content === undefined ? 404 : 200, {
        "content-type": TYPES[kind] ?? "application/octet-stream",
      });
      response.end(content ?? "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return new Served(server, browser);
  }

  /** The address of a page. */
  address(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${BASE}${path}`;
  }

  /** A new visitor; errors on the console and requests to anywhere else are kept in `problems`. */
  async visitor(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    const context = await this.#browser.newContext({ reducedMotion: "reduce", ...options });
    this.#contexts.push(context);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") this.problems.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.problems.push(`${page.url()}: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(this.address("")))
        this.problems.push(`${page.url()} asked for ${request.url()}`);
    });
    return page;
  }

  async stop(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await new Promise((done) => this.#server.close(done));
  }
}
