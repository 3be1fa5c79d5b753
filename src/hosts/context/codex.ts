// Codex: one file a folder from the project's root down, until the bytes are used up.
// openai/codex codex-rs/core/src/agents_md.rs and developers.openai.com/codex/guides/agents-md, looked up 2026-08-23.
import {
  foldersTo,
  inFolder,
  type Loaded,
  type LoadedPart,
  type PassedOver,
  type ProjectFiles,
} from "./loaded.ts";

const CONFIG = ".codex/config.toml";
const MOST_BYTES = 32_768;

/** What Codex reads when it is started in the folder of a file. */
export function codex(files: ProjectFiles, path: string): Loaded {
  const config = files.read(CONFIG) ?? "";
  const most = Number(setting(config, "project_doc_max_bytes") ?? MOST_BYTES);
  const names = [
    "AGENTS.override.md",
    "AGENTS.md",
    ...texts(setting(config, "project_doc_fallback_filenames")),
  ];
  const markers = texts(setting(config, "project_root_markers"));
  const folders = foldersTo(path);
  const marked = folders.findLastIndex((folder) =>
    (markers.length === 0 ? [".git"] : markers).some((marker) => files.exists(inFolder(folder, marker))),
  );
  const chain = marked < 0 ? folders.slice(-1) : folders.slice(marked);
  const parts: LoadedPart[] = [];
  const passed: PassedOver[] = [];
  let left = most;
  for (const folder of chain) {
    const there = names.map((name) => inFolder(folder, name)).filter((p) => files.read(p) !== undefined);
    const [taken, ...hidden] = there;
    for (const p of hidden) passed.push({ path: p, reason: `${taken} stands beside it and is read instead` });
    if (taken === undefined) continue;
    const text = files.read(taken) ?? "";
    const bytes = Buffer.byteLength(text, "utf8");
    if (text.trim() === "") passed.push({ path: taken, reason: "it is empty" });
    else if (left <= 0) passed.push({ path: taken, reason: `all ${most} bytes are used up` });
    else {
      const shown = bytes > left ? cut(text, left) : text;
      const lost = bytes > left ? `the last ${bytes - left} of ${bytes} bytes: ${most} are read in all` : "";
      parts.push({ path: taken, text: shown, because: folder === "" ? "at the root" : `in ${folder}`, lost });
      left -= Math.min(bytes, left);
    }
  }
  const start = folders[folders.length - 1] === "" ? "the root" : folders[folders.length - 1];
  const notes = [`As if it was started in ${start}: it reads from the root of the repository down to there.`];
  if (marked < 0)
    notes.push("No folder up from there is the root of a repository, so only the folder itself counts.");
  return { parts, passed, notes };
}

/** The first bytes of a text, without a character that is cut in two. */
function cut(text: string, bytes: number): string {
  return Buffer.from(text, "utf8")
    .subarray(0, bytes)
    .toString("utf8")
    .replace(/\ufffd+$/, "");
}

/** The value of a key at the head of a TOML file, as it is written on its line. */
function setting(toml: string, key: string): string | undefined {
  for (const line of toml.split(/\r\n|\n/)) {
    if (line.trimStart().startsWith("[")) return undefined;
    const at = line.indexOf("=");
    if (at > 0 && line.slice(0, at).trim() === key)
      return line
        .slice(at + 1)
        .replace(/#.*$/, "")
        .trim();
  }
  return undefined;
}

/** A list of texts on one line. */
function texts(value: string | undefined): string[] {
  return [...(value ?? "").matchAll(/"([^"\\]*)"|'([^']*)'/g)].map((m) => m[1] ?? m[2] ?? "");
}
