// Where Bylaw's own files are, and which version they have.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the installed package: the nearest one up from this module that holds `package.json`. */
export function packageFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    if (existsSync(join(at, "package.json"))) return at;
    if (dirname(at) === at)
      throw new Error("the installation of Bylaw is incomplete: it has no package.json");
  }
}

/** The version of the installed package. */
export function packageVersion(): string {
  const data: unknown = JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8"));
  return data !== null && typeof data === "object" && "version" in data ? String(data.version) : "unknown";
}
