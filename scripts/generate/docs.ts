// The generated tables inside hand-written pages: the grammar, as it is parsed; what each host can and can't do.
import { readFileSync } from "node:fs";
import { HOSTS } from "../../src/cli/hook/all-hosts.ts";
import {
  conditionForms,
  exceptionForms,
  sentenceForms,
  subjectForms,
} from "../../src/compiler/1-read/grammar/productions.ts";
import type { Generated } from "./write.ts";

/** The pages with their tables as the code says. */
export function docs(): Generated[] {
  return [
    page("docs/language.md", { sentences: sentences(), subjects: subjects(), conditions: conditions() }),
    page("docs/hosts.md", { abilities: abilities(), gaps: gaps() }),
  ];
}

function page(path: string, blocks: Readonly<Record<string, string>>): Generated {
  const entries = Object.entries(blocks);
  const content = entries.reduce(
    (text, [name, block]) => withBlock(path, text, name, block),
    readFileSync(path, "utf8"),
  );
  return { path, content };
}

function abilities(): string {
  const yes = (can: boolean): string => (can ? "yes" : "–");
  const rows = HOSTS.map(({ name, can }) => {
    const cells = [can.ask, can.personChannel, can.prompts, can.results, can.sessionStart].map(yes);
    return `| \`${name}\` | ${cells.join(" | ")} |`;
  });
  const head =
    "| host | asks | shows the key to the person alone | a phrase approves | told how commands end | reminded at the start |";
  return [head, "| --- | --- | --- | --- | --- | --- |", ...rows].join("\n");
}

function gaps(): string {
  return HOSTS.map(({ name, can }) => `\`${name}\`\n\n${can.gaps.map((g) => `- ${g}`).join("\n")}`).join(
    "\n\n",
  );
}

function sentences(): string {
  const rows = sentenceForms.map((s) => `| **${s.lead}** | ${code(s.form)} | ${s.broken} |`);
  return ["| lead | sentence | when broken |", "| --- | --- | --- |", ...rows].join("\n");
}

function subjects(): string {
  const rows = subjectForms.map((s) => `| ${code(s.form)} | ${s.about} |`);
  return ["| subject | looks at |", "| --- | --- |", ...rows].join("\n");
}

function conditions(): string {
  const rows = [
    ...conditionForms.map((c) => `| *when*, *unless* | ${code(c.form)} | ${c.holds} |`),
    ...exceptionForms.map((e) => `| *unless* | ${code(e.form)} | ${e.holds} |`),
  ];
  return ["| after | condition | holds when |", "| --- | --- | --- |", ...rows].join("\n");
}

function code(form: string): string {
  return `\`${form.replaceAll("|", "\\|")}\``;
}

function withBlock(path: string, page: string, name: string, block: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const end = "<!-- end -->";
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${path} has no block ${name}`);
  return `${page.slice(0, from + begin.length)}\n\n${block}\n\n${page.slice(to)}`;
}
