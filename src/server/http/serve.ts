// The HTTP server: on loopback or a Unix socket, for those who have the token, and drained before it ends.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Problem } from "../service/problem.ts";
import type { Service } from "../service/service.ts";
import { type GuardOptions, guardPlace, guardToken } from "./guard.ts";
import { Metrics } from "./metrics.ts";
import { problemReply, type Reply, send } from "./respond.ts";
import { answer, endpointOf, isHook, refusedHook } from "./routes.ts";

export interface HttpOptions {
  readonly token: string;
  readonly listen:
    | { readonly port: number; readonly host: "127.0.0.1" | "::1" }
    | { readonly socket: string };
  /** How long a request may take to arrive, in milliseconds. */
  readonly slow?: number;
  /** How long requests that run may take when the server ends, in milliseconds. */
  readonly drain?: number;
}

export interface RunningServer {
  /** Where it listens: an address for people. */
  readonly address: string;
  readonly port: number | undefined;
  /** Takes no more, finishes what runs, and ends. */
  readonly drain: () => Promise<void>;
  /** Ends at once. */
  readonly stop: () => void;
}

const SLOW = 15_000;
const DRAIN = 10_000;
const MOST_CONNECTIONS = 512;

/** Starts listening. Rejects where the address can't be had. */
export async function serveHttp(service: Service, options: HttpOptions): Promise<RunningServer> {
  const handler = new Handler(service);
  const slow = options.slow ?? SLOW;
  const server = createServer(
    {
      headersTimeout: slow,
      requestTimeout: slow,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: Math.min(1_000, slow),
      maxHeaderSize: 16_384,
    },
    (request, response) => void handler.handle(request, response),
  );
  server.maxConnections = MOST_CONNECTIONS;
  // A client that takes no more of an answer is let go, too.
  server.setTimeout(slow * 2, (socket) => socket.destroy());
  await listen(server, options.listen);
  const address = server.address();
  const port = address !== null && typeof address === "object" ? (address as AddressInfo).port : undefined;
  handler.guard = { token: options.token, port };
  const { listen: place } = options;
  const host = "host" in place && place.host === "::1" ? "[::1]" : "127.0.0.1";
  return {
    address: "socket" in place ? `unix:${place.socket}` : `http://${host}:${port}`,
    port,
    drain: () => drain(server, handler, options.drain ?? DRAIN),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, place: HttpOptions["listen"]): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    const ready = (): void => {
      server.off("error", reject);
      resolve();
    };
    if ("socket" in place) server.listen({ path: place.socket }, ready);
    else server.listen({ port: place.port, host: place.host }, ready);
  });
}

async function drain(server: Server, handler: Handler, wait: number): Promise<void> {
  handler.draining = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), wait);
  await closed;
  clearTimeout(timer);
}

class Handler {
  guard: GuardOptions = { token: "", port: undefined };
  draining = false;
  readonly #service: Service;
  readonly #metrics = new Metrics();
  #running = 0;

  constructor(service: Service) {
    this.#service = service;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const started = performance.now();
    const [path = ""] = (request.url ?? "").split("?");
    this.#running++;
    const late = this.draining;
    const reply = await this.#reply(path, request, late);
    this.#running--;
    send(response, reply, { head: request.method === "HEAD", close: this.draining });
    const seconds = (performance.now() - started) / 1_000;
    this.#metrics.answered(endpointOf(path)?.name ?? "other", reply.status, seconds);
  }

  async #reply(path: string, request: IncomingMessage, late: boolean): Promise<Reply> {
    let placed = false;
    try {
      guardPlace(request, this.guard);
      placed = true;
      guardToken(request, this.guard);
      if (late) throw new Problem("draining", "the server is ending");
      const endpoint = endpointOf(path);
      if (endpoint === undefined) throw new Problem("not-found", "there is no such endpoint");
      if (!endpoint.methods.includes(request.method ?? "")) return wrongMethod(endpoint.methods);
      const asked = { path, request, service: this.#service, metrics: this.#metrics, running: this.#running };
      return await answer(asked);
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem("internal", "internal error");
      const hook = placed && isHook(path) ? refusedHook(this.#service, path, problem) : undefined;
      return hook ?? problemReply(problem);
    }
  }
}

function wrongMethod(methods: readonly string[]): Reply {
  const problem = problemReply(new Problem("wrong-method", `expected ${methods.join(" or ")}`));
  return { ...problem, headers: { Allow: methods.join(", ") } };
}
