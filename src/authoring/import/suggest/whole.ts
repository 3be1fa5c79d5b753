// Sentences that nearly parse, in words that do: the suggestions that an author gets.
import type { IsKnown } from "../plausible.ts";
import { limits } from "../rule-words.ts";
import { canonicalOf } from "./canonical.ts";
import type { Suggestion } from "./suggestion.ts";

/** Longer sentences say more than one thing. */
const LONGEST = 300;

type Rewrite = readonly [reason: string, pattern: RegExp, by: string | ((...found: string[]) => string)];

const NOT = "(?:never|do not|don't|must not|should not|shouldn't|should never|avoid|no|cannot|can't)";
const CODE = "(`[^`]{1,120}`)";

/** Whole sentences that mean one of ours. Applied to the sentence in small letters outside of code, without its end. */
const WHOLE: readonly Rewrite[] = [
  [
    "it is said of the option in passive words",
    new RegExp(
      `^${CODE} (?:must not|must never|should not|should never|may not|is not to) be (?:used|passed|given) (?:with|to|on|for|in) ${CODE}$`,
    ),
    "Never pass $1 to $2",
  ],
  [
    "it is said of the option in passive words",
    new RegExp(`^${CODE} is (?:forbidden|prohibited|not allowed|banned) (?:with|to|on|for|in) ${CODE}$`),
    "Never pass $1 to $2",
  ],
  [
    "it is said of the tool in passive words",
    new RegExp(`^${CODE} (?:must|should) always be (?:run|called|used|started) with ${CODE}$`),
    "Always pass $2 to $1",
  ],
  [
    "it is said of the tool",
    new RegExp(`^${CODE} (?:requires|needs|always needs) ${CODE}$`),
    "Always pass $2 to $1",
  ],
  [
    "what is given is “passed”, to a tool",
    new RegExp(
      `^(?:always |you should |make sure to |be sure to |remember to )?(?:use|pass|add|include|give|set) (?:the )?${CODE}(?: flag| option| switch)? (?:to|with|for|on|when running|when you run|when using|when calling) (?:the )?${CODE}$`,
    ),
    "Always pass $1 to $2",
  ],
  [
    "what is given is “passed”, to a tool",
    new RegExp(
      `^(?:always |you should |make sure to |be sure to )?(?:run|use|call|execute) (?:the )?${CODE} with (?:the )?${CODE}(?: flag| option| switch)?$`,
    ),
    "Always pass $2 to $1",
  ],
  [
    "what is better is “preferred”",
    new RegExp(
      `^(?:always |please |you should )?(?:use|run|prefer|choose|favou?r) (?:the )?${CODE}[,;]? (?:instead of|over|rather than|not|and not|never|in place of|in favou?r of) (?:the )?${CODE}$`,
    ),
    "Prefer $1 over $2",
  ],
  [
    "what is better is “preferred”",
    new RegExp(
      `^${NOT} (?:use|run|using|running) ${CODE}[,;:. —–-]{1,3}(?:but )?(?:use|run|prefer) ${CODE}(?: instead)?$`,
    ),
    "Prefer $2 over $1",
  ],
  [
    "“run … before” is the form for it",
    new RegExp(`^(?:only )?run ${CODE} (?:only )?after (?:running )?${CODE}(?: has (?:passed|succeeded))?$`),
    "Always run $2 before $1",
  ],
  [
    "what comes first stands in an order",
    new RegExp(`^(?:always )?run ${CODE} first,? (?:and )?then (?:run )?${CODE}$`),
    "Require order $1, then $2",
  ],
  [
    "what is written in a file is “written”",
    new RegExp(`^${NOT} (?:use|using|put|have|add|leave) ${CODE} (?:in|inside|to) ${CODE}(?: files?)?$`),
    (_, text, glob) => (/[*/.]/.test(glob ?? "") ? `Never write ${text} in ${folder(glob)}` : ""),
  ],
];

/** Words that are left out: they change nothing. */
const CLEANED: readonly (readonly [RegExp, string])[] = [
  [/\s+/g, " "],
  [/[*_]{2,3}/g, ""],
  [/^(?:[^\p{L}`]{1,4})+/gu, ""],
  [/^(?:please|note|important|critical|warning|remember)[:,!]? /, ""],
  [/^(?:you|we|agents) (?=must|should|never|always|do not|don't|may not)/, ""],
  [/\b(?:ever|explicitly|under any circumstances) /g, ""],
  [/[.!:;, ]+$/, ""],
];

/** A rule that a sentence of an author nearly is; undefined where none comes near. */
export function suggestWhole(text: string, isKnown: IsKnown): Suggestion | undefined {
  if (text.length > LONGEST) return undefined;
  const quoted = text.replace(/["“]([^"“”`]{1,80})["”]/g, "`$1`");
  const plain = CLEANED.reduce((t, [pattern, by]) => t.replace(pattern, by), lowered(quoted));
  for (const [reason, pattern, by] of WHOLE) {
    const found = pattern.exec(plain);
    if (found === null) continue;
    const words = typeof by === "string" ? filled(by, found) : by(...found);
    const sentence = words === "" ? undefined : canonicalOf(words, isKnown);
    if (sentence !== undefined && isCommand(sentence, plain, isKnown)) return { sentence, reason };
  }
  const spanned = plain
    .replace(/\b(the|a|an|any) (?=`)/g, "")
    .replace(/(`[^`]{1,120}`) (?:command|flag|option|script|tool|file|switch)s?\b/g, "$1");
  const reread = canonicalOf(withLead(spanned), isKnown);
  if (reread !== undefined)
    return {
      sentence: reread,
      reason:
        quoted === text ? "words of no meaning to it are left out" : "what is exact stands in backticks",
    };
  const comma = /^([^,`]*(?:`[^`]*`[^,`]*)+), (.{1,200})$/.exec(plain);
  const head =
    comma === null || limits(comma[2] ?? "") ? undefined : canonicalOf(withLead(comma[1] ?? ""), isKnown);
  if (head !== undefined)
    return { sentence: head, reason: "what stands behind the comma is a reason, which goes into `Because`" };
  return undefined;
}

/** Whether what nobody is to use is a command at all: “never use `any`” is about a word of a language. */
function isCommand(sentence: string, plain: string, isKnown: IsKnown): boolean {
  const program = /^Never run `([^`\s]+)[^`]*`\.$/.exec(sentence)?.[1];
  return (
    program === undefined ||
    isKnown(program) ||
    !/\b(?:us(?:e|ed|ing)|call\w*|invok\w*|banned|allowed|prohibited|forbidden)\b/.test(plain)
  );
}

/** Softer words as leads. */
function withLead(plain: string): string {
  return plain
    .replace(/^(?:you |we |agents )?(?:should not|shouldn't|should never|can't|cannot|can not) /, "never ")
    .replace(/^(?:you |we |agents )?should(?: always)? /, "always ")
    .replace(/^(?:make sure to|be sure to|remember to|ensure you|always make sure to) /, "always ")
    .replace(/^(?:avoid|refrain from) running /, "never run ")
    .replace(/^(?:avoid|refrain from) (?:editing|modifying|changing) /, "never edit ")
    .replace(/^(?:avoid|refrain from) (?:using|passing|adding) /, "never pass ");
}

/** Small letters, but for what stands in backticks. */
function lowered(text: string): string {
  return text
    .replaceAll("’", "'")
    .split("`")
    .map((part, i) => (i % 2 === 0 ? part.toLowerCase() : part))
    .join("`");
}

function filled(by: string, found: readonly string[]): string {
  return by.replace(/\$(\d)/g, (_, n: string) => found[Number(n)] ?? "");
}

function bare(code: string | undefined): string {
  return (code ?? "").replaceAll("`", "");
}

function inCode(text: string): string {
  return `\`${text}\``;
}

/** A folder as the glob of all that is in it. */
function folder(code: string | undefined, isFolder = false): string {
  const path = bare(code);
  if (path.endsWith("/")) return inCode(`${path}**`);
  const looks = isFolder && !/[*?]/.test(path) && !/\.\w{1,5}$/.test(path);
  return inCode(looks ? `${path}/**` : path);
}
