// Who may ask: the right token, a Host that is this machine's, and no page of another origin.
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Problem } from "../service/problem.ts";

export interface GuardOptions {
  readonly token: string;
  /** The port on loopback; undefined on a Unix socket, which no page in a browser reaches. */
  readonly port: number | undefined;
}

/** Refuses what comes by another name than this machine's, or from a page. Throws a problem. */
export function guardPlace({ headers }: IncomingMessage, { port }: GuardOptions): void {
  const { host, origin } = headers;
  const own = ["127.0.0.1", "localhost", "[::1]"].map((name) => `${name}:${port}`);
  // A name that somebody else's DNS leads here is not ours, whoever resolved it.
  if (port !== undefined && !own.includes((host ?? "").toLowerCase()))
    throw new Problem("foreign-host", "the Host header must be this server's own address");
  if (origin !== undefined && (port === undefined || !own.some((o) => origin === `http://${o}`)))
    throw new Problem("foreign-origin", "requests of pages of other origins are refused");
}

/** Refuses a request without the token. Throws a problem. */
export function guardToken({ headers }: IncomingMessage, { token }: GuardOptions): void {
  const given = /^Bearer +(\S{1,500})$/i.exec(headers.authorization ?? "")?.[1];
  // Hashes are of one length, so that the time tells nothing of the token.
  if (given === undefined || !timingSafeEqual(digest(given), digest(token)))
    throw new Problem("unauthorized", "expected the token, as Authorization: Bearer TOKEN");
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
