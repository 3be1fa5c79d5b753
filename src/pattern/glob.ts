// Globs over names and paths, matched without a regular expression: no input makes it slow.

/**
 * Whether `text` fits `glob`. `*` stands for any characters but `/`, `**` for any at all, `?` for one but `/`.
 * Dot files need no dot in the glob. Takes time in the product of both lengths at most.
 */
export function globMatches(glob: string, text: string): boolean {
  const tokens = tokenize(glob);
  // row[i]: the tokens read so far can end at offset i of the text.
  let row = new Uint8Array(text.length + 1);
  row[0] = 1;
  for (const token of tokens) {
    const next = new Uint8Array(text.length + 1);
    for (let i = 0; i <= text.length; i++) {
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
  | { readonly type: "any" | "folders" | "one" };

function tokenize(glob: string): GlobToken[] {
  const tokens: GlobToken[] = [];
  for (let i = 0; i < glob.length; i++) {
    const char = glob[i] ?? "";
    if (char === "*" && glob[i + 1] === "*") {
      tokens.push({ type: "folders" });
      i++;
      while (glob[i + 1] === "*") i++;
    } else if (char === "*") tokens.push({ type: "any" });
    else if (char === "?") tokens.push({ type: "one" });
    else tokens.push({ type: "char", char });
  }
  return tokens;
}
