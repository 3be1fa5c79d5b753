// Zed and Junie: of several files the first that is there is read, and it hides the others.
// zed-industries/zed docs/src/ai/rules.md; dyoshikawa/rulesync docs/reference/file-formats.md, looked up 2026-08-18.
import { ZED_FILES } from "./hiding.ts";
import type { Loaded, Loader, ProjectFiles } from "./loaded.ts";

function firstOf(names: readonly string[]): Loader {
  return (files: ProjectFiles): Loaded => {
    const there = names.flatMap((path) => {
      const text = files.read(path);
      return text === undefined ? [] : [{ path, text }];
    });
    const [first, ...hidden] = there;
    return {
      parts:
        first === undefined
          ? []
          : [{ ...first, because: "the first of those that are looked for", lost: "" }],
      passed: hidden.map(({ path }) => ({ path, reason: `${first?.path} hides it` })),
      notes: [],
    };
  };
}

export const zed = firstOf(ZED_FILES);
export const junie = firstOf([".junie/AGENTS.md", "AGENTS.md", ".junie/guidelines.md"]);
