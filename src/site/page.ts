// A page of the site before it is a file: a tree of elements whose links lead to other pages by their paths.
import type { ElementContent } from "hast";

/** The parts of the site that its navigation names. */
export type Area = "start" | "rules" | "playbooks" | "runbooks" | "log" | "guidance" | "check" | "reference";

export interface Page {
  /** Relative to the site's folder, with `/`. */
  readonly path: string;
  readonly title: string;
  /** One sentence, for `llms.txt` and for what shows links. */
  readonly about: string;
  readonly area: Area;
  /** All below the heading of the page, in which links to pages begin with `site:`. */
  readonly body: readonly ElementContent[];
  /** What stands above the heading. */
  readonly kicker?: string;
  /** The heading as elements, where it is more than the title. */
  readonly heading?: readonly ElementContent[];
  /** True where a picture of a playbook stands in it. */
  readonly graph?: boolean;
  /** True where search should not find it, since what it shows is found elsewhere. */
  readonly unsearched?: boolean;
}

/** A file of the site. */
export interface SiteFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}
