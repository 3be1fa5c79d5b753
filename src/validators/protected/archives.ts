// Archives and patches: what is unpacked, or applied, above something protected may hold it.
import type { Word } from "../../shell/types.ts";
import { type Does, type Seen, strictest } from "./seen.ts";
import { isOption, knownText, standingOf } from "./words.ts";

/** What an archiver does; `nothing` where it is one that changes nothing protected, undefined for any other program. */
export function archiveDoes(program: string, seen: Seen): Does | "nothing" | undefined {
  const { args } = seen.invocation;
  const texts = args.map(knownText);
  if (/^(?:bsd|g)?tar$/.test(program)) return tar(texts, seen);
  if (program === "unzip")
    return texts.some((t) => /^-[lptvZz]/.test(t)) ? "nothing" : into(valueWord(texts, args, /^-d/), seen);
  if (/^7z[azr]?$/.test(program))
    return /^[ex]$/.test(texts[0] ?? "")
      ? into(
          args.find((w) => knownText(w).startsWith("-o")),
          seen,
        )
      : "nothing";
  if (program === "zip")
    return (
      strictest(
        args.some((w) => /^-[a-z]*m/.test(knownText(w)))
          ? args
          : args.filter((w) => !isOption(w)).slice(0, 1),
        seen,
        "takes",
      ) ?? "nothing"
    );
  if (program === "cpio")
    return texts.some((t) => /^-[a-z]*i|^--extract/.test(t)) ? into(undefined, seen) : undefined;
  return undefined;
}

function tar(texts: readonly string[], seen: Seen): Does | "nothing" {
  const { args } = seen.invocation;
  const [first = ""] = texts;
  const bundled = /^[A-Za-z]+$/.test(first) ? first : "";
  const letters = [bundled, ...texts.filter((t) => /^-[A-Za-z]+$/.test(t))].join("");
  const folder = valueWord(texts, args, /^(?:-C|--directory)/);
  if (letters.includes("x") || texts.some((t) => t === "--extract" || t === "--get")) {
    const absolute = letters.includes("P") || texts.includes("--absolute-names");
    const word = args[0];
    return absolute && word !== undefined ? { does: "may change", word } : into(folder, seen);
  }
  if (texts.includes("--remove-files")) return strictest(args, seen, "takes") ?? "nothing";
  const file =
    valueWord(texts, args, /^(?:-[A-Za-z]*f|--file)/) ?? (bundled.includes("f") ? args[1] : undefined);
  return (file === undefined ? undefined : strictest([file], seen, "writes")) ?? "nothing";
}

/** The word of an option's value: behind `=`, or the next one. */
function valueWord(texts: readonly string[], args: readonly Word[], option: RegExp): Word | undefined {
  const at = texts.findIndex((t) => option.test(t));
  if (at < 0) return undefined;
  const text = texts[at] ?? "";
  return text.includes("=") || (/^-[A-Za-z]./.test(text) && /[/\\.~]/.test(text)) ? args[at] : args[at + 1];
}

/** What is unpacked into a folder; into the one where it runs where none is named. */
function into(folder: Word | undefined, seen: Seen): Does | "nothing" {
  const { program } = seen.invocation;
  const word: Word = folder ?? { ...program, text: ".", raw: ".", glob: false };
  const standing = standingOf(word, seen.places, seen.from);
  const shown = folder ?? program;
  if (standing === "inside") return { does: "changes", word: shown };
  return standing === "outside" || (standing === "unknown" && (isOption(word) || seen.isNew(word)))
    ? "nothing"
    : { does: "may change", word: shown };
}

/** What patches change, by the names that stand in them; those of standard input where none is named. */
export function patched(files: readonly Word[], seen: Seen): Does | undefined {
  const { program, redirections } = seen.invocation;
  const input = redirections.filter((r) => r.operator === "<").map((r) => r.target);
  const words = files.length > 0 ? files : input;
  const texts =
    words.length === 0
      ? [seen.textOf(undefined)]
      : words.map((w) => (w.text === undefined ? undefined : seen.textOf(w.text)));
  const word = words[0] ?? program;
  if (texts.some((t) => t !== undefined && seen.names(t))) return { does: "changes", word };
  return texts.some((t) => t === undefined) ? { does: "may change", word } : undefined;
}
