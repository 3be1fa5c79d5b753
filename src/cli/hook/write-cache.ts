// Writes a file that only saves time: whole, or not at all.
import { renameSync, rmSync, writeFileSync } from "node:fs";

/** Writes beside the place and renames. What can't be written costs time and nothing else. */
export function writeCache(path: string, data: string | Buffer, mode = 0o666): void {
  const temporary = `${path}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    writeFileSync(temporary, data, { mode });
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}
