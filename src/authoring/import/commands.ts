// Fences with commands as instructions: one command a line, as far as nothing but plain commands stands in them.
import type { Code } from "mdast";
import { looksLikeCommand } from "../../compiler/1-read/runbook/plausible.ts";
import type { Detail } from "./piece.ts";
import { codeSpan } from "./said.ts";

const SHELLS: readonly string[] = [
  "sh",
  "bash",
  "shell",
  "zsh",
  "console",
  "shell-session",
  "terminal",
  "fish",
];
/** More belongs into a runbook. */
const MOST = 15;
/** What makes a program of lines: they can't stand alone. */
const SCRIPT =
  /^(?:for|if|while|until|case|function|do|done|fi|then|else|elif|esac|\{|\}|\(|\)|EOF)\b|<<|\\$|^\s|^[A-Za-z_]\w*\(\)/;

/** Each command of a fence; undefined for code of another kind, and for a script. */
export function commandsOf({ lang, value }: Code): Detail[] | undefined {
  const lines = linesOf(value);
  const isPlain = (lang ?? "") === "" && lines.every(isCommandOrRemark);
  if (
    !(isPlain || SHELLS.includes(lang?.toLowerCase() ?? "")) ||
    lines.length === 0 ||
    lines.length > MOST ||
    lines.some((l) => SCRIPT.test(l))
  )
    return undefined;
  const details: Detail[] = [];
  let remark = "";
  for (const line of lines) {
    const text = line.replace(/^[$>] /, "");
    if (text.startsWith("#")) remark = text.replace(/^#+\s*/, "");
    else {
      details.push({
        text: remark === "" ? codeSpan(text) : `${plain(remark)}: ${codeSpan(text)}`,
        details: [],
      });
      remark = "";
    }
  }
  return details.length === 0 ? undefined : details;
}

/** Whether a fence is marked as commands, or not marked at all. */
export function isShell({ lang }: Code): boolean {
  return (lang ?? "") === "" || SHELLS.includes(lang?.toLowerCase() ?? "");
}

/** The programs that the commands of a fence begin with. */
export function programsOf({ lang, value }: Code): string[] {
  if (!SHELLS.includes(lang?.toLowerCase() ?? "")) return [];
  return linesOf(value).flatMap((line) => {
    const [first = ""] = line
      .replace(/^[$>] /, "")
      .replace(/^(?:sudo|time|exec) /, "")
      .split(/\s/, 1);
    return /^[a-z_.][\w.+-]*$/i.test(first) && !/^[A-Z]+$/.test(first) ? [first] : [];
  });
}

function linesOf(value: string): string[] {
  return value
    .split("\n")
    .map((l) => l.trimEnd())
    .filter((l) => l !== "");
}

function isCommandOrRemark(line: string): boolean {
  return line.startsWith("#") || looksLikeCommand(line.replace(/^\$ /, ""));
}

/** A remark without what Markdown would read in it. */
function plain(text: string): string {
  return text
    .replace(/[`*_<>[\]]/g, "")
    .replace(/[:.]+$/, "")
    .trim();
}
