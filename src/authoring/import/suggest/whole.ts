// Sentences that nearly parse, in words that do: the suggestions that an author gets.
import type { IsKnown } from "../plausible.ts";
import { limits } from "../rule-words.ts";
import { canonicalOf } from "./canonical.ts";
import type { Suggestion } from "./suggestion.ts";

/** Longer sentences say more than one thing. */
const LONGEST = 300;

type Rewrite = readonly [reason: string, pattern: RegExp, by: string | ((...found: string[]) => string)];

const DONE: Readonly<Record<string, string>> = {
  commit: "git commit",
  push: "git push",
  committing: "git commit",
  "you commit": "git commit",
  "a commit": "git commit",
  pushing: "git push",
  "you push": "git push",
  "a push": "git push",
  merging: "git merge",
  "opening a pr": "gh pr create",
  "opening a pull request": "gh pr create",
  "creating a pr": "gh pr create",
  "creating a pull request": "gh pr create",
  "opening prs": "gh pr create",
};
const DOING = Object.keys(DONE).join("|");
const NOT = "(?:never|do not|don't|must not|should not|shouldn't|should never|avoid|no|cannot|can't)";
const EDITED =
  "(?:edit(?:ed|ing)?|modif(?:y|ied|ying)|chang(?:e|ed|ing)|touch(?:ed|ing)?|alter(?:ed|ing)?|updat(?:e|ed|ing)|overwritten|hand-edit(?:ed)?)";
const CODE = "(`[^`]{1,120}`)";

/** Whole sentences that mean one of ours. Applied to the sentence in small letters outside of code, without its end. */
const WHOLE: readonly Rewrite[] = [
  [
    "the option that does it is named",
    new RegExp(`^${NOT} (?:force[- ]push(?:ing)?)(?: to ${CODE})?.{0,40}$`),
    (_, branch) =>
      branch === undefined || branch === ""
        ? "Never run `git push --force`"
        : `Never pass ${branch} as \`<refspec>\` to \`git push\`, when \`--force\` is used`,
  ],
  [
    "the command is named",
    new RegExp(
      `^${NOT} (?:push|commit|pushing|committing)(?: (?:directly|straight))? (?:on|to|onto|into) (?:the )?${CODE}(?: branch)?$`,
    ),
    "Never pass $1 as `<refspec>` to `git push`",
  ],
  [
    "the option that does it is named",
    new RegExp(
      `^${NOT} (?:skip|bypass|disable|skipping|bypassing)(?: the| any)?(?: git| pre-commit| commit)? hooks?$`,
    ),
    "Never pass `--no-verify` to `git commit`",
  ],
  [
    "the command is named",
    new RegExp(
      `^${NOT} (?:commit|add|stage|check in|committing) (?:the |any )?${CODE}(?: files?)?(?: to git| to the repo(?:sitory)?)?$`,
    ),
    (_, file) => `Never run ${inCode(`git add ${bare(file)}`)}`,
  ],
  [
    "it is said of the tool in passive words",
    new RegExp(
      `^${CODE} (?:must not|must never|should not|should never|may not|is not to|cannot) be (?:run|used|executed|called|invoked)$`,
    ),
    "Never run $1",
  ],
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
    new RegExp(`^${CODE} is (?:forbidden|prohibited|not allowed|banned)$`),
    "Never run $1",
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
    "it is said of the file in passive words",
    new RegExp(
      `^(?:files? (?:in|under|below) )?${CODE} (?:must not|must never|should not|should never|may not|is not to|are not to) be ${EDITED}(?: by hand| manually| directly)?$`,
    ),
    (_, glob) => `Never edit ${folder(glob)}`,
  ],
  [
    "what is not to be edited stands in front",
    new RegExp(
      `^${CODE} (?:is|are) (?:auto-?)?generated[,;:. —–-]{1,3}(?:so )?(?:please )?(?:never|do not|don't) ${EDITED}(?: it| them| this)?(?: by hand| manually| directly)?$`,
    ),
    (_, glob) => `Never edit ${folder(glob)}`,
  ],
  [
    "files below a folder are named by a glob",
    new RegExp(
      `^${NOT} ${EDITED} (?:any |the |anything |files? |any files? |generated files? |generated code )?(?:in|under|inside|below|within|of) (?:the )?${CODE}(?: folder| directory| dir)?(?: by hand| manually| directly)?$`,
    ),
    (_, glob) => `Never edit ${folder(glob, true)}`,
  ],
  [
    "“edit” is the word for it",
    new RegExp(
      `^${NOT} ${EDITED} (?:the )?${CODE}(?: files?| folder| directory)?(?: by hand| manually| directly| yourself)?$`,
    ),
    (_, glob) => `Never edit ${folder(glob)}`,
  ],
  [
    "“read” is the word for it",
    new RegExp(`^${NOT} (?:read|open|print|cat|look at|reading|opening)(?: the| any)? ${CODE}(?: files?)?$`),
    (_, glob) => `Never read ${folder(glob)}`,
  ],
  [
    "“delete” is the word for it",
    new RegExp(
      `^${NOT} (?:remove|delete|removing|deleting)(?: the| any)? ${CODE}(?: files?| folder| directory)?$`,
    ),
    (_, glob) => `Never delete ${folder(glob)}`,
  ],
  [
    "“ask before” is the lead for it",
    new RegExp(
      `^(?:always )?(?:ask(?: me| us| the user| first| for (?:permission|approval|confirmation))?|check with (?:me|us|the user)|get (?:approval|permission|confirmation)|confirm(?: with (?:me|us|the user))?) before (?:running|executing|using|calling|you run) (?:the )?${CODE}$`,
    ),
    "Ask before running $1",
  ],
  [
    "“ask before” is the lead for it",
    new RegExp(
      `^(?:always )?(?:ask(?: me| us| the user| first| for (?:permission|approval))?|check with (?:me|us|the user)|get (?:approval|permission)) before (?:editing|changing|modifying|touching|updating|you (?:edit|change|modify)) (?:the |files in )?${CODE}$`,
    ),
    (_, glob) => `Ask before editing ${folder(glob)}`,
  ],
  [
    "what a person allows is asked about",
    new RegExp(
      `^${NOT} (?:run|running|execute|use|call) (?:the )?${CODE} without (?:asking|approval|permission|confirmation|explicit \\w{1,20}|being asked)(?: first)?$`,
    ),
    "Ask before running $1",
  ],
  [
    "what is given is “passed”, to a tool",
    new RegExp(
      `^${NOT} (?:use|using|pass|passing|add|adding|give|set|run with) (?:the )?${CODE}(?: flag| option| switch)? (?:to|with|for|on|in|when running|when you run|when using|when calling) (?:the )?${CODE}$`,
    ),
    "Never pass $1 to $2",
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
    "both commands are named",
    new RegExp(
      `^(?:always |you should |you must |make sure to |be sure to |remember to )?(?:run|execute|start) ${CODE} before (?:you |every |each )?(${DOING})(?: .{0,30})?$`,
    ),
    (_, first, done) => `Always run ${first} before \`${DONE[done ?? ""] ?? ""}\``,
  ],
  [
    "both commands are named",
    new RegExp(`^before (${DOING})(?: [a-z ]{0,30})?,? (?:always |please )?run ${CODE}$`),
    (_, done, first) => `Always run ${first} before \`${DONE[done ?? ""] ?? ""}\``,
  ],
  [
    "“run … before” is the form for it",
    new RegExp(
      `^(?:always |you should |make sure to )?(?:run|execute) ${CODE} before (?:running |you run |executing |using |calling )?${CODE}$`,
    ),
    "Always run $1 before $2",
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
  [
    "“never run” is the form for it",
    new RegExp(
      `^${NOT} (?:use|using|call|calling|invoke|run|running|execute|executing) (?:the )?${CODE}(?: command| script| tool)?$`,
    ),
    "Never run $1",
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
  const wrapped = wrap(plain);
  const own = wrapped === undefined ? undefined : canonicalOf(wrapped, isKnown);
  return own === undefined ? undefined : { sentence: own, reason: "the command stands in backticks" };
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

/** “Never run git push --force” with the command as code. */
function wrap(plain: string): string | undefined {
  const match =
    /^(never|do not|don't|always|must not|should not|avoid)(?: ever)? (run|running|execute|executing) (?:the )?([a-z][\w./-]*(?: [\w./:=@<>-]+){1,7})$/i.exec(
      plain,
    );
  const command = match?.[3];
  if (command === undefined || !/ -/.test(` ${command}`)) return undefined;
  if (/\b(?:when|if|unless|until|before|after|in|on|with|without|the|and|or|to)\b/.test(command))
    return undefined;
  return match?.[1] === "always" ? undefined : `Never run \`${command}\``;
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
