// The body of a request, bounded in size.
import type { IncomingMessage } from "node:http";
import { Problem } from "../service/problem.ts";

/** Reads a body as UTF-8 text of at most so many bytes. Throws a problem. */
export function readBody(request: IncomingMessage, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const tooLarge = new Problem("too-large", `the body has more than ${most} bytes`);
    request.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size <= most) pieces.push(piece);
      else pieces.length = 0;
      // A client reads no answer before it has sent all; but there is an end to what is taken and thrown away.
      if (size > most * 8) request.destroy(tooLarge);
    });
    request.on("end", () => {
      if (size > most) {
        reject(tooLarge);
        return;
      }
      try {
        resolve(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces)));
      } catch {
        reject(new Problem("not-json", "the body is not UTF-8 text"));
      }
    });
    request.on("error", reject);
    request.on("aborted", () => reject(new Problem("timeout", "the request was cut off")));
  });
}
