// Whether a document that doesn't say what it is, in a folder that doesn't either, reads like a runbook.
import type { Heading, PhrasingContent, Root } from "mdast";
import type { SectionKind } from "../../../policy/types.ts";
import { kindsOfHeading } from "./section-kinds.ts";

/** Kinds that a runbook is known by; two of them are enough. */
const TELLING: readonly SectionKind[] = ["symptoms", "impact", "diagnosis", "resolution", "verification"];

/** True for a file that is called a runbook, and for a document that has the shape of one. */
export function isRunbook(file: string, root: Root): boolean {
  return /(?:^|\/)[^/]*\brunbook[^/]*$/i.test(file) || hasShapeOfRunbook(root);
}

/** True where the headings name at least two of a runbook's own kinds, a diagnosis or a resolution among them. */
function hasShapeOfRunbook(root: Root): boolean {
  const headings = root.children.filter((n): n is Heading => n.type === "heading");
  const kinds = new Set(
    headings.flatMap((h) => kindsOfHeading(plain(h.children), false)).filter((k) => TELLING.includes(k)),
  );
  return kinds.size >= 2 && (kinds.has("diagnosis") || kinds.has("resolution"));
}

function plain(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((n): string => ("children" in n ? plain(n.children) : "value" in n ? n.value : ""))
    .join("");
}
