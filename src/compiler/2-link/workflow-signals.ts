// How a task's output is read: what starts, passes, fails, blocks or waives it, and what is captured.
import type { Signal, Source, Task } from "../../policy/types.ts";
import type { DefinitionLabel } from "../1-read/document.ts";
import type { Token } from "../1-read/tokens.ts";
import { invalidLabel } from "../messages/generated.ts";
import { type NeedsContext, readNeeds } from "./workflow-needs.ts";

const EXPECTED = "“stdout contains `text`”, “it exits 0”, or a condition on facts and tasks";
const OUTPUTS = ["stdout", "stderr", "output"];

/** The signals of one label line: several joined by "or" are several, joined by "and" one. */
export function readSignals(label: DefinitionLabel, context: Omit<NeedsContext, "label">): Signal[] {
  const all = label.tokens
    .filter((t) => t.text !== ".")
    .map((t) => (t.type === "mark" && t.text === ";" ? { ...t, text: "," } : t));
  const tokens = all[0]?.text === "the" ? all.slice(1) : all;
  const [first, second] = tokens;
  const refuse = (): Signal[] => {
    const found = tokens.length === 0 ? "nothing" : `“${label.text.slice(0, 80)}”`;
    context.linker.report(invalidLabel(label.source, { found, label: label.name, expected: EXPECTED }));
    return [];
  };
  if (first === undefined) return refuse();
  if (
    first.type === "word" &&
    OUTPUTS.includes(first.text) &&
    ["contains", "has"].includes(second?.text ?? "")
  )
    return readTexts(tokens.slice(2), label) ?? refuse();
  const words = tokens.map((t) => t.text).join(" ");
  if (/^(?:it|exit|stdout|stderr|output)\b/.test(words) && first.type === "word")
    return readExits(words, label.source) ?? refuse();
  const holds = readNeeds(label.tokens, label.source, { ...context, label: label.name });
  return holds.length === 0 ? [] : [{ holds, source: label.source }];
}

/** "[the text] `a` and `b`", "[one of] `a`, `b` or `c`"; "any of:" and "all of:" may have an item for each below. */
function readTexts(tokens: readonly Token[], { source }: DefinitionLabel): Signal[] | undefined {
  const first = tokens.findIndex((t) => t.type === "code");
  const opening = tokens.slice(0, Math.max(first, 0)).map((t) => t.text);
  const words = opening.filter((w) => ![":", ","].includes(w)).join(" ");
  const any = /^(?:(?:one|any|either) of|either)$/.test(words);
  const all = /^(?:all of|both)$/.test(words);
  // Items below a bare colon may be meant either way.
  if ((words !== "" && words !== "the text" && !any && !all) || (opening.includes(":") && !any && !all))
    return undefined;
  const rest = tokens.slice(opening.length);
  const codes = rest.filter((t) => t.type === "code");
  const joins = rest.filter((t) => t.type !== "code").map((t) => t.text);
  const [and, or] = [joins.includes("and"), joins.includes("or")];
  if (codes.length === 0 || codes.some((c) => c.text === "") || (and && or)) return undefined;
  if (!joins.every((j) => [",", "and", "or"].includes(j)) || (any && and) || (all && or)) return undefined;
  const texts = codes.map((c) => c.text);
  return and || all || codes.length === 1
    ? [{ texts, source }]
    : codes.map((c) => ({ texts: [c.text], source: c.source }));
}

const STATUS = "(?:(?:with )?(?:the )?(?:exit )?(?:status|code) |with )?";
const LIST = "(\\d{1,3}(?:(?: ,)? or \\d{1,3}| , \\d{1,3})*)";
const EXITS = new RegExp(`^(?:it exits ${STATUS}|exit (?:status|code) is )${LIST}$`);
const EXITS_OTHER = new RegExp(
  `^(?:it (?:does not|doesn['’]t) exit ${STATUS}|exit (?:status|code) is (?:not|anything but|other than) |it exits ${STATUS}(?:anything (?:but|other than|except)|other than) )${LIST}$`,
);
const NON_ZERO =
  /^(?:it exits (?:with )?(?:an? )?(?:non-zero|nonzero|error)(?: (?:exit )?(?:status|code))?|exit (?:status|code) is (?:non-zero|nonzero))$/;
const ELSE =
  /^(?:it exits (?:with )?(?:anything|something) else|it exits with (?:another|any other) (?:exit )?(?:status|code)|exit (?:status|code) is (?:anything|something) else)$/;

/** "it exits 0", "it exits with 1 or 2", "it does not exit 0", "it exits non-zero"; undefined for anything else. */
function readExits(words: string, source: Source): Signal[] | undefined {
  const numbers = (list: string | undefined): number[] => (list ?? "").split(/\D+/).map(Number);
  const own = EXITS.exec(words);
  const other = EXITS_OTHER.exec(words);
  const listed = numbers(own?.[1] ?? other?.[1]);
  if (listed.some((n) => n > 255)) return undefined;
  if (own !== null) return listed.map((exits) => ({ exits, source }));
  if (other !== null) return [{ exitsOther: listed, source }];
  if (NON_ZERO.test(words)) return [{ exitsOther: [0], source }];
  return ELSE.test(words) ? [{ exitsOther: [], source }] : undefined;
}

/** What "anything else" leaves out: the exit statuses that other lines of the task name. */
export function fillElse(signals: readonly Signal[], others: readonly Signal[]): Signal[] {
  const named = [...new Set(others.flatMap((s) => ("exits" in s ? [s.exits] : [])))];
  return signals.map((s) =>
    "exitsOther" in s && s.exitsOther.length === 0
      ? { ...s, exitsOther: named.length === 0 ? [0] : named }
      : s,
  );
}

/** "`build` from `Build number: {build}`": names, each with the text around it. */
export function readCaptures(
  label: DefinitionLabel,
  { linker }: Pick<NeedsContext, "linker">,
): Task["captures"] {
  const captures: Task["captures"] = [];
  const expected = "a name and the text that it stands in, such as “`build` from `Build number: {build}`”";
  const codes = label.tokens.filter((t) => t.type === "code");
  const joins = label.tokens.filter((t) => t.type !== "code").map((t) => t.text);
  const bad = (found: string): Task["captures"] => {
    linker.report(invalidLabel(label.source, { found, label: label.name, expected }));
    return [];
  };
  if (
    codes.length === 0 ||
    codes.length % 2 === 1 ||
    joins.filter((j) => j === "from").length * 2 !== codes.length
  )
    return bad(`“${label.text.slice(0, 80)}”`);
  for (let i = 0; i < codes.length; i += 2) {
    const [name, from] = [codes[i], codes[i + 1]];
    if (name === undefined || from === undefined) continue;
    if (!/^[A-Za-z_][\w-]*$/.test(name.text)) return bad(`\`${name.text}\``);
    const pieces = from.text.split(`{${name.text}}`);
    if (pieces.length !== 2 || pieces.every((p) => p.trim() === "")) return bad(`\`${from.text}\``);
    captures.push({ name: name.text, from: from.text, source: name.source });
  }
  return captures;
}
