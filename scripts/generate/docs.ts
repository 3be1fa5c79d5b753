// The generated tables inside hand-written pages: the grammar, as it is parsed.
import { readFileSync } from "node:fs";
import {
  conditionForms,
  exceptionForms,
  sentenceForms,
  subjectForms,
} from "../../src/compiler/1-read/grammar/productions.ts";
import type { Generated } from "./write.ts";

const PAGE = "docs/language.md";

/** The language page with its tables as the grammar says. */
export function docs(): Generated[] {
  const page = readFileSync(PAGE, "utf8");
  const blocks = { sentences: sentences(), subjects: subjects(), conditions: conditions() };
  const content = Object.entries(blocks).reduce((text, [name, block]) => withBlock(text, name, block), page);
  return [{ path: PAGE, content }];
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

function withBlock(page: string, name: string, block: string): string {
  const begin = `<!-- generated: ${name} -->`;
  const end = "<!-- end -->";
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${PAGE} has no block ${name}`);
  return `${page.slice(0, from + begin.length)}\n\n${block}\n\n${page.slice(to)}`;
}
