// Reads the templates: Bylaw's own, and those of the project that take their place.
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { TEMPLATES, type TemplateProblem, Templates } from "../../compiler/4-emit/templates.ts";
import type { Diagnostic } from "../../compiler/messages/diagnostic.ts";
import { brokenTemplate, outsideProject } from "../../compiler/messages/generated.ts";
import { nearNames, oneOf } from "../../compiler/messages/near.ts";
import { type Project, startOf } from "../io/project.ts";
import { packageFolder } from "../package.ts";

/** The most bytes of a template that is read. */
const MOST = 1_000_000;

/** The templates of a project, and what is wrong with its folder of them. */
export function loadTemplates({ root, config }: Project): {
  readonly templates: Templates;
  readonly problems: readonly Diagnostic[];
} {
  const texts = new Map<string, string>(
    TEMPLATES.map((name) => [name, readFileSync(join(packageFolder(), "templates", name), "utf8")]),
  );
  const problems = config.templates === undefined ? [] : override(texts, root, config.templates);
  return { templates: new Templates(texts), problems };
}

function override(texts: Map<string, string>, root: string, folder: string): Diagnostic[] {
  const refuse = (path: string, reason: string) =>
    brokenTemplate(startOf(path), { path: `\`${path}\``, reason });
  let names: string[];
  try {
    const full = realpathSync(resolve(root, folder));
    if (relative(realpathSync(root), full).split(sep)[0] === "..")
      return [outsideProject(startOf("bylaw.config.json"), { path: `\`${folder}\`` })];
    names = readdirSync(full)
      .filter((name) => name.endsWith(".hbs"))
      .sort();
  } catch {
    return [refuse(folder, "there is no such folder")];
  }
  return names.flatMap((name) => {
    const path = `${folder.replace(/\/+$/, "")}/${name}`;
    if (!texts.has(name)) {
      const near = nearNames(name, TEMPLATES);
      const known = oneOf((near.length > 0 ? near : TEMPLATES).map((t) => `\`${t}\``));
      return [refuse(path, `no template has this name, expected ${known}`)];
    }
    try {
      const bytes = readFileSync(join(root, path));
      if (bytes.length > MOST)
        return [refuse(path, `it has ${bytes.length} bytes, at most ${MOST} are read`)];
      texts.set(name, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      return [];
    } catch {
      return [refuse(path, "it is no file of UTF-8 text")];
    }
  });
}

/** What is wrong with a template, at its place. */
export function templateDiagnostic(
  { name, reason, line, column }: TemplateProblem,
  { config }: Project,
): Diagnostic {
  const folder = (config.templates ?? "templates").replace(/\/+$/, "");
  const file = `${folder}/${name}`;
  const source = { file, line, column, endLine: line, endColumn: column + 1 };
  return brokenTemplate(source, { path: `\`${file}\``, reason });
}
