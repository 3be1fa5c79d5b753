// Ledgers in temporary folders, and processes that write to them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { onTestFinished } from "vitest";
import { sha256 } from "../../src/cli/node-tools.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import type { LedgerEvent } from "../../src/policy/types.ts";

/** A folder that is removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-ledger-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The time of tests, in milliseconds. */
const NOW = Date.parse("2026-06-01T12:00:00.000Z");

export function ledgerIn(folder: string, now: () => number = () => NOW): Ledger {
  return new Ledger(folder, { sha256, now });
}

/** The writing process as a file of JavaScript. */
export function writer(folder: string): string {
  const outfile = join(folder, "writer.mjs");
  buildSync({
    entryPoints: ["test/ledger/writer.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
  return outfile;
}

/** The texts of notes, in order. */
export function texts(events: readonly LedgerEvent[]): string[] {
  return events.flatMap((e) => (e.event === "note" ? [e.text] : []));
}
