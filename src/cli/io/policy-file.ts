// Finds and loads a compiled policy.
import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { policyMissing, policyRefused } from "../../compiler/messages/generated.ts";
import { validatePolicy } from "../../policy/generated/validators.js";
import { loadPolicy } from "../../policy/load.ts";
import type { Policy } from "../../policy/types.ts";
import { sha256 } from "../node-tools.ts";
import { shownPath } from "./paths.ts";
import { type Project, startOf } from "./project.ts";

/** The largest policy that is read, in bytes. */
const MAX_BYTES = 64_000_000;

/** Where a project's policy is: the named file, else the one in its output folder. */
export function policyPath(project: Project, cwd: string, named: string | undefined): string {
  if (named !== undefined) return resolve(cwd, named);
  return join(resolve(project.root, project.config.out ?? "dist"), "policy.json");
}

/** Loads and validates a policy file. */
export function loadPolicyFile(
  path: string,
  cwd: string,
): { readonly policy: Policy } | { readonly problem: Diagnostic } {
  const shown = shownPath(path, cwd);
  const at = startOf(shown);
  let text: string;
  try {
    const { size } = statSync(path);
    if (size > MAX_BYTES)
      return { problem: policyRefused(at, { path: `\`${shown}\``, reason: `it has ${size} bytes` }) };
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "ENOTDIR")
      return { problem: policyMissing(at, { path: `\`${shown}\`` }) };
    return {
      problem: policyRefused(at, {
        path: `\`${shown}\``,
        reason: code === "EISDIR" ? "it is a folder" : code,
      }),
    };
  }
  const loaded = loadPolicy(text, validatePolicy, sha256);
  if ("policy" in loaded) return loaded;
  const { problem, detail } = loaded.refusal;
  return { problem: policyRefused(at, { path: `\`${shown}\``, reason: `${KINDS[problem]} (${detail})` }) };
}

const KINDS = {
  "not-json": "it is not JSON",
  "not-a-policy": "it is not a Bylaw policy",
  "newer-schema": "it was written by a newer Bylaw",
  invalid: "it doesn't fit the policy schema",
  edited: "it was edited by hand",
} as const;
