// Globs over names and paths, matched without a regular expression: no input makes it slow.
//
// `**/` at the head of a part stands for any number of folders, none among them: `a/**/b` fits `a/b`, `**/b` fits `b`.

/** The most globs that braces may stand for. */
const MOST_SPELLINGS = 256;

/** Whether `text` fits `glob`; `{a,b}` in it is one or the other. Brackets and all else stand for themselves. */
export function globMatches(glob: string, text: string): boolean {
  if (!glob.includes("{")) return plainGlobMatches(glob, text);
  return spellings(glob).some((plain) => plainGlobMatches(plain, text));
}

/** What braces stand for, innermost first. Those without a comma, and what is too much, stay as they are written. */
export function spellings(glob: string): string[] {
  const found: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const inner =
      found.length + open.length > MOST_SPELLINGS ? null : /\{([^{},]*(?:,[^{},]*)+)\}/.exec(next);
    if (inner === null) found.push(next);
    else {
      const before = next.slice(0, inner.index);
      const after = next.slice(inner.index + inner[0].length);
      for (const part of (inner[1] ?? "").split(",")) open.push(before + part + after);
    }
  }
  return found;
}

/**
 * Whether a text of which only pieces are known, null where anything may stand, can fit a glob. Looked at are its known
 * beginning, and what stands behind its last slash; never true, since the rest may be anything.
 */
export function mayFit(glob: string, pieces: readonly (string | null)[] | undefined): false | "unknown" {
  const [first, last] = [pieces?.[0] ?? "", pieces?.[pieces.length - 1] ?? ""];
  const fits = spellings(glob).some((plain) => {
    const fixed = plain.slice(0, plain.search(/[*?]|$/));
    const begins = fixed.startsWith(first) || first.startsWith(fixed);
    const part = plain.slice(plain.lastIndexOf("/") + 1);
    const known = last.includes("/") && !part.includes("**");
    return begins && (!known || plainGlobMatches(part, last.slice(last.lastIndexOf("/") + 1)));
  });
  return fits ? "unknown" : false;
}

/**
 * Whether `text` fits `glob`, braces as they are. `*` stands for any characters but `/`, two of them for any at all, `?` for one but `/`.
 * Dot files need no dot in the glob. Takes time in the product of both lengths at most.
 */
function plainGlobMatches(glob: string, text: string): boolean {
  const tokens = tokenize(glob);
  // row[i]: the tokens read so far can end at offset i of the text.
  let row = new Uint8Array(text.length + 1);
  row[0] = 1;
  for (const token of tokens) {
    const next = new Uint8Array(text.length + 1);
    let inFolders = false;
    for (let i = 0; i <= text.length; i++) {
      if (token.type === "anyFolders") {
        // Nothing, or whatever ends in a slash behind a place where the tokens before can end.
        inFolders ||= row[i] === 1;
        if (row[i] === 1 || (inFolders && text[i - 1] === "/")) next[i] = 1;
        continue;
      }
      const open = token.type === "any" || token.type === "folders";
      if (row[i] === 1 && open) next[i] = 1;
      if (i === text.length) break;
      const char = text[i] ?? "";
      if (token.type === "folders" && next[i] === 1) next[i + 1] = 1;
      else if (token.type === "any" && next[i] === 1 && char !== "/") next[i + 1] = 1;
      else if (token.type === "one" && row[i] === 1 && char !== "/") next[i + 1] = 1;
      else if (token.type === "char" && row[i] === 1 && char === token.char) next[i + 1] = 1;
    }
    row = next;
  }
  return row[text.length] === 1;
}

type GlobToken =
  | { readonly type: "char"; readonly char: string }
  | { readonly type: "any" | "folders" | "anyFolders" | "one" };

function tokenize(glob: string): GlobToken[] {
  const tokens: GlobToken[] = [];
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i] ?? "";
    if (char === "*" && glob[i + 1] === "*") {
      const opensPart = i === 0 || glob[i - 1] === "/";
      i++;
      while (glob[i + 1] === "*") i++;
      const folders = opensPart && glob[i + 1] === "/";
      if (folders) i++;
      tokens.push({ type: folders ? "anyFolders" : "folders" });
    } else if (char === "*") tokens.push({ type: "any" });
    else if (char === "?") tokens.push({ type: "one" });
    else tokens.push({ type: "char", char });
  }
  return tokens;
}
