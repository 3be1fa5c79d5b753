// What import does with more sentences than anybody reads, and where it says that a sentence stands.
import { expect, test } from "vitest";
import { importDocument } from "../../src/authoring/import/import-document.ts";
import { limitedSuggest, MOST_TEXTS } from "../../src/authoring/import/suggest/limited.ts";

test("so many texts are looked at, and it is told once that there are more", () => {
  let told = 0;
  const suggest = limitedSuggest(
    () => true,
    () => {
      told++;
    },
  );
  const found = Array.from({ length: MOST_TEXTS + 20 }, () => suggest("No `x y`.").length);
  expect([found[MOST_TEXTS - 1], found[MOST_TEXTS], told]).toEqual([1, 0, 1]);
});

test("sentences of one paragraph have each their own place", () => {
  const text = "# Agents\n\n> Don't use `a b`.\n> Don't push to main.  Never run\n> `sudo`.\n";
  const imported = importDocument("AGENTS.md", text, () => true);
  if ("problem" in imported) throw new Error(imported.problem.message);
  const places = imported.pieces.flatMap((p) =>
    "near" in p ? p.near.map((n) => n.source) : p.type === "rule" ? [p.source] : [],
  );
  expect(places.map((s) => [s.line, s.column])).toEqual([
    [3, 3],
    [4, 3],
    [4, 24],
  ]);
});
