// The search index, made by Pagefind from the pages.
import { createIndex, type PagefindIndex } from "pagefind";
import type { BuiltSite } from "../../site/build.ts";
import type { SiteFile } from "../../site/page.ts";
import { UsageError } from "../command.ts";

/** What a browser loads of it; Pagefind's own pages for searching are left out. */
const WANTED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|pagefind\..*\.pf_meta|index\/.*|fragment\/.*)$/;

/** Pagefind writes with a program for each platform, which may be missing where the package is there. */
async function started(): Promise<PagefindIndex> {
  let problem: string;
  try {
    const { index, errors } = await createIndex({ forceLanguage: "en" });
    if (index !== undefined) return index;
    problem = errors.join(", ");
  } catch (error) {
    problem = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  }
  throw new UsageError(
    `the search index can't be made: ${problem}; run \`npm install --include=optional\` to have Pagefind for this system`,
  );
}

/** The files of the index. Throws where Pagefind refuses a page or can't be run. */
export async function searchFiles(built: BuiltSite): Promise<SiteFile[]> {
  const contents = new Map(built.files.map((f) => [f.path, f.content]));
  const index = await started();
  try {
    for (const path of built.searchable) {
      const content = contents.get(path);
      if (typeof content !== "string") continue;
      const added = await index.addHTMLFile({ sourcePath: path, content });
      if (added.errors.length > 0) throw new Error(`Pagefind: ${path}: ${added.errors.join(", ")}`);
    }
    const { files } = await index.getFiles();
    return files
      .filter(({ path }) => WANTED.test(path))
      .map(({ path, content }) => ({ path: `search/${path}`, content }));
  } finally {
    await index.deleteIndex();
  }
}
