// Takes a policy's text in: JSON, of a schema that we know, valid, and unchanged since it was compiled.
import { isUnchanged, type Sha256 } from "./revision.ts";
import type { Policy } from "./types.ts";

/** The schema version that this build writes and reads. */
const SCHEMA_VERSION = 1;

/** A precompiled validator, as Ajv's standalone code gives it. */
export interface Validator<T> {
  (data: unknown): data is T;
  errors?: { instancePath: string; message?: string; params?: object }[] | null;
}

/** Why a policy was refused. `detail` says where or what, in words for a person. */
export interface PolicyRefusal {
  readonly problem: "not-json" | "not-a-policy" | "newer-schema" | "invalid" | "edited";
  readonly detail: string;
}

export type LoadResult = { readonly policy: Policy } | { readonly refusal: PolicyRefusal };

/** Parses and validates a policy. Never throws; every refusal says what is wrong and where. */
export function loadPolicy(text: string, validate: Validator<Policy>, sha256: Sha256): LoadResult {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return refuse("not-json", error instanceof Error ? error.message : String(error));
  }
  if (data === null || typeof data !== "object" || !("schemaVersion" in data)) {
    return refuse("not-a-policy", "it has no schemaVersion");
  }
  const version = data.schemaVersion;
  if (typeof version === "number" && version > SCHEMA_VERSION) {
    return refuse("newer-schema", `it has schemaVersion ${version}, this build reads ${SCHEMA_VERSION}`);
  }
  if (!validate(data)) {
    const first = validate.errors?.[0];
    return refuse("invalid", `${first?.instancePath || "the document"} ${first?.message ?? "is not valid"}`);
  }
  if (!isUnchanged(data, text, sha256)) {
    return refuse("edited", `its content is not what revision ${data.revision.slice(0, 12)} was made from`);
  }
  return { policy: data };
}

function refuse(problem: PolicyRefusal["problem"], detail: string): LoadResult {
  return { refusal: { problem, detail } };
}
