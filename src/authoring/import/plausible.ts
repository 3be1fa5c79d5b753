// Whether a sentence that parses was meant as one of ours: “Prefer `const` over `let`” is about no commands.
import { isGroup, isOption, type Parsed } from "../../compiler/1-read/grammar/parsed.ts";
import type { Sentence } from "../../compiler/1-read/grammar/read-sentence.ts";

/** Whether a program is known: declared, shipped, or shown as a command by the document. */
export type IsKnown = (program: string) => boolean;

/** Names that end like files which nobody runs. */
const NO_PROGRAM =
  /\.(?:md|mdx|json|jsonc|ya?ml|toml|lock|txt|tsx|jsx|css|scss|html|svg|png|cfg|ini|env|xml|csv)$/i;
/** Signs between commands. */
const SEVERAL = /(?:^|\s)(?:\|\|?|&&?|;)(?:\s|$)|;\s|\$\(/;
const SCRIPT = /\.(?:sh|bash|py|rb|pl|js|mjs|cjs|ts|ps1|bat|cmd|exe)$/i;

/** Why a sentence that parses may mean something else; undefined where it speaks of commands and files. */
export function doubtAbout({ form, parsed }: Sentence, isKnown: IsKnown): string | undefined {
  const commands = tokensOf(parsed, "T");
  const explicit = /\brun\b|\brunning\b|\border\b/.test(form.form) || tokensOf(parsed, "F").some(isOption);
  const some = commands.some((text) => isKnown(text.split(/\s+/, 1)[0] ?? ""));
  for (const text of commands) {
    const [program = "", ...more] = text.split(/\s+/);
    if (SEVERAL.test(text)) return `\`${text}\` is more than one command`;
    if (NO_PROGRAM.test(program)) return `\`${program}\` looks like a file and not like a command`;
    if (isKnown(program) || SCRIPT.test(program) || program.includes("/") || program.includes("*")) continue;
    if (!/^[a-z_.][\w.+:@-]*$/i.test(program) || /^[A-Z]{3,}$/.test(program))
      return `\`${text}\` doesn't look like a command`;
    if (more.length === 0 && !explicit && !some) return `nothing says that \`${program}\` is a command`;
  }
  return undefined;
}

/**
 * Why a sentence about commands and files may speak of something else that stands in backticks: of a word of a
 * language, or of a folder. Undefined where each command is known, or has more words, and each file looks like one.
 */
export function uncertaintyOf(
  { form, parsed }: Sentence,
  isKnown: IsKnown,
  isOurs = false,
): string | undefined {
  const isRun = /\brun\b|\brunning\b|\border\b/.test(form.form);
  for (const text of isRun ? tokensOf(parsed, "T") : []) {
    const [program = "", ...more] = text.split(/\s+/);
    if (more[more.length - 1] === "--")
      return `\`${text}\` is read as \`${text.slice(0, -3)}\`: then it is wider`;
    if (isKnown(program) || SCRIPT.test(program) || /[/*]/.test(program)) continue;
    if (!isOurs || more.length === 0 || more.some((word) => !/^[\w./:=@<>,+*"'-]+$/.test(word)))
      return `nothing says that \`${program}\` is a command`;
  }
  if (!/\bG\b/.test(form.form)) return undefined;
  const file = tokensOf(parsed, "G").find((text) => !text.endsWith("/") && !looksLikeFile(text));
  return file === undefined ? undefined : `\`${file}\` may be a folder, or no file at all`;
}

/** Files without a dot in their names, and those whose names begin with one. */
const FILES =
  /^(?:(?:Make|Docker|Container|Gem|Proc|Jenkins|Vagrant|Rake|Brew|Pip|Just|Caddy|Earth|Tilt|Fast|Pod|Cart)file|justfile|makefile|LICEN[SC]E|COPYING|NOTICE|README|CHANGELOG|AUTHORS|VERSION|CODEOWNERS|BUILD|WORKSPACE|gradlew|\.env|\.\w{1,20}(?:rc|ignore|attributes|modules|config|version|keep))$/;
/** Ends of file names that are longer than most. */
const LONG_END =
  /\.(?:tfstate|properties|config|gradle|sqlite|ipynb|prisma|graphql|svelte|sample|example|template|snapshot)$/i;

/** Whether a glob fits files: it has a star, or its last part is named as files are. */
export function looksLikeFile(glob: string): boolean {
  const name = glob.slice(glob.lastIndexOf("/") + 1);
  if (/[*?{]/.test(glob) || FILES.test(name) || LONG_END.test(name)) return true;
  return /[^.]\.[A-Za-z0-9]{1,5}$/.test(name);
}

/** The texts in the slots of one letter, of the sentence and not of its conditions. */
function tokensOf({ fillings }: Parsed, slot: string): string[] {
  return fillings.flatMap((f) => (f.type === "tokens" && f.slot === slot ? f.tokens.map((t) => t.text) : []));
}

/** The names of facts that a sentence's conditions hang on. */
export function factsOf(parsed: Parsed): string[] {
  return parsed.fillings.flatMap((f) => {
    if (f.type === "tokens") return f.slot === "K" ? f.tokens.map((t) => t.text) : [];
    return f.group.parts.flatMap((part) =>
      isGroup(part) ? part.parts.flatMap((p) => (isGroup(p) ? [] : factsOf(p))) : factsOf(part),
    );
  });
}

/** The sentence with folders as globs of all that is in them: `src/gen/` alone fits no file. */
export function withFolders({ form, parsed, canonical }: Sentence): string {
  if (!/\bG\b/.test(form.form)) return canonical;
  const folders = tokensOf(parsed, "G").filter((g) => g.endsWith("/") || !looksLikeFile(g));
  return folders.reduce(
    (text, g) => text.replaceAll(`\`${g}\``, `\`${g.replace(/\/$/, "")}/**\``),
    canonical,
  );
}
