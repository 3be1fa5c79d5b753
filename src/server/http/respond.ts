// Answers: JSON, problems as RFC 9457 has them, and plain texts.
import type { ServerResponse } from "node:http";
import { PROBLEM_STATUS, type Problem } from "../service/problem.ts";

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const JSON_TYPE = "application/json; charset=utf-8";

/** Data as the command line prints it. */
export function json(data: object): Reply {
  return { status: 200, type: JSON_TYPE, body: `${JSON.stringify(data, null, 2)}\n` };
}

/** A problem: our code, in words, and what helps to mend it. */
export function problemReply({ code, message, more }: Problem): Reply {
  const status = PROBLEM_STATUS[code];
  const body = {
    type: "about:blank",
    title: code.replaceAll("-", " "),
    status,
    code,
    detail: message,
    ...more,
  };
  const headers: Record<string, string> = code === "unauthorized" ? { "WWW-Authenticate": "Bearer" } : {};
  return { status, type: "application/problem+json", body: `${JSON.stringify(body, null, 2)}\n`, headers };
}

/** Writes an answer, whole. `close` ends the connection behind it. */
export function send(
  response: ServerResponse,
  reply: Reply,
  { head, close }: { head: boolean; close: boolean },
): void {
  const bytes = Buffer.from(reply.body, "utf8");
  const empty = reply.status === 304;
  response.writeHead(reply.status, {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(empty ? {} : { "Content-Type": reply.type, "Content-Length": String(bytes.length) }),
    ...(close ? { Connection: "close" } : {}),
    ...reply.headers,
  });
  response.end(head || empty ? undefined : bytes);
}
