// Runbooks of all documents, by name.
import type { Runbook } from "../../policy/types.ts";
import type { SourceDocument } from "../1-read/document.ts";
import { documentName } from "./names.ts";

/**
 * The runbooks in the order of their names. A name is the document's; where several have the same one, folders stand in
 * front of it, as many as it takes.
 */
export function linkRunbooks(documents: readonly SourceDocument[]): Runbook[] {
  const read = documents.filter((d) => d.runbook !== undefined);
  const names = namesOf(read.map((d) => d.file));
  return read
    .flatMap(({ file, front, runbook }): Runbook[] => {
      if (runbook === undefined) return [];
      const { owner, said, sections } = front;
      const strict = said === true || sections === "all";
      const whole = strict && sections !== "any";
      return [
        {
          name: names.get(file) ?? file,
          ...(owner === undefined ? {} : { owner }),
          strict,
          whole,
          ...runbook,
        },
      ];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The shortest names that tell files apart, each at least its own without `.md`. */
function namesOf(files: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  let left = files;
  for (let folders = 0; left.length > 0; folders++) {
    const named = left.map((file) => [file, nameWith(file, folders)] as const);
    const counts = new Map<string, number>();
    for (const [, name] of named) counts.set(name, (counts.get(name) ?? 0) + 1);
    const longest = (file: string): boolean => file.split("/").length <= folders + 1;
    for (const [file, name] of named) if (counts.get(name) === 1 || longest(file)) names.set(file, name);
    left = left.filter((file) => !names.has(file));
  }
  return names;
}

function nameWith(file: string, folders: number): string {
  const parts = file.split("/");
  return [
    ...parts.slice(Math.max(0, parts.length - 1 - folders), -1),
    documentName(file).replace(/\.html$/i, ""),
  ].join("/");
}
