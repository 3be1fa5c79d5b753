// What a target is: one row of facts about a file that an agent host reads. The renderer knows no host by name.
import type { Config } from "../../../../policy/types.ts";

/** What is counted: bytes of UTF-8, lines, or characters. */
export type Unit = "bytes" | "lines" | "characters";

/** A number of units: above a hard limit content is lost, above a soft one it is followed less. */
export interface Limit {
  readonly most: number;
  readonly unit: Unit;
}

/** How a host wants a list of globs: a YAML list, one text for one glob, or one text with commas, quoted or bare. */
export type GlobForm = "list" | "one-or-list" | "commas" | "bare-commas";

/** Keys of frontmatter with values as they are written in YAML. */
export type Pairs = readonly (readonly [key: string, value: string])[];

/** A file that is loaded in every session. */
export interface AlwaysFile {
  readonly path: string;
  readonly front: Pairs;
  /** True for a file that people write too: what is ours stands between marks. */
  readonly shared: boolean;
}

/** A file that is loaded for work on some paths. `{name}` stands for the name of the scope. */
export interface ScopedFile {
  readonly path: string;
  readonly front: Pairs;
  readonly globs: { readonly key: string; readonly form: GlobForm };
  /** The key that says in words what the file is for. */
  readonly description?: string;
  /** True where `[` opens a set of characters, so that one that is meant has to be escaped. */
  readonly brackets?: boolean;
}

/** What a project calls it in its configuration. */
export type TargetId = NonNullable<Config["agents"]>[number];

export interface Target {
  readonly id: TargetId;
  /** Who reads it. */
  readonly readers: string;
  /** Carries the always-on text, where the host doesn't get it from AGENTS.md. */
  readonly always?: AlwaysFile;
  /** True where it carries it all the same, although the host may read AGENTS.md too. */
  readonly alwaysToo?: boolean;
  /** What stands in the always-on file instead, where AGENTS.md is written too. */
  readonly imports?: string;
  /** The name of the file that is read in a folder, for work in that folder. */
  readonly nested?: string;
  /** Whether the host reads an AGENTS.md in a folder, for work in that folder. */
  readonly readsNested: boolean;
  readonly scoped?: ScopedFile;
  /** The folder of skills, and whether the keys that only Claude Code knows may stand in them. */
  readonly skills?: { readonly folder: string; readonly claude: boolean };
  /** A JSON file of settings: the list at `path` has to hold `names`. */
  readonly settings?: {
    readonly file: string;
    readonly path: readonly string[];
    readonly names: readonly string[];
  };
  readonly hard?: Limit;
  readonly soft?: Limit;
  /** For a scoped file. */
  readonly scopedHard?: Limit;
  readonly scopedSoft?: Limit;
  /** The day on which the facts were last looked up, `YYYY-MM-DD`, and where. */
  readonly verifiedOn: string;
  readonly source: string;
}
