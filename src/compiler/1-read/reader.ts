// What the reading of one document carries along.
import type { RootContent } from "mdast";
import type { Diagnostic } from "../messages/diagnostic.ts";
import type { Entry, Item, ShownCommand } from "./document.ts";
import type { SourceText } from "./source-text.ts";

export interface Reader {
  readonly source: SourceText;
  readonly report: (d: Diagnostic) => void;
  readonly add: (item: Item) => void;
  /** Takes a block that is neither a rule nor a definition's data. */
  /** Takes a command that the document shows. */
  readonly show: (command: ShownCommand) => void;
  readonly prose: (node: RootContent) => void;
  entry: Entry | undefined;
}
