// A line that takes in another file: `@path`, as Claude Code and Gemini read it.

/** The path, where the line is nothing else. */
export function pathOfImport(text: string): string | undefined {
  return /^@([~\w.-]{1,80}(?:\/[~\w.-]{1,80}){0,12})$/.exec(text.trim())?.[1];
}
