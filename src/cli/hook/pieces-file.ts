// The policy in force, verified once and kept in pieces: hashing and parsing all of it takes a good part of a call.
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from "node:fs";
import type { Policy } from "../../policy/types.ts";
import { cutPolicy, indexLine } from "../../validators/lookup/cut.ts";
import {
  type Piece,
  type PieceIndex,
  type PolicyInPieces,
  policyInPieces,
} from "../../validators/lookup/pieces.ts";
import { stampAt } from "./policy-text.ts";
import { writeCache } from "./write-cache.ts";

/** A change within one tick of the file system's clock leaves the times as they are: what is as young as that is not remembered. */
const SETTLED = 3_000;
/** Read at once, in bytes: index and pieces of most policies. */
const CHUNK = 65_536;
const MOST_INDEX = 64 * 1_048_576;

/** Pieces of a policy, until they are closed. */
export interface OpenPieces extends PolicyInPieces {
  readonly close: () => void;
}

/**
 * Pieces in a file of a project's `.bylaw/cache`. It is no secret and no proof: whoever can write it can write the policy
 * and its pin.
 */
export interface PiecesFile {
  /** The pieces of the policy as it stands there now; undefined where they are not of it, or can't be read. */
  readonly open: () => OpenPieces | undefined;
  /** Keeps a policy that was verified. What can't be written only takes longer. */
  readonly keep: (stamp: string, policy: Policy) => void;
}

/**
 * The pieces of the policy at a path. `build` tells builds of Bylaw apart, which may cut in other ways; `now` is in
 * milliseconds since 1970.
 */
export function piecesIn(root: string, path: string, build: string, now: () => number): PiecesFile {
  const folder = `${root}/.bylaw/cache`;
  const file = `${folder}/policy-pieces`;
  return {
    open: () => {
      const stamp = stampAt(path);
      return stamp === undefined ? undefined : opened(file, `${build} ${stamp} `);
    },
    keep: (stamp, policy) => {
      const changed = Number(stamp.split(" ")[2]);
      if (now() - changed > SETTLED) write(folder, file, `${build} ${stamp} `, policy);
    },
  };
}

function write(folder: string, file: string, head: string, policy: Policy): void {
  const { index, body } = cutPolicy(policy);
  const line = indexLine(index);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/.gitignore`, "*\n");
  } catch {
    return;
  }
  writeCache(file, `${head}${line.length} ${body.length}\n${line}${body}`, 0o600);
}

/** What stands in a file that begins with the right head and is whole. */
function opened(path: string, head: string): OpenPieces | undefined {
  let file: number | undefined;
  const close = (): void => {
    if (file !== undefined) closeSync(file);
    file = undefined;
  };
  try {
    file = openSync(path, "r");
    const bytes = Buffer.allocUnsafe(CHUNK);
    const length = readSync(file, bytes, 0, CHUNK, 0);
    const end = bytes.indexOf(10);
    const first = bytes.toString("latin1", 0, end);
    if (end < 0 || end >= length || !first.startsWith(head)) throw new Error("it is of another policy");
    const [indexLength = 0, bodyLength = 0] = first.slice(head.length).split(" ").map(Number);
    const start = end + 1 + indexLength;
    if (indexLength > MOST_INDEX || fstatSync(file).size !== start + bodyLength)
      throw new Error("it is not whole");
    const read = (at: number, size: number): string => {
      if (at + size <= length) return bytes.toString("latin1", at, at + size);
      if (file === undefined) throw new Error("the policy's pieces were closed");
      return readPiece(file, at, size);
    };
    const index = JSON.parse(read(end + 1, indexLength)) as PieceIndex;
    const piece = ([at, size]: Piece): string => read(start + at, size);
    return { ...policyInPieces(index, piece), close };
  } catch {
    close();
    return undefined;
  }
}

/** Throws where the file ends before. */
function readPiece(file: number, at: number, size: number): string {
  const bytes = Buffer.allocUnsafe(size);
  for (let done = 0; done < size; ) {
    const read = readSync(file, bytes, done, size - done, at + done);
    if (read === 0) throw new Error("the policy's pieces in .bylaw/cache are cut short: remove that folder");
    done += read;
  }
  return bytes.toString("latin1", 0, size);
}
