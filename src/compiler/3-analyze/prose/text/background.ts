// Sentences that claim nothing of today: what was, what would be, what somebody else says, and questions.
import type { Passage } from "../../../1-read/document.ts";
import type { Lexeme } from "./lexemes.ts";
import { Phrases } from "./phrases.ts";
import { phrases, wordSet } from "./words.ts";

/** Phrases that make a sentence speak of another time, of a possibility, or of what somebody says. */
const PHRASES: readonly string[] = phrases(
  "used to, formerly, previously, originally, historically, in the past, back then, at that time",
  "at the time, no longer takes, no longer needs, no longer waits, no longer is, no longer a",
  "no longer the, is no longer, are no longer, not any more, anymore, any more, ago, once upon",
  "until recently, so far, last week, last month, last year, last quarter, last sprint, last time",
  "last summer, last winter, last spring, last autumn, last night, last release, yesterday, tomorrow",
  "next week, next month, next year, next quarter, some day, one day we, in future, in the future",
  "old, older, former, earlier version, previous version, previous release, legacy, deprecated",
  "obsolete, would, wouldn't, were to, if we, suppose, imagine, hypothetically, in theory, todo, tbd",
  "proposal, proposed, we plan to, we want to, we hope, ideally, wish, as if, for example",
  "for instance, e g, say that, example, is wrong, are wrong, was wrong, it's wrong, wrongly, mistake",
  "mistaken, mistakenly, by accident, incorrect, incorrectly, contrary, myth, misconception, not true",
  "untrue, rumour, rumor, allegedly, supposedly, somebody says, someone says, people say, they say",
  "he says, she says, somebody wrote, somebody thought, was thought, we thought, i thought",
  "it was said, it is said, said to, claims that, claimed that, says that, believed, believes",
  "compared to, compared with, rather than, instead of, as opposed to, unlike, contradicts",
  "differs from",
);

/** Words for texts; behind them "says" is hearsay. */
const TEXTS = wordSet(
  "page comment wiki doc docs document documentation ticket readme runbook article post guide",
  "manual colleague vendor spec specification changelog seed draft email mail thread",
);
const SAYING = wordSet(
  "says say said claims claim claimed calls lists listed wrote writes states stated has had gives",
  "gave takes puts tells told mentions mentioned starts wants counts",
);

/** Headings under which prose tells what was, or shows how something might look. */
const HISTORY: readonly string[] = phrases(
  "history, changelog, change log, past incidents, incidents, post-mortem, postmortem, retrospective",
  "archive, deprecated, superseded, obsolete, formerly, previously, example, examples, an example",
  "timeline, what happened, lessons learned, lessons learnt, release notes, incident timeline",
  "what was, how it was, earlier versions, old version, old versions, background and history",
  "an old version",
);

const TELLING = new Phrases(PHRASES);

/** Whether a sentence tells nothing of how things are. */
export function isBackground(lexemes: readonly Lexeme[]): boolean {
  if (lexemes[lexemes.length - 1]?.text === "?") return true;
  for (const [i, lexeme] of lexemes.entries()) {
    if (lexeme.type !== "word") continue;
    if (isYear(lexeme.text) || isTelling(lexemes, i)) return true;
    if (!TEXTS.has(lexeme.text)) continue;
    const next = lexemes[i + 1];
    const verb =
      next?.type === "word" && ["also", "still", "once", "itself", "only"].includes(next.text)
        ? lexemes[i + 2]
        : next;
    if (verb?.type === "word" && SAYING.has(verb.text)) return true;
  }
  return false;
}

function isTelling(lexemes: readonly Lexeme[], at: number): boolean {
  return TELLING.lengthsAt((i) => lexemes[at + i]?.text).length > 0;
}

/** A year, or a date that opens with one. */
function isYear(word: string): boolean {
  return /^(?:19|20)\d\d(?:-\d\d){0,2}$/.test(word);
}

/** Words of headings under which things are otherwise than they are as a rule. */
const SPECIAL = wordSet(
  "staging production prod dev qa canary windows linux macos arm64 x86 ios android hotfix hotfixes rollback rollbacks",
  "emergency emergencies disaster recovery exceptions",
);

/**
 * Whether a passage tells of something else than how things are as a rule. It stands under a heading of that kind, other
 * than the document's own; or it is a paragraph of a dated entry, which says what happened, while the entry's list items
 * say what holds since.
 */
export function tellsAStory({
  form,
  under,
  entry,
  about,
}: Pick<Passage, "form" | "under" | "entry" | "about">): boolean {
  if (entry !== undefined && form !== "item" && about === undefined) return true;
  const [, ...below] = under;
  return (
    under.some((heading) => HISTORY.includes(heading.replace(/^[\d. ]+/, "").trim())) ||
    below.some((heading) => heading.split(" ").some((word) => SPECIAL.has(word)))
  );
}
