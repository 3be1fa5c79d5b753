// Standard input of a hook, for no longer than a time: a host that never ends it gets an answer all the same.
import { closeSync, fstatSync, openSync, read, readSync } from "node:fs";

const PIECE = 65_536;

/**
 * Hands on all of standard input, or says that it has not ended in time. Reading goes on in another thread, which loads
 * less than streams do; a process can't end while that thread waits, so that where it does, it kills itself once
 * everything is written.
 */
export function readInput(milliseconds: number, then: (text: string) => void, late: () => void): void {
  const pieces: Buffer[] = [];
  if (readWaiting(pieces)) {
    then(Buffer.concat(pieces).toString("utf8"));
    return;
  }
  let waits = true;
  after(milliseconds, () => {
    if (!waits) return;
    late();
    process.kill(process.pid, "SIGKILL");
  });
  const end = (): void => {
    waits = false;
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

/** Calls a function after a time, without keeping the process alive. Timers would have to be loaded first. */
function after(milliseconds: number, call: () => void): void {
  const { value } = Atomics.waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  void Promise.resolve(value).then(call);
}

/** `O_NONBLOCK` of Linux. */
const NONBLOCK = 0o4000;

/**
 * Reads what is there already without waiting, and says whether that was all. Hosts write at once, so that where standard
 * input is a pipe no timer is needed; it can be opened anew so that it never waits on Linux alone.
 */
function readWaiting(pieces: Buffer[]): boolean {
  if (process.platform !== "linux") return false;
  let file: number | undefined;
  try {
    if (!fstatSync(0).isFIFO()) return false;
    file = openSync("/proc/self/fd/0", NONBLOCK);
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(file, piece, 0, PIECE, null);
      if (length === 0) return true;
      pieces.push(piece.subarray(0, length));
    }
  } catch {
    // Not all of it is there yet, or it can't be opened.
    return false;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
