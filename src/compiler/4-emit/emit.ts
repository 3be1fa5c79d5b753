// What a build writes: files with their whole content, in memory.
import { printPolicy, revisionOf, type Sha256 } from "../../policy/revision.ts";
import type { Policy } from "../../policy/types.ts";
import type { SourceDocument } from "../1-read/document.ts";
import type { LinkedPolicy } from "../2-link/link.ts";

/** A file to write, relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** Completes the policy: its sources with their hashes, and its revision. */
export function finishPolicy(
  linked: LinkedPolicy,
  documents: readonly (SourceDocument & { readonly text: string })[],
  sha256: Sha256,
): Policy {
  const sources = documents.map((d) => ({ file: d.file, kind: d.kind, hash: sha256(d.text) }));
  const content = { ...linked, sources };
  return { ...content, revision: revisionOf(content, sha256) };
}

/** The policy as a file. */
export function policyFile(policy: Policy): OutputFile {
  return { path: "policy.json", content: printPolicy(policy) };
}
