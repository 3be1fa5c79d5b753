// Typed constructors and the reference page, from the authored messages.
import { readdirSync, readFileSync } from "node:fs";
import type { Generated } from "./write.ts";

const FOLDER = "src/compiler/messages";

interface Message {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly why: string;
  readonly todo: string;
}

interface Family {
  readonly title: string;
  readonly intro: string;
  readonly messages: readonly Message[];
}

/** The generated files of the message catalogue. */
export function messages(): Generated[] {
  const families = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => family(readFileSync(`${FOLDER}/${name}`, "utf8"), name));
  const all = families.flatMap((f) => f.messages);
  const twice = all.find((m, i) => all.findIndex((o) => o.code === m.code) !== i);
  if (twice !== undefined) throw new Error(`message ${twice.code} is authored twice`);
  return [
    { path: `${FOLDER}/generated.ts`, content: constructors(all) },
    { path: "docs/diagnostics.md", content: page(families) },
  ];
}

function family(text: string, file: string): Family {
  const [head = "", ...sections] = text.split(/^## /m);
  const [title = "", ...intro] = head.replace(/^# /, "").trim().split("\n");
  return {
    title,
    intro: intro.join("\n").trim(),
    messages: sections.map((section) => message(section, file)),
  };
}

function message(section: string, file: string): Message {
  const [code = "", ...lines] = section.trim().split("\n");
  const label = (name: string): string => {
    const line = lines.find((l) => l.startsWith(`- ${name}: `));
    if (line === undefined) throw new Error(`${file}: message ${code} has no ${name}`);
    return line.slice(name.length + 4).trim();
  };
  const authored = {
    code,
    severity: label("Severity"),
    message: label("Message"),
    why: label("Why"),
    todo: label("Do"),
  };
  if (!["error", "warning", "notice"].includes(authored.severity))
    throw new Error(`${file}: severity of ${code}`);
  return authored;
}

function constructors(all: readonly Message[]): string {
  const lines = [
    "// Generated from the Markdown beside it by `npm run generate`. Do not edit.",
    'import type { Source } from "../../policy/types.ts";',
    'import { type Diagnostic, diagnostic, type Extras } from "./diagnostic.ts";',
    "",
  ];
  for (const m of all) {
    const holes = [
      ...new Set([...`${m.message} ${m.why} ${m.todo}`.matchAll(/\{([a-z]+)\}/g)].map((hole) => hole[1])),
    ];
    const name = m.code.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const values =
      holes.length === 0 ? "" : `, values: { ${holes.map((hole) => `${hole}: string`).join("; ")} }`;
    lines.push(
      `/** ${m.message.replaceAll("*/", "")} */`,
      `export function ${name}(at: Source${values}, extras?: Extras): Diagnostic {`,
      `  const authored = ${JSON.stringify(m)} as const;`,
      `  return diagnostic(authored, at, ${holes.length === 0 ? "{}" : "values"}, extras);`,
      "}",
      "",
    );
  }
  lines.push(`export const CODES = ${JSON.stringify(all.map((m) => m.code))} as const;`, "");
  return lines.join("\n");
}

function page(families: readonly Family[]): string {
  const lines = [
    "# Diagnostics",
    "",
    "Every message that Bylaw gives about sources, policies and outputs. This page is generated from",
    "`src/compiler/messages/`. A part in braces is filled in with what was found.",
    "",
  ];
  for (const f of families) {
    lines.push(`## ${f.title}`, "", f.intro, "");
    for (const m of f.messages) {
      lines.push(`### ${m.code}`, "", `*${m.severity}*: ${m.message}.`, "", `Why: ${m.why}`, "", m.todo, "");
    }
  }
  return `${lines.join("\n").trim()}\n`;
}
