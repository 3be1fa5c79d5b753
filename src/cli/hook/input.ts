// Standard input of a hook, for no longer than a time: a host that never ends it gets an answer all the same.
import { read } from "node:fs";

const PIECE = 65_536;

/**
 * Hands on all of standard input, or says that it has not ended in time. Reading goes on in another thread, which loads
 * less than streams do; a process can't end while that thread waits, so that where it does, it kills itself once
 * everything is written.
 */
export function readInput(milliseconds: number, then: (text: string) => void, late: () => void): void {
  const pieces: Buffer[] = [];
  const timer = setTimeout(() => {
    late();
    process.kill(process.pid, "SIGKILL");
  }, milliseconds);
  const end = (): void => {
    clearTimeout(timer);
    then(Buffer.concat(pieces).toString("utf8"));
  };
  const more = (): void => {
    const piece = Buffer.allocUnsafe(PIECE);
    read(0, piece, 0, PIECE, null, (error, length) => {
      if (error?.code === "EAGAIN") {
        setTimeout(more, 5);
        return;
      }
      if (error !== null || length === 0) {
        end();
        return;
      }
      pieces.push(piece.subarray(0, length));
      more();
    });
  };
  more();
}
