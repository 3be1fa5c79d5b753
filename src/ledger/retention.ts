// What is kept: runs that were written to lately, and not more than a number of them.
import type { LedgerFile } from "./file.ts";
import type { Ledger } from "./ledger.ts";

export interface Keep {
  readonly days: number;
  readonly runs: number;
}

/** What is kept where the project says nothing. */
export const DEFAULT_KEEP: Keep = { days: 90, runs: 1_000 };

const DAY = 86_400_000;

/** The files that are older than is kept, or beyond the number that is kept, oldest first. */
export function outdated(files: readonly LedgerFile[], keep: Keep, now: number): LedgerFile[] {
  const newest = [...files].sort((a, b) => b.changed - a.changed || (a.file < b.file ? -1 : 1));
  return newest.filter((f, i) => i >= keep.runs || now - f.changed > keep.days * DAY).reverse();
}

/** Removes what is outdated, and says what it was. What can't be removed stays. */
export function prune(ledger: Ledger, keep: Keep): LedgerFile[] {
  return outdated(ledger.files(), keep, ledger.now()).filter(({ file }) => {
    try {
      ledger.remove(file);
      return true;
    } catch {
      return false;
    }
  });
}
