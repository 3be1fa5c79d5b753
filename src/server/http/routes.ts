// The endpoints of the HTTP server, and what each answers.
import type { IncomingMessage } from "node:http";
import { parseBounded } from "../service/bounded.ts";
import { Problem } from "../service/problem.ts";
import type { OperationName } from "../service/requests.ts";
import { call, type Service } from "../service/service.ts";
import { readBody } from "./body.ts";
import type { Metrics } from "./metrics.ts";
import { JSON_TYPE, json, type Reply } from "./respond.ts";

/** The largest body of a request, in bytes; a report may be long, and a host sends whole files. */
const MAX_BODY = 2 * 1024 * 1024;

/** What may be asked by POST, each with the operation that answers. */
const OPERATIONS: Readonly<Record<string, OperationName>> = {
  "/v1/check": "check",
  "/v1/next": "next",
  "/v1/decide": "decide",
  "/v1/find": "find",
  "/v1/runbook": "runbook",
  "/v1/explain": "explain",
  "/v1/report-skeleton": "report_skeleton",
  "/v1/check-report": "check_report",
};
const READS = ["/v1/policy", "/v1/health", "/metrics"] as const;
const HOOK = "/v1/hook/";

/** A request's endpoint: its name for counting, and the methods that it takes. */
export interface Endpoint {
  readonly name: string;
  readonly methods: readonly string[];
}

/** The endpoint of a path; undefined where there is none. */
export function endpointOf(path: string): Endpoint | undefined {
  if (Object.hasOwn(OPERATIONS, path)) return { name: path, methods: ["POST"] };
  if (READS.some((r) => r === path)) return { name: path, methods: ["GET", "HEAD"] };
  return isHook(path) ? { name: "/v1/hook", methods: ["POST"] } : undefined;
}

/** Whether a path is that of a hook, whose refusals have to be the host's own. */
export function isHook(path: string): boolean {
  return path.startsWith(HOOK) && /^[a-z-]{1,40}$/.test(path.slice(HOOK.length));
}

export interface Asked {
  readonly path: string;
  readonly request: IncomingMessage;
  readonly service: Service;
  readonly metrics: Metrics;
  /** How many requests are being answered. */
  readonly running: number;
}

/** Answers a request that may ask. Throws `Problem`. */
export async function answer({ path, request, service, metrics, running }: Asked): Promise<Reply> {
  if (path === "/metrics") {
    const body = metrics.text(service.policy(), running);
    return { status: 200, type: "text/plain; version=0.0.4; charset=utf-8", body };
  }
  if (path === "/v1/health") return health(service);
  if (path === "/v1/policy") return policy(service, request.headers["if-none-match"]);
  if (isHook(path)) {
    const body = service.hook(path.slice(HOOK.length), await readBody(request, MAX_BODY));
    if (body === undefined) throw new Problem("not-found", "there is no such host");
    return { status: 200, type: JSON_TYPE, body };
  }
  const name = Object.hasOwn(OPERATIONS, path) ? OPERATIONS[path] : undefined;
  if (name === undefined) throw new Problem("not-found", "there is no such endpoint");
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json")
    throw new Problem("wrong-content-type", "expected Content-Type: application/json");
  const { data } = call(service, name, parseBounded(await readBody(request, MAX_BODY)));
  if ("decision" in data && name.startsWith("check")) metrics.decided(String(data.decision));
  return json(data);
}

/** What becomes of a hook call that isn't looked at: the host's own deny, as a host goes on where it gets an error. */
export function refusedHook(service: Service, path: string, { message }: Problem): Reply | undefined {
  const body = service.refuseHook(path.slice(HOOK.length), message);
  return body === undefined ? undefined : { status: 200, type: JSON_TYPE, body };
}

function health(service: Service): Reply {
  const { revision, problem } = service.policy();
  const status = revision === undefined ? "no-policy" : problem === undefined ? "ok" : "stale";
  const reply = json({
    status,
    ...(revision === undefined ? {} : { revision }),
    ...(problem === undefined ? {} : { problem }),
  });
  return status === "no-policy" ? { ...reply, status: 503 } : reply;
}

function policy(service: Service, known: string | undefined): Reply {
  const { revision, text, problem } = service.policy();
  if (revision === undefined || text === undefined)
    throw new Problem("no-policy", problem ?? "there is no policy");
  const etag = `"${revision}"`;
  const headers = { ETag: etag, "Cache-Control": "no-cache" };
  // Compared weakly, as If-None-Match is.
  const tags = (known ?? "").split(",").map((t) => t.trim().replace(/^W\//, ""));
  if (tags.includes(etag) || tags.includes("*")) return { status: 304, type: JSON_TYPE, body: "", headers };
  return { status: 200, type: JSON_TYPE, body: text, headers };
}
