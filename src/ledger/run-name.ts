// The file that a run is written to: its name made safe.

/** Names that are files as they are. No capitals: some file systems take `A` for `a`. */
const PLAIN = /^[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/;
const MOST = 80;
/** Windows takes these for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;

/** The ending of every ledger file. */
export const ENDING = ".jsonl";

/** Where a person's waivers stand, which no run can be named as. */
export const WAIVERS_FILE = `_waivers${ENDING}`;

/** A run's file, without a folder. Other names than plain ones are told apart by a hash behind a `~`. */
export function fileOfRun(run: string, sha256: (text: string) => string): string {
  if (run.length <= MOST && PLAIN.test(run) && !DEVICE.test(run)) return `${run}${ENDING}`;
  const shown = run
    .slice(0, 40)
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^[_-]+/, "");
  return `${shown === "" ? "run" : `run-${shown}`}~${sha256(run).slice(0, 16)}${ENDING}`;
}
