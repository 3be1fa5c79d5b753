// Settings that switch a host's hooks off, read in the order in which the host lets one file outdo another.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Path } from "../../authoring/settings/document.ts";
import { jsonOf, nodeAt, readDocument } from "../../authoring/settings/document.ts";
import { homeOf } from "../install/found.ts";
import type { Terminal } from "../terminal.ts";
import { type Check, note, wrong } from "./check.ts";

/** Where a host keeps settings of an organisation, by platform. */
const MANAGED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "claude-code": {
    linux: "/etc/claude-code/managed-settings.json",
    darwin: "/Library/Application Support/ClaudeCode/managed-settings.json",
    win32: "C:\\Program Files\\ClaudeCode\\managed-settings.json",
  },
  gemini: {
    linux: "/etc/gemini-cli/settings.json",
    darwin: "/Library/Application Support/GeminiCli/settings.json",
    win32: "C:\\ProgramData\\gemini-cli\\settings.json",
  },
};

/** A value in one of several files, and which one. */
interface Found {
  readonly file: string;
  readonly value: unknown;
}

/** What switches the hooks of a host off. */
export function switches(host: string, root: string, { env }: Terminal): Check[] {
  const home = homeOf(env);
  const managed = MANAGED[host]?.[process.platform];
  const inProject = (...names: readonly string[]): string[] => names.map((n) => join(root, n));
  const inHome = (...names: readonly string[]): string[] =>
    home === undefined ? [] : names.map((n) => join(home, n));
  const above = managed === undefined ? [] : [managed];
  switch (host) {
    case "claude-code": {
      const project = inProject(".claude/settings.local.json", ".claude/settings.json");
      const files = [...above, ...project, ...inHome(".claude/settings.json")];
      const own = first(above, ["allowManagedHooksOnly"]);
      return [
        ...(env["CLAUDE_CODE_SIMPLE"] ? [off("CLAUDE_CODE_SIMPLE is set", "unset it")] : []),
        ...isOff(first(files, ["disableAllHooks"]), true, "disableAllHooks"),
        ...isOff(own, true, "allowManagedHooksOnly"),
      ];
    }
    case "gemini": {
      const files = [...above, ...inProject(".gemini/settings.json"), ...inHome(".gemini/settings.json")];
      const disabled = files
        .flatMap((file) => first([file], ["hooksConfig", "disabled"]) ?? [])
        .find(({ value }) => Array.isArray(value) && value.some(namesUs));
      return [
        ...isOff(first(files, ["hooksConfig", "enabled"]), false, "hooksConfig.enabled"),
        ...(disabled === undefined
          ? []
          : [off(`${disabled.file} names Bylaw's hook in hooksConfig.disabled`, "take it out")]),
      ];
    }
    case "copilot": {
      const files = [
        ...inProject(".github/hooks/bylaw-copilot.json", ".github/copilot/settings.local.json"),
        ...inProject(".github/copilot/settings.json"),
        ...inHome(".copilot/settings.json"),
      ];
      return files.flatMap((file) => isOff(first([file], ["disableAllHooks"]), true, "disableAllHooks"));
    }
    case "codex": {
      const files = [...inProject(".codex/config.toml"), ...inHome(".codex/config.toml")];
      const found = files
        .map((file) => ({ file, value: codexFeature(textOf(file)) }))
        .find((f) => f.value !== undefined);
      return [
        ...isOff(found, false, "hooks in [features]"),
        note(
          "whether a person has reviewed its hooks can't be seen from here",
          "start Codex and look at /hooks",
        ),
      ];
    }
    case "vscode":
      return [note("whether the settings or an organisation switch hooks off can't be seen from here")];
    default:
      return [];
  }
}

function off(text: string, todo: string): Check {
  return wrong(`${text}: no hook runs`, todo);
}

function isOff(found: Found | undefined, value: boolean, name: string): Check[] {
  if (found?.value !== value) return [];
  return [off(`${found.file} sets ${name} to ${value}`, "take it out, or have whoever set it do so")];
}

function namesUs(value: unknown): boolean {
  return typeof value === "string" && (value === "bylaw" || /hook\.cjs['"]? gemini\b/.test(value));
}

/** The first file that says something under a path. */
function first(files: readonly string[], path: Path): Found | undefined {
  for (const file of files) {
    const text = textOf(file);
    const read = text === undefined ? undefined : readDocument(text);
    const node = read !== undefined && "root" in read ? nodeAt(read.root, path) : undefined;
    if (node !== undefined) return { file, value: jsonOf(node) };
  }
  return undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").replace(/^\ufeff/, "");
  } catch {
    return undefined;
  }
}

/** `hooks` (or its older name) in the table `features` of a TOML text, in the spellings in which it can stand there. */
function codexFeature(text: string | undefined): boolean | undefined {
  let table = "";
  let found: boolean | undefined;
  for (const line of (text ?? "").split(/\r?\n/)) {
    const head = /^\s*\[\s*([^[\]]+?)\s*\]/.exec(line);
    if (head !== null) {
      table = head[1] ?? "";
      continue;
    }
    const key =
      table === "features"
        ? /^\s*"?(?:hooks|codex_hooks)"?\s*=\s*(true|false)\b/
        : /^\s*features\s*(?:\.\s*|=\s*\{[^}]*?)(?:hooks|codex_hooks)\s*=\s*(true|false)\b/;
    const value = table === "" || table === "features" ? key.exec(line) : null;
    if (value !== null) found = value[1] === "true";
  }
  return found;
}
