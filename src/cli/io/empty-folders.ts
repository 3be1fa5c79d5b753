// Takes away folders that became empty when files in them were taken away.
import { rmdirSync } from "node:fs";
import { dirname, sep } from "node:path";

/** Removes the folders around files that are gone, as long as they are empty, up to `root`, which stays. */
export function removeEmptyFolders(files: readonly { readonly path: string }[], root: string): void {
  for (const { path } of files) {
    for (let at = dirname(path); at.startsWith(root + sep); at = dirname(at)) {
      try {
        rmdirSync(at);
      } catch {
        break;
      }
    }
  }
}
