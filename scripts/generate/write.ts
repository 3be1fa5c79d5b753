// Writes generated files, or with --check says which committed ones are stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A generated file; `built` ones are made by every build and never committed. */
export interface Generated {
  readonly path: string;
  readonly content: string;
  readonly built?: boolean;
}

/** Whether the script only checks. */
export const isCheck = process.argv.includes("--check");

/** Writes what differs from the file of its path; with --check names it and fails. */
export function writeGenerated(files: readonly Generated[]): void {
  const stale = files
    .filter((file) => !isCheck || file.built !== true)
    .filter((file) => !existsSync(file.path) || readFileSync(file.path, "utf8") !== file.content);
  for (const file of stale) {
    if (isCheck) console.error(`stale: ${file.path} (run npm run generate)`);
    else {
      mkdirSync(dirname(file.path), { recursive: true });
      writeFileSync(file.path, file.content);
    }
  }
  if (isCheck && stale.length > 0) process.exitCode = 1;
}
