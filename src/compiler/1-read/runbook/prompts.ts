// Prompts in front of commands, as terminals print them.

/** Prompts that no command opens with. Each is linear: one class up to one mark. */
const PROMPTS: readonly RegExp[] = [
  /^\$ +/,
  /^❯ +/,
  /^% +(?=[a-z./~])/,
  /^\[?[\w.-]{1,64}@[\w.-]{1,64}[^$#%>\n]{0,120}[$#%] +/,
  /^(?:sh|bash)-\d[\d.]*[$#] +/,
  /^(?:\/|~)[\w./~-]{0,120} [$#] +/,
];

/** Prompts of databases and interpreters: what follows is no shell command. */
const OTHERS =
  /^(?:mysql|MariaDB|sqlite|postgres|psql|redis|cqlsh|mongo\w*|irb|pry|ftp|gdb|\w+=[#>]|\d+\.\d+\.\d+\.\d+:\d+)[^\n]{0,60}?[>#] /;

/** The length of the prompt that opens a line; undefined where none does. */
export function promptOf(line: string): number | undefined {
  for (const prompt of PROMPTS) {
    const found = prompt.exec(line)?.[0];
    if (found !== undefined) return found.length;
  }
  return undefined;
}

/** The length of a root prompt `# ` in front of what reads like a command and not like a remark. */
export function rootPromptOf(line: string): number | undefined {
  const found = /^#\s?(?=[a-z./~][\w./-]*(?:\s+\S|$))/.exec(line)?.[0];
  if (found === undefined || /[.:?!]$/.test(line.trimEnd())) return undefined;
  return found.length;
}

/** The length of a `> ` in front of a command, where a fence has no other prompt. */
export function anglePromptOf(line: string): number | undefined {
  return /^> +(?=[a-z./~])/.exec(line)?.[0].length;
}

/** True for a line typed into another program than a shell. */
export function isOtherPrompt(line: string): boolean {
  return OTHERS.test(line);
}
