// What the reading of one document carries along.
import type { Nodes, RootContent } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { Entry, Item, ShownCommand } from "./document.ts";
import type { SourceText } from "./source-text.ts";

export interface Reader {
  readonly source: SourceText;
  readonly report: (d: Diagnostic) => void;
  readonly add: (item: Item) => void;
  /** Marks a node as a rule or as a definition's data, and thus as no prose. */
  readonly take: (node: Nodes) => void;
  /** Takes a command that the document shows. */
  readonly show: (command: ShownCommand) => void;
  /** Takes a block that is neither a rule nor a definition's data. */
  readonly prose: (node: RootContent) => void;
  entry: Entry | undefined;
}
