// What a build writes: files with their whole content, in memory.
import { printPolicy, revisionOf, type Sha256 } from "../../policy/revision.ts";
import type { Policy } from "../../policy/types.ts";
import type { SourceDocument } from "../1-read/document.ts";
import type { UnfinishedPolicy } from "../2-link/link.ts";

/** A file to write, relative to the output folder, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** What each source says of itself, and its hash. */
export function sourcesOf(
  documents: readonly (SourceDocument & { readonly text: string })[],
  sha256: Sha256,
): Policy["sources"] {
  return documents.map((d) => {
    const { kind, owner, reviewBy, appliesTo } = d.front;
    return {
      file: d.file,
      kind,
      ...(owner === undefined ? {} : { owner }),
      ...(reviewBy === undefined ? {} : { reviewBy }),
      ...(appliesTo === undefined ? {} : { appliesTo: [...appliesTo] }),
      hash: sha256(d.text),
    };
  });
}

/** Completes the policy with its revision. */
export function finishPolicy(content: UnfinishedPolicy, sha256: Sha256): Policy {
  return { ...content, revision: revisionOf(content, sha256) };
}

/** The policy as a file. */
export function policyFile(policy: Policy): OutputFile {
  return { path: "policy.json", content: printPolicy(policy) };
}
