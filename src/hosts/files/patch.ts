// The patch format of the apply_patch tools: which files it adds, deletes, moves and changes, and how.

/** Lines that are to be found one after the other, and what takes their place. */
interface Hunk {
  readonly old: readonly string[];
  readonly new: readonly string[];
}

/** What a patch does to one file. `body` is what the patch says of it. */
export type PatchedFile = { readonly path: string; readonly body: string } & (
  | { readonly kind: "add"; readonly content: string }
  | { readonly kind: "delete" }
  | { readonly kind: "update"; readonly moveTo?: string; readonly hunks: readonly Hunk[] }
);

const BEGIN = "*** Begin Patch";

/** Whether a text holds a patch. */
export function holdsPatch(text: string): boolean {
  return text.includes(BEGIN);
}

export interface Patch {
  readonly files: readonly PatchedFile[];
  /** False where a header is indented: it may as well be a line of a file, so what files will hold isn't known. */
  readonly exact: boolean;
}

/** The files of a patch. A header counts wherever it stands, as the tools are lenient about what is around it. */
export function readPatch(text: string): Patch {
  const files: PatchedFile[] = [];
  let exact = true;
  let body: string[] = [];
  let header: { readonly kind: PatchedFile["kind"]; readonly path: string } | undefined;
  const finish = (): void => {
    if (header !== undefined) files.push(patchedFile(header.kind, header.path, body));
    body = [];
  };
  for (const line of text.split(/\r\n|\n|\r/)) {
    const found = /^\s*\*\*\* (Add|Delete|Update) File: ?(.*)$/.exec(line);
    if (found !== null) {
      finish();
      exact &&= line.startsWith("***");
      header = { kind: KINDS[found[1] ?? ""] ?? "update", path: (found[2] ?? "").trim() };
    } else if (/^\s*\*\*\* End Patch\s*$/.test(line)) {
      finish();
      header = undefined;
    } else body.push(line);
  }
  finish();
  return { files: files.filter((f) => f.path !== ""), exact };
}

const KINDS: Readonly<Record<string, PatchedFile["kind"]>> = {
  Add: "add",
  Delete: "delete",
  Update: "update",
};

function patchedFile(kind: PatchedFile["kind"], path: string, lines: readonly string[]): PatchedFile {
  const body = lines.join("\n");
  if (kind === "delete") return { kind, path, body };
  if (kind === "add") {
    const added = lines.filter((l) => l.startsWith("+")).map((l) => `${l.slice(1)}\n`);
    return { kind, path, body, content: added.join("") };
  }
  const move = lines.map((l) => /^\s*\*\*\* Move to: ?(.*)$/.exec(l)?.[1]?.trim()).find((to) => to);
  return { kind, path, body, ...(move === undefined ? {} : { moveTo: move }), hunks: hunksOf(lines) };
}

function hunksOf(body: readonly string[]): Hunk[] {
  const hunks: { old: string[]; new: string[] }[] = [];
  for (const line of body) {
    if (line.startsWith("***")) continue;
    if (line.startsWith("@@") || hunks.length === 0) hunks.push({ old: [], new: [] });
    if (line.startsWith("@@")) continue;
    const hunk = hunks[hunks.length - 1];
    if (hunk === undefined) continue;
    // A line without a mark is context, as an empty one is in patches whose trailing blanks were taken off.
    const text = /^[ +-]/.test(line) ? line.slice(1) : line;
    if (!line.startsWith("+")) hunk.old.push(text);
    if (!line.startsWith("-")) hunk.new.push(text);
  }
  return hunks.filter((h) => h.old.length + h.new.length > 0);
}
