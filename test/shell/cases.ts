// Reads the cases of a file of the corpus; the README beside says how they are written.

export interface Case {
  readonly line: number;
  readonly command: string;
  /** The decision and the rules or codes that made it, in order of the alphabet. */
  readonly expected: string;
  /** True where the checker is known to say something else. */
  readonly gap: boolean;
}

export interface CaseFile {
  readonly shell: string;
  readonly cases: readonly Case[];
  /** Lines of text without a mark behind them: a mistake of the file. */
  readonly unmarked: readonly number[];
}

const MARK = /(?:^|\s)# (?:gap: )?(?:allow|(?:deny|ask): [a-z-]+(?: [a-z-]+)*)$/;
const SHELL = /^# shell: ([a-z]+)$/;

/** A case is a line with a mark at its end, or the lines since the last case or blank line with it. */
export function readCases(text: string): CaseFile {
  const cases: Case[] = [];
  const unmarked: number[] = [];
  let open: string[] = [];
  let start = 1;
  const lines = text.replace(/\n$/, "").split("\n");
  const shell = SHELL.exec(lines[0] ?? "")?.[1];
  for (const [index, line] of [...lines, ""].entries()) {
    if (open.length === 0) start = index + 1;
    const mark = MARK.exec(line)?.[0];
    if (mark !== undefined) {
      const last = line.slice(0, line.length - mark.length);
      const command = [...open, ...(last === "" ? [] : [last])].join("\n");
      cases.push({ line: start, command: `${command}\n`, ...expectation(mark) });
      open = [];
    } else if (line === "") {
      if (open.some((l) => !l.startsWith("# "))) unmarked.push(start);
      open = [];
    } else if (open.length > 0 || !line.startsWith("# ")) {
      open.push(line);
    }
  }
  return { shell: shell ?? "bash", cases, unmarked };
}

function expectation(mark: string): Pick<Case, "expected" | "gap"> {
  const [, gap, decision = "", why = ""] = /# (gap: )?(\w+)(?:: (.*))?$/.exec(mark) ?? [];
  return { expected: [decision, ...why.split(" ").filter(Boolean).sort()].join(" "), gap: gap !== undefined };
}
