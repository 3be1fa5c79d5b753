// What every page is made from: the policy, where each thing has its page, and what the site can't do itself.
import type { Element, ElementContent } from "hast";
import type { SourceDocument } from "../compiler/1-read/document.ts";
import type { Graphviz } from "../compiler/4-emit/graph/layout.ts";
import type { FileCoverage } from "../compiler/coverage.ts";
import type { Policy, Rule, Source, Superseded, Verdict } from "../policy/types.ts";
import type { Paths } from "./paths.ts";

/** A command of the command line, as its page tells it. */
export interface CommandHelp {
  readonly name: string;
  readonly operands: readonly { readonly name: string; readonly about: string }[];
  readonly options: readonly { readonly flags: string; readonly about: string }[];
  readonly summary: string;
  readonly details: string;
}

/** What a site is built from. */
export interface SiteInput {
  readonly policy: Policy;
  readonly documents: readonly SourceDocument[];
  readonly coverage: readonly FileCoverage[];
  readonly commands: readonly CommandHelp[];
  /** The catalogue of diagnostics, as a document. */
  readonly diagnostics: SourceDocument;
  /** What the site is called. */
  readonly title: string;
}

/** What the site can't do itself. */
export interface SiteTools {
  /** The elements of a piece of code, coloured where its language is known. */
  readonly highlight: (code: string, language: string) => ElementContent[];
  /** Undefined where there is nothing to draw with. */
  readonly graphviz: Graphviz | undefined;
  /** The verdict on a shell text by the policy, as the checker gives it. */
  readonly check: (command: string) => Verdict;
  /** Renders the page around its body. */
  readonly layout: (values: Readonly<Record<string, unknown>>) => string;
  /** Files that every site holds: style sheets, scripts. */
  readonly assets: ReadonlyMap<string, string>;
}

/** Pictures that became files, by their paths; and markup that takes the place of a marker when a page is written. */
interface Pictures {
  readonly files: Map<string, string>;
  readonly inline: Map<string, string>;
}

/** A site that is being built. */
export interface Site extends SiteInput {
  readonly tools: SiteTools;
  readonly pictures: Pictures;
  readonly paths: Readonly<Record<"list" | "playbook" | "runbook" | "decision" | "report" | "source", Paths>>;
  readonly ruleOf: (id: string) => Rule | Superseded | undefined;
  /** The page, with its anchor, on which a piece of a source can be read. */
  readonly placeOf: (source: Source) => string | undefined;
  /** The page of a task, wait or gate, by playbook and name. */
  readonly partOf: (playbook: string, name: string) => string | undefined;
}

/** A block of code with its language, ready for a page. */
export function codeBlock(tools: SiteTools, text: string, language: string): Element {
  return {
    type: "element",
    tagName: "pre",
    properties: { tabIndex: 0 },
    children: [
      {
        type: "element",
        tagName: "code",
        properties: language === "" ? {} : { className: [`language-${language.replace(/[^\w+#.-]/g, "")}`] },
        children: tools.highlight(text, language),
      },
    ],
  };
}
