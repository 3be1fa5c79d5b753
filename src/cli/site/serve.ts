// Serves a site from memory on this machine alone, and builds it anew when a source changes.

import { type FSWatcher, watch } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { SiteFile } from "../../site/page.ts";
import { DEFAULT_SOURCES, type Project } from "../io/project.ts";
import { staticFolder } from "../io/sources.ts";
import { EXIT, type Terminal } from "../terminal.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  md: "text/markdown; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  wasm: "application/wasm",
};

/** Long enough for an editor to write all that it writes. */
const PAUSE = 150;

const RELOAD = 'new EventSource("/~bylaw/events").onmessage=()=>location.reload();\n';

export interface Serving {
  readonly project: Project;
  readonly files: readonly SiteFile[];
  readonly port: number;
  readonly terminal: Terminal;
  /** The files anew; undefined where the sources are broken, which it has told. */
  readonly make: () => Promise<readonly SiteFile[] | undefined>;
  /** Told where it listens, and how to end it. */
  readonly started?: (address: string, stop: () => void) => void;
}

/** Serves until the process is told to end. */
export function serveSite({ project, files, port, terminal, make, started }: Serving): Promise<number> {
  let contents = byPath(files);
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (path === "~bylaw/events") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": here\n\n");
      listeners.add(response);
      request.on("close", () => listeners.delete(response));
    } else if (path === "~bylaw/reload.js") send(response, 200, "js", RELOAD);
    else answer(response, path, contents);
  });
  const rebuild = debounced(async () => {
    const made = await make();
    if (made === undefined) return;
    contents = byPath(made);
    terminal.err("built anew\n");
    for (const listener of listeners) listener.write("data: reload\n\n");
  });
  return new Promise((done) => {
    const watchers = watchSources(project, terminal, rebuild);
    const stop = (): void => {
      for (const watcher of watchers) watcher.close();
      for (const listener of listeners) listener.end();
      server.close(() => done(EXIT.ok));
      server.closeAllConnections();
    };
    server.on("error", (error) => {
      for (const watcher of watchers) watcher.close();
      terminal.err(
        `bylaw: the site can't be served on port ${port}: ${"code" in error ? String(error.code) : "it is refused"}\n`,
      );
      done(EXIT.failed);
    });
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      const address = `http://127.0.0.1:${typeof bound === "object" && bound !== null ? bound.port : port}/`;
      terminal.out(`serving ${address}\n`);
      started?.(address, stop);
    });
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}

function byPath(files: readonly SiteFile[]): ReadonlyMap<string, SiteFile["content"]> {
  return new Map(files.map((f) => [f.path, f.content]));
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const [path = ""] = url.split(/[?#]/, 1);
  try {
    const plain = decodeURIComponent(path).replace(/^\/+/, "");
    return plain === "" || plain.endsWith("/") ? `${plain}index.html` : plain;
  } catch {
    return "";
  }
}

/** Files come from memory, so no path leads anywhere else. */
function answer(
  response: ServerResponse,
  path: string,
  contents: ReadonlyMap<string, SiteFile["content"]>,
): void {
  const content = contents.get(path);
  if (content === undefined) {
    send(response, 404, "txt", "There is no such page.\n");
    return;
  }
  const kind = path.slice(path.lastIndexOf(".") + 1);
  const page = kind === "html" && typeof content === "string";
  send(
    response,
    200,
    kind,
    page ? content.replace("</head>", '<script src="/~bylaw/reload.js"></script>\n</head>') : content,
  );
}

function send(response: ServerResponse, status: number, kind: string, body: string | Uint8Array): void {
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind] : "application/octet-stream";
  response.writeHead(status, {
    "content-type": type ?? "application/octet-stream",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}

/** Watches the folders that sources lie in, and the configuration; what can't be watched is told, and served all the same. */
function watchSources({ root, config }: Project, terminal: Terminal, changed: () => void): FSWatcher[] {
  const folders = new Set((config.sources ?? DEFAULT_SOURCES).map(staticFolder));
  const out = config.out ?? "dist";
  const counts = (folder: string, name: string | null): boolean => {
    const path = [folder, (name ?? "").replaceAll("\\", "/")].filter((part) => part !== "").join("/");
    if (/(?:^|\/)(?:node_modules|\.git)\//.test(path) || path.startsWith(`${out}/`)) return false;
    return path === "bylaw.config.json" || /\.md$/i.test(path);
  };
  const watching = (folder: string, recursive: boolean): FSWatcher[] => {
    try {
      const watcher = watch(join(root, folder), { recursive }, (_, name) => {
        if (counts(folder, name)) changed();
      });
      watcher.on("error", () =>
        terminal.err(`changes of ${folder || "the project"} can't be seen any more\n`),
      );
      return [watcher];
    } catch {
      // It may be missing, as one of the two folders often is.
      return [];
    }
  };
  return [...(folders.has("") ? [] : watching("", false)), ...[...folders].flatMap((f) => watching(f, true))];
}

/** Waits until nothing has asked for a moment; what asks meanwhile makes it run once more. */
function debounced(run: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const start = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      await run();
    } finally {
      running = false;
      if (again) {
        again = false;
        void start();
      }
    }
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => void start(), PAUSE);
  };
}
