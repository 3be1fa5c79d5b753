// The token of the HTTP server: from the environment, a file, or made once for the project.
import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../command.ts";
import { shownPath } from "./paths.ts";

const SHORTEST = 16;

/** The token, and where it comes from for people; the token itself is never printed. */
export interface Token {
  readonly token: string;
  readonly from: string;
}

/** A usage error for a token that is too short, or a file that others may read. */
export function tokenOf(root: string, cwd: string, file: string | undefined, env: string | undefined): Token {
  if (file !== undefined) return { token: readToken(resolve(cwd, file), file), from: file };
  if (env !== undefined) return { token: sound(env, "BYLAW_TOKEN"), from: "BYLAW_TOKEN" };
  const path = join(root, ".bylaw", "cache", "serve.token");
  makeToken(root, path);
  const from = shownPath(path, cwd);
  return { token: readToken(path, from), from };
}

/** Makes the token where there is none; whoever makes it first has made it. */
function makeToken(root: string, path: string): void {
  const folder = join(root, ".bylaw", "cache");
  mkdirSync(folder, { recursive: true });
  createOnly(join(folder, ".gitignore"), "*\n", 0o644);
  createOnly(path, `${randomBytes(32).toString("base64url")}\n`, 0o600);
}

function createOnly(path: string, text: string, mode: number): void {
  try {
    const fd = openSync(path, "wx", mode);
    try {
      writeSync(fd, text);
    } finally {
      closeSync(fd);
    }
    chmodSync(path, mode);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
}

function readToken(path: string, shown: string): string {
  let text: string;
  try {
    const { mode, size } = statSync(path);
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new UsageError(`others may read the token in ${shown}; run chmod 600 on it`);
    if (size > 4_096) throw new UsageError(`${shown} is no token: it has ${size} bytes`);
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(`can't read the token in ${shown}: ${code}`);
  }
  return sound(text, shown);
}

function sound(text: string, from: string): string {
  const token = text.trim();
  if (token.length < SHORTEST || !/^[!-~]{1,500}$/.test(token))
    throw new UsageError(
      `the token in ${from} is no good: expected at least ${SHORTEST} letters, figures and signs`,
    );
  return token;
}
