// Writes every generated file, or with --check says which committed ones are stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { agents } from "./generate/agents.ts";
import { docs } from "./generate/docs.ts";
import { messages } from "./generate/messages.ts";
import { schemas } from "./generate/schemas.ts";
import { validators } from "./generate/validators.ts";

/** A generated file; `built` ones are made by every build and never committed. */
export interface Generated {
  readonly path: string;
  readonly content: string;
  readonly built?: boolean;
}

const check = process.argv.includes("--check");
const files: Generated[] = [
  ...messages(),
  ...schemas(),
  ...docs(),
  ...agents(),
  ...(check ? [] : validators()),
];
const stale = files.filter(
  (file) => !existsSync(file.path) || readFileSync(file.path, "utf8") !== file.content,
);
if (check) {
  for (const file of stale) console.error(`stale: ${file.path} (run npm run generate)`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const file of stale) {
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.content);
  }
}
