// Colours code with Shiki. Colours are classes, so that both schemes share one text and no style stands in a page.
import type { ElementContent } from "hast";
import { createCssVariablesTheme, createHighlighterCoreSync } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import bash from "shiki/langs/bash.mjs";
import diff from "shiki/langs/diff.mjs";
import javascript from "shiki/langs/javascript.mjs";
import json from "shiki/langs/json.mjs";
import markdown from "shiki/langs/markdown.mjs";
import python from "shiki/langs/python.mjs";
import sql from "shiki/langs/sql.mjs";
import yaml from "shiki/langs/yaml.mjs";

/** Longer code, and code with a longer line, is shown without colours: grammars may take long over it. */
const [MOST, MOST_LINE] = [12_000, 1_000];

const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ bash: "bash", sh: "bash", shell: "bash", console: "bash", zsh: "bash", diff: "diff", json: "json" },
  ...{ javascript: "javascript", js: "javascript", markdown: "markdown", md: "markdown", python: "python" },
  ...{ py: "python", sql: "sql", yaml: "yaml", yml: "yaml" },
};

const CLASSES: readonly (readonly [string, string])[] = [
  ["keyword", "k"],
  ["string", "s"],
  ["function", "f"],
  ["constant", "c"],
  ["comment", "m"],
];

/** A function that colours code of the languages that it knows, and leaves all else as it is. */
export function highlighter(): (code: string, language: string) => ElementContent[] {
  const shiki = createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: "variables", variablePrefix: "--" })],
    langs: [bash, diff, javascript, json, markdown, python, sql, yaml],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const known = new Map<string, ElementContent[]>();
  return (code, language) => {
    const lang = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language] : undefined;
    const plain: ElementContent[] = [{ type: "text", value: code }];
    if (lang === undefined || code.length > MOST || code.split("\n").some((line) => line.length > MOST_LINE))
      return plain;
    const key = `${lang} ${code}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { tokens } = shiki.codeToTokens(withoutHoles(code), { lang, theme: "variables" });
    const parts = tokens.flatMap((line, i): ElementContent[] => [
      ...(i === 0 ? [] : [{ type: "text" as const, value: "\n" }]),
      ...merged(
        line.map((t) => ({
          text: code.slice(t.offset, t.offset + t.content.length),
          name: classOf(t.color),
        })),
      ),
    ]);
    known.set(key, parts);
    return parts;
  };
}

/** A `<placeholder>` is a word to the reader, not a redirection; its length stays. */
function withoutHoles(code: string): string {
  return code.replace(/<([\w.-]{1,60})>/g, (_, name: string) => `x${name.replace(/\W/g, "x")}x`);
}

function classOf(color: string | undefined): string | undefined {
  return CLASSES.find(([kind]) => color?.includes(`-${kind}`) === true)?.[1];
}

/** Neighbours of one colour as one piece. */
function merged(
  tokens: readonly { readonly text: string; readonly name: string | undefined }[],
): ElementContent[] {
  const pieces: { text: string; name: string | undefined }[] = [];
  for (const { text, name } of tokens) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && (last.name === name || text.trim() === "")) last.text += text;
    else pieces.push({ text, name });
  }
  return pieces.map(({ text, name }) => {
    const value: ElementContent = { type: "text", value: text };
    return name === undefined
      ? value
      : { type: "element", tagName: "span", properties: { className: [name] }, children: [value] };
  });
}
