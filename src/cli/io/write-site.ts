// Writes a site whole: into a folder beside its place, which then takes the place of the old one.
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { cannotWrite } from "../../compiler/messages/generated.ts";
import type { SiteFile } from "../../site/page.ts";
import { shownPath } from "./paths.ts";
import { startOf } from "./project.ts";
import { makeFolder } from "./write.ts";

/** Marks a folder as a site of ours: only such a folder, or an empty one, is ever replaced. */
const MARK = "llms.txt";

/** Writes all files or none. A folder that holds anything else is left as it is, and the problem is returned. */
export function writeSite(files: readonly SiteFile[], out: string, cwd: string): Diagnostic | undefined {
  const shown = shownPath(out, cwd);
  const refuse = (reason: string): Diagnostic =>
    cannotWrite(startOf(shown), { path: `\`${shown}\``, reason });
  const held = namesIn(out);
  if (held === undefined) return refuse("a file has the name of its folder");
  if (held.length > 0 && !(held.includes(MARK) && held.includes("assets") && held.includes("index.html")))
    return refuse("the folder holds files that are no site of ours");
  const beside = (ending: string): string => join(dirname(out), `.${basename(out)}.${process.pid}.${ending}`);
  const [fresh, old] = [beside("new"), beside("old")];
  try {
    const folders = new Set<string>();
    for (const { path, content } of files) {
      const full = join(fresh, path);
      const folder = dirname(full);
      if (!folders.has(folder)) makeFolder(folder);
      folders.add(folder);
      writeFileSync(full, content, { flag: "wx" });
    }
    if (existsSync(out)) renameSync(out, old);
    renameSync(fresh, out);
    rmSync(old, { recursive: true, force: true });
    return undefined;
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(out) && existsSync(old)) renameSync(old, out);
    return refuse(error instanceof Error && "code" in error ? String(error.code) : "it can't be written");
  }
}

/** Names in a folder; none where there is no folder, undefined where a file is in its place. */
function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOTDIR" ? undefined : [];
  }
}
