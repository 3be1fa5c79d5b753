// Which policy has been verified already: hashing it takes a good part of a call, and it changes once a week.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A change within one tick of the file system's clock leaves the times as they are: what is as young as that is not remembered. */
const SETTLED = 3_000;

/** What was verified, in a file of a project's `.bylaw/cache`. It is no secret and no proof: whoever can write it can write the pin. */
export interface Verified {
  readonly knows: (stamp: string, revision: string) => boolean;
  readonly remember: (stamp: string, revision: string) => void;
}

/** `now` is in milliseconds since 1970. What can't be read or written only takes longer. */
export function verifiedIn(root: string, now: () => number): Verified {
  const folder = join(root, ".bylaw", "cache");
  const path = join(folder, "verified-policy");
  const line = (stamp: string, revision: string): string => `${revision} ${stamp}\n`;
  return {
    knows: (stamp, revision) => textOf(path) === line(stamp, revision),
    remember: (stamp, revision) => {
      const changed = Number(stamp.split(" ")[2]) / 1_000_000;
      if (!(now() - changed > SETTLED)) return;
      const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, ".gitignore"), "*\n");
        writeFileSync(temporary, line(stamp, revision), { mode: 0o600 });
        renameSync(temporary, path);
      } catch {
        rmSync(temporary, { force: true });
      }
    },
  };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
}
