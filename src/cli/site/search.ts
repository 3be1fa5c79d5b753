// The search index, made by Pagefind from the pages.
import { createIndex } from "pagefind";
import type { BuiltSite } from "../../site/build.ts";
import type { SiteFile } from "../../site/page.ts";

/** What a browser loads of it; Pagefind's own pages for searching are left out. */
const WANTED =
  /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|pagefind\..*\.pf_meta|index\/.*|fragment\/.*)$/;

/** The files of the index. Throws where Pagefind refuses a page or can't be run. */
export async function searchFiles(built: BuiltSite): Promise<SiteFile[]> {
  const contents = new Map(built.files.map((f) => [f.path, f.content]));
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join(", ")}`);
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
