// What a document says about itself between its two `---` lines.
import { isMap, isScalar, parseDocument } from "yaml";
import type { Diagnostic } from "../messages/diagnostic.ts";
import { brokenFrontmatter, foreignKey, invalidKeyValue, unknownKey } from "../messages/generated.ts";
import { didYouMean, nearNames, oneOf } from "../messages/near.ts";
import { type DocumentKind, KINDS } from "./document.ts";
import type { SourceText } from "./source-text.ts";

const KEYS = ["kind", "owner", "review-by", "applies-to"];

/** The kind of a document: from its frontmatter, else from the folder that it stands in. */
export interface Frontmatter {
  readonly kind: DocumentKind;
}

/** Reads the YAML text that stands at `offset`. Every value stays a string, so that version 4.20 is not 4.2. */
export function readFrontmatter(
  yaml: string | undefined,
  offset: number,
  source: SourceText,
  report: (d: Diagnostic) => void,
): Frontmatter {
  const fallback = kindOfFolder(source.file);
  if (yaml === undefined || yaml.trim() === "") return { kind: fallback };
  const at = (range: readonly number[] | null | undefined) =>
    source.at(offset + (range?.[0] ?? 0), offset + (range?.[1] ?? yaml.length));
  const parsed = parseDocument(yaml, { schema: "failsafe", prettyErrors: false });
  const error = parsed.errors[0];
  if (error !== undefined || !isMap(parsed.contents)) {
    const reason = error?.message.split("\n")[0] ?? "it holds no keys";
    report(brokenFrontmatter(at(error?.pos), { reason }));
    return { kind: fallback };
  }
  let kind = fallback;
  for (const pair of parsed.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    const keyRange = isScalar(pair.key) ? pair.key.range : undefined;
    if (!KEYS.includes(key)) {
      const near = nearNames(key, KEYS);
      if (near.length > 0)
        report(unknownKey(at(keyRange), { key, expected: oneOf(near.map((n) => `\`${n}\``)) }));
      else report(foreignKey(at(keyRange), { key }));
      continue;
    }
    if (key !== "kind") continue;
    const value = isScalar(pair.value) ? String(pair.value.value) : "";
    const known = KINDS.find((k) => k === value);
    if (known !== undefined) kind = known;
    else {
      const range = isScalar(pair.value) ? pair.value.range : keyRange;
      const expected = oneOf(KINDS.map((k) => `\`${k}\``));
      report(
        invalidKeyValue(
          at(range),
          { found: `\`${value}\``, key, expected },
          { hint: didYouMean(value, KINDS) },
        ),
      );
    }
  }
  return { kind };
}

function kindOfFolder(file: string): DocumentKind {
  for (const folder of file.split("/").slice(0, -1).reverse()) {
    if (folder === "learnings" || folder === "tools") return folder;
    if (folder === "runbooks") return "runbook";
    if (folder === "playbooks") return "playbook";
  }
  return "playbook";
}
