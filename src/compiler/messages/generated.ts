// Generated from the Markdown beside it by `npm run generate`. Do not edit.
import type { Source } from "../../policy/types.ts";
import { type Diagnostic, diagnostic, type Extras } from "./diagnostic.ts";

/** Rule `{id}` has no place in {path}: {reason} */
export function ruleNotPlaced(at: Source, values: { id: string; path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"rule-not-placed","severity":"error","message":"Rule `{id}` has no place in {path}: {reason}","why":"a rule that the agent never reads is found out about by being stopped, time after time.","todo":"Shorten or split what stands in front of it, limit guidance to its files with `applies-to`, or shorten what people wrote into the file."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} can't be used: {reason} */
export function brokenTemplate(at: Source, values: { path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"broken-template","severity":"error","message":"{path} can't be used: {reason}","why":"without it nothing can be written for agents.","todo":"Correct it at this place; Bylaw's own template of that name shows what there is to be shown."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `applies-to` names {glob}, which can't be a file of the project: {reason} */
export function scopeOutside(at: Source, values: { glob: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"scope-outside","severity":"error","message":"`applies-to` names {glob}, which can't be a file of the project: {reason}","why":"the instructions for it would be written somewhere else, or never be loaded.","todo":"Give a glob that begins at the project's folder, such as `src/**`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} is there already, and Bylaw hasn't written it */
export function notGenerated(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"not-generated","severity":"error","message":"{path} is there already, and Bylaw hasn't written it","why":"text that people wrote is never replaced.","todo":"Move it to another name, or take its target out of `agents` in bylaw.config.json."} as const;
  return diagnostic(authored, at, values, extras);
}

/** What Bylaw wrote into {path} was changed by hand */
export function editedOutput(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"edited-output","severity":"error","message":"What Bylaw wrote into {path} was changed by hand","why":"the next build would lose the change, and what is not in the sources is not checked.","todo":"Move the change into the sources or outside the marks, and take the file or the block away; then build again."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} is not generated any more, and stays: it was changed by hand */
export function keptFile(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"kept-file","severity":"warning","message":"{path} is not generated any more, and stays: it was changed by hand","why":"agents go on loading it, and nobody keeps it up to date.","todo":"Take it away, or keep it as a file of your own."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} can't be added to: {reason} */
export function unreadableSettings(at: Source, values: { path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreadable-settings","severity":"error","message":"{path} can't be added to: {reason}","why":"settings that can't be read can't be changed with care.","todo":"Mend it at this place, then build again. Nothing was changed."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} keeps {host} from reading {hidden} */
export function shadowed(at: Source, values: { path: string; host: string; hidden: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"shadowed","severity":"warning","message":"{path} keeps {host} from reading {hidden}","why":"an agent in it gets none of the rules.","todo":"Take it away, or move what it says into the other file, outside the marks."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This looks like a secret: {shown} */
export function secretInOutput(at: Source, values: { shown: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"secret-in-output","severity":"error","message":"This looks like a secret: {shown}","why":"what is written for agents is committed, sent to models and kept in transcripts.","todo":"Take it out of the sources, put a placeholder there, and revoke it if it is a real one."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {character} in what is written for agents */
export function hiddenInOutput(at: Source, values: { character: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"hidden-in-output","severity":"error","message":"{character} in what is written for agents","why":"agents read what people can't see.","todo":"Take it out of the template or the source."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rule `{id}` forbids something and shows no example of it */
export function noExample(at: Source, values: { id: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-example","severity":"warning","message":"Rule `{id}` forbids something and shows no example of it","why":"an example is the test that the sentence means what its author meant.","todo":"Add a line such as: Blocks: `command`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rule `{id}` ended on {date} */
export function expired(at: Source, values: { id: string; date: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"expired","severity":"warning","message":"Rule `{id}` ended on {date}","why":"it is no longer enforced, and readers may think that it is.","todo":"Take it out, or move its `Until`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rule `{id}` ends on {date} */
export function expiresSoon(at: Source, values: { id: string; date: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"expires-soon","severity":"notice","message":"Rule `{id}` ends on {date}","why":"from the day after it nothing is enforced here.","todo":"Move its `Until`, or let it end."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {what} was to be looked at again by {date} */
export function reviewDue(at: Source, values: { what: string; date: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"review-due","severity":"notice","message":"{what} was to be looked at again by {date}","why":"what nobody looks at goes stale, and agents follow it all the same.","todo":"Read it through; then move the date."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nobody supplies fact `{fact}`, and rule `{id}` hangs on it */
export function factWithoutSource(at: Source, values: { fact: string; id: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"fact-without-source","severity":"error","message":"Nobody supplies fact `{fact}`, and rule `{id}` hangs on it","why":"a rule that can never be decided looks enforced and isn't.","todo":"Add a `From` line under the fact's heading: a file, a tool's result, a command's output or the operator."} as const;
  return diagnostic(authored, at, values, extras);
}

/** **Allow** `{pattern}` lifts nothing, expected an `Exception to` line */
export function exceptionWithoutRule(at: Source, values: { pattern: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"exception-without-rule","severity":"error","message":"**Allow** `{pattern}` lifts nothing, expected an `Exception to` line","why":"what no rule forbids needs no permission, and this one would be taken for a general one.","todo":"Name the rule that it is an exception to, or take it out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{id}` is an exception to `{other}`, which speaks of other commands */
export function needlessException(at: Source, values: { id: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"needless-exception","severity":"warning","message":"`{id}` is an exception to `{other}`, which speaks of other commands","why":"it lifts nothing, so one of the two doesn't say what was meant.","todo":"Name the rule that forbids this, or take the line out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Member `{member}` of list `{list}` is covered by `{other}` */
export function coveredMember(at: Source, values: { member: string; list: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"covered-member","severity":"warning","message":"Member `{member}` of list `{list}` is covered by `{other}`","why":"one of the two lines has no effect.","todo":"Remove one of them, unless the list grows or shrinks by it."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{id}` and `{other}` can't both be kept: `{witness}` breaks the first, and the mended `{mended}` breaks the second */
export function clash(at: Source, values: { id: string; other: string; witness: string; mended: string; older: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"clash","severity":"error","message":"`{id}` and `{other}` can't both be kept: `{witness}` breaks the first, and the mended `{mended}` breaks the second","why":"no command satisfies both, so every one is denied.","todo":"Let the later one say: Supersedes: `{older}`. Or limit one of them by a condition."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Whether `{id}` and `{other}` can both be kept was not analysed */
export function notAnalysed(at: Source, values: { id: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"not-analysed","severity":"notice","message":"Whether `{id}` and `{other}` can both be kept was not analysed","why":"they are of kinds that can clash, and their conditions are more than the analysis can turn into a command.","todo":"Look at both yourself."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rule `{id}` can never apply: {reason} */
export function neverApplies(at: Source, values: { id: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"never-applies","severity":"warning","message":"Rule `{id}` can never apply: {reason}","why":"nothing is enforced by it.","todo":"Correct its condition."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rule `{id}` adds nothing to `{other}`, which forbids all of it */
export function coveredRule(at: Source, values: { id: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"covered-rule","severity":"notice","message":"Rule `{id}` adds nothing to `{other}`, which forbids all of it","why":"two rules for one thing have to be changed together.","todo":"Take one of them out, unless it gives a better reason."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This shows `{command}`, which `{id}` denies: {reason} */
export function shownCommandDenied(at: Source, values: { command: string; id: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"shown-command-denied","severity":"warning","message":"This shows `{command}`, which `{id}` denies: {reason}","why":"people and agents copy what is shown.","todo":"Change the command, or say under the rule that this is what it Blocks."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Decision `{name}` has no column {column}, expected {expected} */
export function missingColumn(at: Source, values: { name: string; column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-column","severity":"error","message":"Decision `{name}` has no column {column}, expected {expected}","why":"a table without inputs or outcomes decides nothing.","todo":"Head each input's column with its name in backticks, and the column of outcomes with: then."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected “{found}” under decision `{name}`, expected “Exactly one row applies.” or “The first matching row applies.” */
export function unclearChoice(at: Source, values: { found: string; name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unclear-choice","severity":"error","message":"Unexpected “{found}” under decision `{name}`, expected “Exactly one row applies.” or “The first matching row applies.”","why":"which row counts where several fit changes what is decided.","todo":"Write one of the two sentences; without one, exactly one row applies."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found} in column `{column}`, expected {expected} */
export function unreadableCell(at: Source, values: { found: string; column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreadable-cell","severity":"error","message":"Unexpected {found} in column `{column}`, expected {expected}","why":"a cell that is read another way than it was meant decides cases that nobody looked at.","todo":"Correct the cell."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{found}` in column `{column}`, expected {expected} */
export function mistypedValue(at: Source, values: { found: string; column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"mistyped-value","severity":"error","message":"Unexpected `{found}` in column `{column}`, expected {expected}","why":"it can't be compared with the values of this input.","todo":"Correct the value, or the `Type` of the fact."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected outcome `{outcome}`, which is not declared */
export function unknownOutcome(at: Source, values: { outcome: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-outcome","severity":"error","message":"Unexpected outcome `{outcome}`, which is not declared","why":"a caller would get an outcome without exit status or message.","todo":"Correct the name, or declare it under a heading such as: Outcome `{outcome}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** No decision has the outcome `{outcome}` */
export function unusedOutcome(at: Source, values: { outcome: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unused-outcome","severity":"warning","message":"No decision has the outcome `{outcome}`","why":"what is said of it has no effect.","todo":"Correct its name, or take it out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected circle of decisions: {circle} */
export function circularDecision(at: Source, values: { circle: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"circular-decision","severity":"error","message":"Unexpected circle of decisions: {circle}","why":"decisions that hang on each other decide nothing.","todo":"Take one of them out of the columns of the others."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Decision `{name}` is given two ways: {difference} */
export function twoDecisions(at: Source, values: { name: string; difference: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"two-decisions","severity":"error","message":"Decision `{name}` is given two ways: {difference}","why":"readers of one table don't know of the other.","todo":"Keep one of the tables, and change it in its place."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Decision `{name}` has no row where {witness} */
export function decisionGap(at: Source, values: { name: string; witness: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"decision-gap","severity":"error","message":"Decision `{name}` has no row where {witness}","why":"nobody has decided what happens then.","todo":"Add rows, or a last row that opens with: otherwise."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rows {first} and {second} of decision `{name}` both apply where {witness} */
export function decisionOverlap(at: Source, values: { first: string; second: string; name: string; witness: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"decision-overlap","severity":"error","message":"Rows {first} and {second} of decision `{name}` both apply where {witness}","why":"exactly one row is to apply, and it can't be told which outcome holds.","todo":"Narrow one of the rows. If the order of the rows is meant to decide, write: The first matching row applies."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Row {row} of decision `{name}` never applies: {reason} */
export function unreachableRow(at: Source, values: { row: string; name: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreachable-row","severity":"warning","message":"Row {row} of decision `{name}` never applies: {reason}","why":"its outcome is shown to readers and never comes about.","todo":"Take the row out, or correct its cells or its place."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Row {row} of decision `{name}` ended on {date} */
export function endedRow(at: Source, values: { row: string; name: string; date: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"ended-row","severity":"warning","message":"Row {row} of decision `{name}` ended on {date}","why":"it no longer applies, and readers may think that it does.","todo":"Take it out, or move its date."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Only the last row of decision `{name}` catches {count} of cases: {groups} */
export function caughtByOtherwise(at: Source, values: { name: string; count: string; groups: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"caught-by-otherwise","severity":"notice","message":"Only the last row of decision `{name}` catches {count} of cases: {groups}","why":"nobody has looked at them one by one; a case that was forgotten is among them.","todo":"Give a row of its own to each group that deserves one."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Decision `{name}` was not analysed for {what} */
export function decisionNotAnalysed(at: Source, values: { name: string; what: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"decision-not-analysed","severity":"notice","message":"Decision `{name}` was not analysed for {what}","why":"its rows tell more cases apart than the analysis looks at.","todo":"Split it: the outcome of one decision may be an input of another."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected heading `{heading}`, expected {expected} */
export function unknownDefinition(at: Source, values: { heading: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-definition","severity":"error","message":"Unexpected heading `{heading}`, expected {expected}","why":"the table below it would be read by nobody.","todo":"Correct the heading."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {definition} has no table, expected one directly under its heading */
export function missingTable(at: Source, values: { definition: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-table","severity":"error","message":"{definition} has no table, expected one directly under its heading","why":"a definition without data defines nothing.","todo":"Put the table, with its heading row, directly under the definition's heading."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found} in this row, expected {expected} */
export function raggedRow(at: Source, values: { found: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"ragged-row","severity":"error","message":"Unexpected {found} in this row, expected {expected}","why":"a cell that slipped into another column changes what is enforced.","todo":"Add or remove a `|`. A `|` inside a code span is written `\\|`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected column `{column}`, expected {expected} */
export function unknownColumn(at: Source, values: { column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-column","severity":"error","message":"Unexpected column `{column}`, expected {expected}","why":"a column that isn't known has no effect.","todo":"Correct the column's name, or leave the column out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found}, expected {expected} */
export function notAToken(at: Source, values: { found: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"not-a-token","severity":"error","message":"Unexpected {found}, expected {expected}","why":"Bylaw compares only what stands in backticks.","todo":"Put the name, and nothing else, in one pair of backticks."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{found}` in column `{column}`, expected {expected} */
export function unknownValue(at: Source, values: { found: string; column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-value","severity":"error","message":"Unexpected `{found}` in column `{column}`, expected {expected}","why":"the option would be read wrongly.","todo":"Correct the cell."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected second definition of {kind} `{name}` */
export function duplicateDefinition(at: Source, values: { kind: string; name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"duplicate-definition","severity":"error","message":"Unexpected second definition of {kind} `{name}`","why":"only one of them could hold.","todo":"Join both, or rename one."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{member}`, which stands on list `{list}` already */
export function duplicateMember(at: Source, values: { member: string; list: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"duplicate-member","severity":"error","message":"Unexpected `{member}`, which stands on list `{list}` already","why":"its reason would be given two ways.","todo":"Remove one of the two lines."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{member}`, which does not stand on list `{list}` */
export function absentMember(at: Source, values: { member: string; list: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"absent-member","severity":"error","message":"Unexpected `{member}`, which does not stand on list `{list}`","why":"nothing would be removed.","todo":"Correct the name."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Step `{name}` has no command patterns, expected list items of one code span each */
export function missingPatterns(at: Source, values: { name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-patterns","severity":"error","message":"Step `{name}` has no command patterns, expected list items of one code span each","why":"a step that nothing does is never done.","todo":"Write each command that counts as having done the step as a list item, in backticks."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected lines of a table that is none, expected {expected} */
export function brokenTable(at: Source, values: { expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"broken-table","severity":"error","message":"Unexpected lines of a table that is none, expected {expected}","why":"these lines are read as a paragraph, and the definition has no data.","todo":"Put a row such as `| --- | --- |` below the heading row, with as many cells."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {definition} has a second table with the same heading row, expected one table */
export function secondTable(at: Source, values: { definition: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"second-table","severity":"error","message":"{definition} has a second table with the same heading row, expected one table","why":"only the first one is read.","todo":"Put the rows of both into one table, with no blank line between them."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{found}`, which fact `{fact}` never is, expected {expected} */
export function impossibleValue(at: Source, values: { found: string; fact: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"impossible-value","severity":"error","message":"Unexpected `{found}`, which fact `{fact}` never is, expected {expected}","why":"the condition would never hold.","todo":"Correct the value, or add it to the `Values` of the fact."} as const;
  return diagnostic(authored, at, values, extras);
}

/** No sources found, expected Markdown files matching {patterns} */
export function noSources(at: Source, values: { patterns: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-sources","severity":"error","message":"No sources found, expected Markdown files matching {patterns}","why":"a build without sources would write a policy that allows everything.","todo":"Put a file there, or name your folders under `sources` in `bylaw.config.json`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** There is no folder {folder} */
export function missingFolder(at: Source, values: { folder: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-folder","severity":"error","message":"There is no folder {folder}","why":"nothing can be compiled there.","todo":"Run `bylaw build` inside the project, or name the folder that holds it."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This source can't be read: {reason} */
export function unreadable(at: Source, values: { reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreadable","severity":"error","message":"This source can't be read: {reason}","why":"a rule that isn't read isn't enforced, so the build stops.","todo":"Make the file readable, or move it out of the source folders."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found}, expected a Markdown file */
export function notAFile(at: Source, values: { found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"not-a-file","severity":"error","message":"Unexpected {found}, expected a Markdown file","why":"its name says that it is a source, and nothing in it would be read.","todo":"Rename it so that it doesn't end in `.md`, or move it away."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This source is empty, expected Markdown */
export function emptyDocument(at: Source, extras?: Extras): Diagnostic {
  const authored = {"code":"empty-document","severity":"error","message":"This source is empty, expected Markdown","why":"an emptied file would silently take its rules out of the policy.","todo":"Write something in it, or delete the file."} as const;
  return diagnostic(authored, at, {}, extras);
}

/** This source has {size} bytes, expected at most {limit} */
export function documentTooLarge(at: Source, values: { size: string; limit: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"document-too-large","severity":"error","message":"This source has {size} bytes, expected at most {limit}","why":"no hand-written document is this long, and reading it would take memory without bound.","todo":"Split it, or move generated text elsewhere."} as const;
  return diagnostic(authored, at, values, extras);
}

/** There are {count} {what} here, expected at most {limit} */
export function tooMuchMarkup(at: Source, values: { count: string; what: string; limit: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"too-much-markup","severity":"error","message":"There are {count} {what} here, expected at most {limit}","why":"no hand-written text has so many, and reading them would take time without bound.","todo":"Take out what a program wrote, or put blank lines between its parts."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected byte {byte}, expected UTF-8 */
export function invalidUtf8(at: Source, values: { byte: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-utf8","severity":"error","message":"Unexpected byte {byte}, expected UTF-8","why":"text that can't be decoded can't be enforced as it reads.","todo":"Save the file as UTF-8."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected hidden character {character} */
export function hiddenUnicode(at: Source, values: { character: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"hidden-unicode","severity":"error","message":"Unexpected hidden character {character}","why":"it can't be seen, so what people read here is not what is compiled.","todo":"Delete the character, or put a plain blank in its place. Emoji may keep their joiners."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The frontmatter can't be read: {reason} */
export function brokenFrontmatter(at: Source, values: { reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"broken-frontmatter","severity":"error","message":"The frontmatter can't be read: {reason}","why":"it says what kind of document this is.","todo":"Write `key: value` lines between two `---` lines, of which the first is the first line of the file."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected frontmatter key `{key}`, expected {expected} */
export function unknownKey(at: Source, values: { key: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-key","severity":"error","message":"Unexpected frontmatter key `{key}`, expected {expected}","why":"a misspelt key has no effect.","todo":"Correct the key."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The frontmatter key `{key}` is not one of Bylaw's */
export function foreignKey(at: Source, values: { key: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"foreign-key","severity":"notice","message":"The frontmatter key `{key}` is not one of Bylaw's","why":"it has no effect here.","todo":"Leave it if another tool reads it."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found} for `{key}`, expected {expected} */
export function invalidKeyValue(at: Source, values: { found: string; key: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-key-value","severity":"error","message":"Unexpected {found} for `{key}`, expected {expected}","why":"this value has no meaning here.","todo":"Correct the value."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected heading without a date, expected `## 2026-03-17 — Title` */
export function entryWithoutDate(at: Source, extras?: Extras): Diagnostic {
  const authored = {"code":"entry-without-date","severity":"error","message":"Unexpected heading without a date, expected `## 2026-03-17 — Title`","why":"in a learnings document the date orders what overrides what.","todo":"Open the heading with the day of the entry, or move the part in front of the first entry."} as const;
  return diagnostic(authored, at, {}, extras);
}

/** Unexpected date {found}, expected a day of the calendar as YYYY-MM-DD */
export function invalidDate(at: Source, values: { found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-date","severity":"error","message":"Unexpected date {found}, expected a day of the calendar as YYYY-MM-DD","why":"entries, expiries and reviews are ordered by it.","todo":"Correct the date."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected “{opening}” that nothing closes, expected “{closing}” below it */
export function unclosedBlock(at: Source, values: { opening: string; closing: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unclosed-block","severity":"error","message":"Unexpected “{opening}” that nothing closes, expected “{closing}” below it","why":"everything behind it is taken for a part of it, and no rule there is read.","todo":"Put the closing mark on a line of its own where the block ends."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{mark}` without a blank behind it */
export function missingBlank(at: Source, values: { mark: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-blank","severity":"error","message":"Unexpected `{mark}` without a blank behind it","why":"like this it is plain text, and nothing that stands here is read.","todo":"Put a blank behind it."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found} in `{token}`, expected the plain character of a keyboard */
export function typographicCharacter(at: Source, values: { found: string; token: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"typographic-character","severity":"error","message":"Unexpected {found} in `{token}`, expected the plain character of a keyboard","why":"a word processor put it there, and no command is written with it.","todo":"Switch off the replacement of dashes and quotation marks in your editor."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Evidence `{name}` has no {part}, expected the columns `column`, `values` and `required` */
export function incompleteEvidence(at: Source, values: { name: string; part: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"incomplete-evidence","severity":"error","message":"Evidence `{name}` has no {part}, expected the columns `column`, `values` and `required`","why":"nobody could tell which cells a table of results has, and what they may hold.","todo":"Write one row for each column of the results: its name in backticks, what its cells may hold, and yes or no."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found} in the values of column `{column}`, expected {expected} */
export function unreadableValues(at: Source, values: { found: string; column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreadable-values","severity":"error","message":"Unexpected {found} in the values of column `{column}`, expected {expected}","why":"the cells of this column would be checked in another way than it reads.","todo":"Write values in backticks, “a member of `list`”, or a type: text, url, date, number, version."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected “{found}” under evidence `{name}`, expected “One row for each `list` noun.” */
export function unclearRows(at: Source, values: { found: string; name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unclear-rows","severity":"error","message":"Unexpected “{found}” under evidence `{name}`, expected “One row for each `list` noun.”","why":"which rows a table of results must have is the first thing that is checked.","todo":"Write that sentence, or say it without the word “row”."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Evidence `{name}` has one row for each `{list}`, and {found} holding members of it, expected one column */
export function unclearRowName(at: Source, values: { name: string; list: string; found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unclear-row-name","severity":"error","message":"Evidence `{name}` has one row for each `{list}`, and {found} holding members of it, expected one column","why":"it can't be told which row belongs to which member.","todo":"Let the values of exactly one column be: a member of `{list}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Evidence `{name}` can't have one row for each `{list}`, whose members are {matching} */
export function openList(at: Source, values: { name: string; list: string; matching: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"open-list","severity":"error","message":"Evidence `{name}` can't have one row for each `{list}`, whose members are {matching}","why":"a pattern stands for names that nobody has counted.","todo":"Name a list whose members are plain names."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found}, expected {expected} */
export function unreadableCondition(at: Source, values: { found: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreadable-condition","severity":"error","message":"Unexpected {found}, expected {expected}","why":"a condition that can't be read is kept by nobody.","todo":"Write it like: When `column` is `value`, `other column` is `value`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected column `{column}`, which evidence `{name}` does not have */
export function noSuchColumn(at: Source, values: { column: string; name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-such-column","severity":"error","message":"Unexpected column `{column}`, which evidence `{name}` does not have","why":"the condition would look at nothing.","todo":"Correct the name, or add a row for it to the table."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{found}`, which column `{column}` never holds, expected {expected} */
export function impossibleCell(at: Source, values: { found: string; column: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"impossible-cell","severity":"error","message":"Unexpected `{found}`, which column `{column}` never holds, expected {expected}","why":"the condition would never hold.","todo":"Correct the value, or add it to the values of the column."} as const;
  return diagnostic(authored, at, values, extras);
}

/** No row can keep this condition: {reason} */
export function impossibleCondition(at: Source, values: { reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"impossible-condition","severity":"error","message":"No row can keep this condition: {reason}","why":"a table of results would never pass, or the condition says nothing.","todo":"Correct the condition, or the values of its columns."} as const;
  return diagnostic(authored, at, values, extras);
}

/** No row can have `{found}` in column `{column}`: the conditions leave nothing for the other cells */
export function impossibleRow(at: Source, values: { found: string; column: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"impossible-row","severity":"error","message":"No row can have `{found}` in column `{column}`: the conditions leave nothing for the other cells","why":"it is offered as a result, and a table with it never passes.","todo":"Correct one of the conditions, or take the value out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Column `{column}` may hold `{found}`, and no cell may say `{word}` */
export function unsaidValue(at: Source, values: { column: string; found: string; word: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unsaid-value","severity":"error","message":"Column `{column}` may hold `{found}`, and no cell may say `{word}`","why":"a table of results can't keep both.","todo":"Take one of the two out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected evidence `{evidence}`, which is not defined */
export function unknownEvidence(at: Source, values: { evidence: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-evidence","severity":"error","message":"Unexpected evidence `{evidence}`, which is not defined","why":"what needs it would never be satisfied.","todo":"Correct the name, or define it under a heading such as: Evidence `{evidence}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing needs evidence `{name}` */
export function unusedEvidence(at: Source, values: { name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unused-evidence","severity":"notice","message":"Nothing needs evidence `{name}`","why":"a table of results that holds nothing back is checked only when somebody thinks of it.","todo":"Let a gate need it: Needs: evidence `{name}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} can't be read: {reason} */
export function brokenSettings(at: Source, values: { path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"broken-settings","severity":"error","message":"{path} can't be read: {reason}","why":"its host can't read it either, so that no hook in it runs; and what can't be read can't be changed with care.","todo":"Mend it at this place, then install again. Nothing was changed."} as const;
  return diagnostic(authored, at, values, extras);
}

/** In {path} {reason} */
export function settingsShape(at: Source, values: { path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"settings-shape","severity":"error","message":"In {path} {reason}","why":"the host's hooks and permissions have another shape, so that this is read otherwise than it is meant.","todo":"Give it the shape that the host's documentation shows, then install again. Nothing was changed."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} is there already and was not written by Bylaw */
export function notOurs(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"not-ours","severity":"error","message":"{path} is there already and was not written by Bylaw","why":"what people wrote is never replaced.","todo":"Move it to another name, then install again. Nothing was changed."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} was changed by hand since Bylaw wrote it */
export function changedByHand(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"changed-by-hand","severity":"error","message":"{path} was changed by hand since Bylaw wrote it","why":"the whole file is Bylaw's, so that what was changed would be lost without a word.","todo":"Take the changes elsewhere and remove the file, then install again. Nothing was changed."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected label `{label}`, expected {expected} */
export function unknownLabel(at: Source, values: { label: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-label","severity":"error","message":"Unexpected label `{label}`, expected {expected}","why":"a misspelt label has no effect.","todo":"Correct the label, or move the remark into `Because`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected label `{label}` that belongs to no rule or definition */
export function orphanLabel(at: Source, values: { label: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"orphan-label","severity":"error","message":"Unexpected label `{label}` that belongs to no rule or definition","why":"it has no effect here.","todo":"Indent it under its rule."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected second `{label}`, expected one */
export function duplicateLabel(at: Source, values: { label: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"duplicate-label","severity":"error","message":"Unexpected second `{label}`, expected one","why":"only one of them could hold.","todo":"Keep one, or join both."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found} in `{label}`, expected {expected} */
export function invalidLabel(at: Source, values: { found: string; label: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-label","severity":"error","message":"Unexpected {found} in `{label}`, expected {expected}","why":"the label has no effect like this.","todo":"Correct the value."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This has the labels of a rule but is none: {text} */
export function notARule(at: Source, values: { text: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"not-a-rule","severity":"error","message":"This has the labels of a rule but is none: {text}","why":"it was meant to be enforced, and nothing would be.","todo":"Open the list item with one of the bold leads **Always**, **Never**, **Ask before**, **Default**, **Prefer**, **Require** or **Allow**, or take the labels off if it is guidance."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected tool `{tool}`, which is not declared */
export function unknownTool(at: Source, values: { tool: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-tool","severity":"error","message":"Unexpected tool `{tool}`, which is not declared","why":"the rule would hold for a program that doesn't exist.","todo":"If it is another program, declare it under a heading such as: Tool `{tool}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected option `{option}`, which tool `{tool}` doesn't declare */
export function unknownOption(at: Source, values: { option: string; tool: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-option","severity":"error","message":"Unexpected option `{option}`, which tool `{tool}` doesn't declare","why":"the rule would look for an option that is never given.","todo":"Correct it, or add a row to the tool's table."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected list `{list}`, which is not defined */
export function unknownList(at: Source, values: { list: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-list","severity":"error","message":"Unexpected list `{list}`, which is not defined","why":"the rule would hold for nothing.","todo":"Correct the name, or define the list under a heading such as: List `{list}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected id `{id}`, which no rule or guidance has */
export function unknownId(at: Source, values: { id: string; label: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-id","severity":"error","message":"Unexpected id `{id}`, which no rule or guidance has","why":"`{label}` has no effect like this.","todo":"Name a rule by its `Id`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected second `{id}`, expected an id of its own */
export function duplicateId(at: Source, values: { id: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"duplicate-id","severity":"error","message":"Unexpected second `{id}`, expected an id of its own","why":"findings, approvals and supersessions name rules by their id.","todo":"Give one of the two another `Id`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{id}` can't supersede `{other}`, which is newer */
export function supersedesNewer(at: Source, values: { id: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"supersedes-newer","severity":"error","message":"`{id}` can't supersede `{other}`, which is newer","why":"only a later entry changes an earlier one.","todo":"Turn the label around, or correct the date of the entry."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected circle: {circle} */
export function supersedesCircular(at: Source, values: { circle: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"supersedes-circular","severity":"error","message":"Unexpected circle: {circle}","why":"rules that supersede each other leave none in force.","todo":"Remove one of the `Supersedes` lines."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This example is {found}, expected {expected} */
export function exampleDiffers(at: Source, values: { found: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"example-differs","severity":"error","message":"This example is {found}, expected {expected}","why":"the rule doesn't do what its author shows.","todo":"Correct the example or the sentence."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected fact `{fact}`, which is not defined */
export function unknownFact(at: Source, values: { fact: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-fact","severity":"error","message":"Unexpected fact `{fact}`, which is not defined","why":"the rule would hang on something that nobody can know.","todo":"Correct the name, or define the fact, and where it comes from, under a heading such as: Fact `{fact}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{name}`, which stands in several documents: {names} */
export function ambiguousName(at: Source, values: { name: string; names: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"ambiguous-name","severity":"error","message":"Unexpected `{name}`, which stands in several documents: {names}","why":"it can't be told which one is meant.","todo":"Write it with its document's name in front."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} can't be written: {reason} */
export function cannotWrite(at: Source, values: { path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"cannot-write","severity":"error","message":"{path} can't be written: {reason}","why":"an output that is not written leaves the old policy in place.","todo":"Make the folder writable, or name another one with `--out`. Nothing was changed."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} has no Bylaw block, expected the lines {begin} and {end} */
export function noMarks(at: Source, values: { path: string; begin: string; end: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-marks","severity":"error","message":"{path} has no Bylaw block, expected the lines {begin} and {end}","why":"text that people wrote is never replaced.","todo":"Put the two lines where the rules shall stand, then build again."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} has {found}, expected one Bylaw block */
export function brokenMarks(at: Source, values: { path: string; found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"broken-marks","severity":"error","message":"{path} has {found}, expected one Bylaw block","why":"it can't be told which text is generated.","todo":"Leave one begin line followed by one end line."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} lies outside the project */
export function outsideProject(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"outside-project","severity":"error","message":"{path} lies outside the project","why":"a source or output that leaves the project could read or change somebody else's files.","todo":"Name a path inside the project."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} is a source and an output as well */
export function outputIsSource(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"output-is-source","severity":"error","message":"{path} is a source and an output as well","why":"the build would write over what people wrote, or read what it has written.","todo":"Name an output folder that no glob of `sources` takes in, with `--out` or as `out` in bylaw.config.json."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The graphs of {playbooks} aren't drawn: `@viz-js/viz`, which places what is drawn, isn't installed */
export function noGraphviz(at: Source, values: { playbooks: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-graphviz","severity":"warning","message":"The graphs of {playbooks} aren't drawn: `@viz-js/viz`, which places what is drawn, isn't installed","why":"their pages lead to pictures; one of an earlier build stays as it was.","todo":"Run `npm install @viz-js/viz`, or set `pictures` to false in bylaw.config.json."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The graph of playbook `{name}` isn't drawn: {reason} */
export function graphTooLarge(at: Source, values: { name: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"graph-too-large","severity":"warning","message":"The graph of playbook `{name}` isn't drawn: {reason}","why":"a picture that takes minutes to draw can't be read either.","todo":"Split the playbook, or ask for its graph as text with `bylaw next` and `--format mermaid`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** There is no policy at {path} */
export function policyMissing(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"policy-missing","severity":"error","message":"There is no policy at {path}","why":"without a policy nothing can be checked.","todo":"Run `bylaw build` first, or name the policy with `--policy`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} is refused: {reason} */
export function policyRefused(at: Source, values: { path: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"policy-refused","severity":"error","message":"{path} is refused: {reason}","why":"a policy that isn't what the compiler wrote enforces something else than its sources say.","todo":"Run `bylaw build` again with this version of Bylaw."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The configuration is refused: {reason} */
export function invalidConfig(at: Source, values: { reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-config","severity":"error","message":"The configuration is refused: {reason}","why":"a setting that is not understood would be ignored.","todo":"Correct it; `schemas/config.schema.json` says what may stand there."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This says that {said}, and {whose} that {other} */
export function proseDisagrees(at: Source, values: { said: string; whose: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"prose-disagrees","severity":"warning","message":"This says that {said}, and {whose} that {other}","why":"whoever reads the one does something else than whoever reads the other, or is held to it.","todo":"If it tells of another time or place, say that in the sentence; what was once belongs in a `Because`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected report `{report}`, which is not defined */
export function unknownReport(at: Source, values: { report: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-report","severity":"error","message":"Unexpected report `{report}`, which is not defined","why":"nothing would be checked.","todo":"Correct the name, or define the report, in this entry or an earlier one, under a heading such as: Report `{report}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected section `{section}`, which report `{report}` does not have, expected {expected} */
export function unknownSection(at: Source, values: { section: string; report: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-section","severity":"error","message":"Unexpected section `{section}`, which report `{report}` does not have, expected {expected}","why":"nothing could ever stand there.","todo":"Correct the name, or add a row for it to the report's table."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Rule `{id}` is about section `{section}`, which report `{report}` no longer has{since} */
export function removedSection(at: Source, values: { id: string; section: string; report: string; since: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"removed-section","severity":"error","message":"Rule `{id}` is about section `{section}`, which report `{report}` no longer has{since}","why":"the rule can't be kept in a report of today.","todo":"Let a later rule supersede it, or name the section that took the place."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected shape `{shape}`: {reason} */
export function unreadableShape(at: Source, values: { shape: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreadable-shape","severity":"error","message":"Unexpected shape `{shape}`: {reason}","why":"no line could be held against it.","todo":"Write holes as `<name>`, `<name: type>`, `<name: A|B>` or `<name: any list>`, with some text between two of them."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found}, expected {expected} */
export function unknownHole(at: Source, values: { found: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-hole","severity":"error","message":"Unexpected {found}, expected {expected}","why":"there would be nothing to compare.","todo":"Name a hole as the shapes of the section write it."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected condition about {found}, expected one about {expected} */
export function misplacedCondition(at: Source, values: { found: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"misplaced-condition","severity":"error","message":"Unexpected condition about {found}, expected one about {expected}","why":"a command has no sections, and a report has no options, so it could never be decided.","todo":"Name what the rule can see. In a report that is a line (`…` stands in `SECTION`), an option of a command in a section, or a fact."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected second definition of report `{name}`: {difference} */
export function twoReports(at: Source, values: { name: string; difference: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"two-reports","severity":"error","message":"Unexpected second definition of report `{name}`: {difference}","why":"a report can't be written in two ways at once.","todo":"Take one out; or say what changed in a later entry, under the heading: Change report `{name}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This sample of report `{report}` is not as its rules say: {found} */
export function sampleDiffers(at: Source, values: { report: string; found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"sample-differs","severity":"error","message":"This sample of report `{report}` is not as its rules say: {found}","why":"people and agents copy what is shown.","todo":"Correct the sample, or the table or rule that it breaks."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{id}` and `{other}` can't both be kept: `{text}` must stand in the report and must not */
export function reportClash(at: Source, values: { id: string; other: string; text: string; older: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"report-clash","severity":"error","message":"`{id}` and `{other}` can't both be kept: `{text}` must stand in the report and must not","why":"no report satisfies both, so every one is refused.","todo":"Let the later one say: Supersedes: `{older}`. Or limit one of them by a condition."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This runbook has no section {missing} */
export function missingSection(at: Source, values: { missing: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-section","severity":"warning","message":"This runbook has no section {missing}","why":"whoever follows it in an incident is left alone there.","todo":"Add it, under that heading or another word for it. `expect-sections: any` in the frontmatter says that nothing is missing."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing stands under “{title}”, expected steps */
export function emptySection(at: Source, values: { title: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"empty-section","severity":"warning","message":"Nothing stands under “{title}”, expected steps","why":"it looks like the place to look at, and says nothing.","todo":"Write the steps, or take the heading out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The runbook says to run `{command}`, which `{id}` denies: {reason} */
export function runbookCommandDenied(at: Source, values: { command: string; id: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"runbook-command-denied","severity":"error","message":"The runbook says to run `{command}`, which `{id}` denies: {reason}","why":"people and agents do what a runbook says, and one of the two is wrong.","todo":"Change the command, or the rule. What only needs a person's word is said by a rule that asks."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing in the diagnosis leads to “{cause}” */
export function causeWithoutDiagnosis(at: Source, values: { cause: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"cause-without-diagnosis","severity":"warning","message":"Nothing in the diagnosis leads to “{cause}”","why":"who has this cause does not find out, and who has another one may take this way out.","todo":"Say under Diagnosis how it shows, in words that stand here too."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing says what to do about “{finding}” */
export function findingWithoutResolution(at: Source, values: { finding: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"finding-without-resolution","severity":"warning","message":"Nothing says what to do about “{finding}”","why":"the diagnosis ends there, in the middle of an incident.","todo":"Say under Resolution what to do, in words that stand here too."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{command}` stands under “{claim}”, where nothing is to change, and {change} */
export function changesSomething(at: Source, values: { command: string; claim: string; change: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"changes-something","severity":"error","message":"`{command}` stands under “{claim}”, where nothing is to change, and {change}","why":"what is said to change nothing is run without a second thought.","todo":"Move the command out of this section, or take the sentence out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{command}` stands under “{claim}”, where nothing is to change, and nobody says so of `{program}` */
export function changeNotKnown(at: Source, values: { command: string; claim: string; program: string; words: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"change-not-known","severity":"notice","message":"`{command}` stands under “{claim}”, where nothing is to change, and nobody says so of `{program}`","why":"the sentence is believed, and nobody has checked it.","todo":"Declare the tool, with a line such as: Changes nothing: `{words}`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected lead **{lead}**, expected {expected} */
export function unknownLead(at: Source, values: { lead: string; expected: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-lead","severity":"error","message":"Unexpected lead **{lead}**, expected {expected}","why":"only a known lead makes a list item a rule, so this one would be enforced by nobody.","todo":"Correct the lead, or take the bold off if this is guidance."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected {found}, expected {expected} */
export function sentenceDoesNotParse(at: Source, values: { found: string; expected: string; nearest: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"sentence-does-not-parse","severity":"error","message":"Unexpected {found}, expected {expected}","why":"a sentence that is understood in part would be enforced in part.","todo":"The nearest sentences are: {nearest}."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This sentence has {count} words, expected at most {limit} */
export function sentenceTooLong(at: Source, values: { count: string; limit: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"sentence-too-long","severity":"error","message":"This sentence has {count} words, expected at most {limit}","why":"nobody reads a rule of this length, and agents least of all.","todo":"Split it into several rules, or put the names into a list."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected command pattern `{pattern}`: {reason} */
export function invalidPattern(at: Source, values: { pattern: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-pattern","severity":"error","message":"Unexpected command pattern `{pattern}`: {reason}","why":"the rule would match nothing, or something else than it says.","todo":"Write the program, its first operands, then options: `git push --force`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected pattern `{pattern}`: {reason} */
export function invalidExpression(at: Source, values: { pattern: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-expression","severity":"error","message":"Unexpected pattern `{pattern}`: {reason}","why":"the condition could never be decided.","todo":"Write a regular expression without back-references and look-around."} as const;
  return diagnostic(authored, at, values, extras);
}

/** This reads like a rule but is not enforced: {text} */
export function looksLikeARule(at: Source, values: { text: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"looks-like-a-rule","severity":"notice","message":"This reads like a rule but is not enforced: {text}","why":"people and agents will take it for one.","todo":"Write it as a list item that opens with a bold lead, or leave it as guidance."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected glob `{glob}`: {reason} */
export function invalidGlob(at: Source, values: { glob: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"invalid-glob","severity":"error","message":"Unexpected glob `{glob}`: {reason}","why":"it would fit nothing, or something else than it says.","todo":"Write each choice as a glob of its own. `*` stands for anything within a name, `**` for any folders, `?` for one character."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected `{name}`, expected a task, a wait or a gate of this playbook, or a fact */
export function unknownTask(at: Source, values: { name: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-task","severity":"error","message":"Unexpected `{name}`, expected a task, a wait or a gate of this playbook, or a fact","why":"what needs something that there isn't would wait for ever.","todo":"Correct the name, or define it."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{task}` needs `{other}`, which blocks nothing */
export function needsInformational(at: Source, values: { task: string; other: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"needs-informational","severity":"error","message":"`{task}` needs `{other}`, which blocks nothing","why":"one of the two lines isn't meant.","todo":"Take the need out, or the line “Blocks nothing”."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Unexpected parameter `{name}`, which tool `{tool}` does not have */
export function unknownParameter(at: Source, values: { name: string; tool: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unknown-parameter","severity":"error","message":"Unexpected parameter `{name}`, which tool `{tool}` does not have","why":"the call would be refused, at the time when it is needed.","todo":"Correct the name, or add a row for it to the tool's table."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {path} need each other in a circle */
export function needCycle(at: Source, values: { path: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"need-cycle","severity":"error","message":"{path} need each other in a circle","why":"none of them could ever be the first.","todo":"Take one of the needs out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{task}` can never be ready: {reason} */
export function unreachableTask(at: Source, values: { task: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"unreachable-task","severity":"error","message":"`{task}` can never be ready: {reason}","why":"it waits for ever, and so does what needs it.","todo":"Correct the need."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The {kind} `{name}` can never pass: {reason} */
export function gateNeverPasses(at: Source, values: { kind: string; name: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"gate-never-passes","severity":"error","message":"The {kind} `{name}` can never pass: {reason}","why":"what stands behind it is never ready.","todo":"Correct what it needs."} as const;
  return diagnostic(authored, at, values, extras);
}

/** The {kind} `{name}` always passes: {reason} */
export function gateAlwaysPasses(at: Source, values: { kind: string; name: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"gate-always-passes","severity":"warning","message":"The {kind} `{name}` always passes: {reason}","why":"it looks like a check and holds nothing back.","todo":"Write what it needs, or take it out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** No course of events leads to `{task}`: {reason} */
export function deadlock(at: Source, values: { task: string; reason: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"deadlock","severity":"error","message":"No course of events leads to `{task}`: {reason}","why":"it waits for ever, and so does what needs it.","todo":"Correct what it needs."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{name}` may wait for ever, though nothing has failed: once {course}, {need} never holds */
export function deadEnd(at: Source, values: { name: string; course: string; need: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"dead-end","severity":"warning","message":"`{name}` may wait for ever, though nothing has failed: once {course}, {need} never holds","why":"there is nothing left to do or to wait for then, and the playbook isn't done.","todo":"Name the task alone, which takes it Waived too, or say what is to be done in that case."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Whether there is always a way on for `{name}`{more} was not analysed */
export function playbookNotAnalysed(at: Source, values: { name: string; more: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"playbook-not-analysed","severity":"notice","message":"Whether there is always a way on for `{name}`{more} was not analysed","why":"there are too many courses of events to look at.","todo":"Look at what they need by hand, or have fewer conditions on statuses other than Pass."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing says when `{task}` {status} */
export function missingPattern(at: Source, values: { task: string; status: string; label: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"missing-pattern","severity":"warning","message":"Nothing says when `{task}` {status}","why":"whoever runs it has to guess what its output means.","todo":"Write a line such as: {label} stdout contains `text`."} as const;
  return diagnostic(authored, at, values, extras);
}

/** In `{task}`, {text} ({label}) never comes without {other} ({otherlabel}) */
export function overlappingPatterns(at: Source, values: { task: string; text: string; label: string; other: string; otherlabel: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"overlapping-patterns","severity":"warning","message":"In `{task}`, {text} ({label}) never comes without {other} ({otherlabel})","why":"one output then says two things, and the stricter one is taken.","todo":"Say more in the second line, so that it tells the two apart."} as const;
  return diagnostic(authored, at, values, extras);
}

/** {found} */
export function drawingDiffers(at: Source, values: { found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"drawing-differs","severity":"warning","message":"{found}","why":"people follow the drawing, and agents follow the needs.","todo":"Correct one of the two."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{task}` is made for each of {count} members of `{list}`, expected at most {limit} */
export function tooManyMembers(at: Source, values: { task: string; count: string; list: string; limit: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"too-many-members","severity":"error","message":"`{task}` is made for each of {count} members of `{list}`, expected at most {limit}","why":"that many tasks can't be looked over, by people or by the checks of this compiler.","todo":"Make it for each member of a shorter list."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{task}` is made for each member of `{list}`: {found}, expected names */
export function membersNotNames(at: Source, values: { task: string; list: string; found: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"members-not-names","severity":"error","message":"`{task}` is made for each member of `{list}`: {found}, expected names","why":"each member becomes part of a task's name, and takes its place in what the task runs.","todo":"Make it for each member of a list of plain names."} as const;
  return diagnostic(authored, at, values, extras);
}

/** `{task}` is made for each member of `{list}`, which has none */
export function noMembers(at: Source, values: { task: string; list: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-members","severity":"warning","message":"`{task}` is made for each member of `{list}`, which has none","why":"nothing is run, and what needs it is held back by nothing.","todo":"Add a member to the list, or take the task out."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing in `{task}` names the member that it is made for */
export function sameForEach(at: Source, values: { task: string; placeholder: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"same-for-each","severity":"warning","message":"Nothing in `{task}` names the member that it is made for","why":"all of its tasks do the same thing, and one output tells of all of them.","todo":"Write {placeholder} where the member belongs."} as const;
  return diagnostic(authored, at, values, extras);
}

/** Nothing says what follows when {what} */
export function noBranch(at: Source, values: { what: string; todo: string }, extras?: Extras): Diagnostic {
  const authored = {"code":"no-branch","severity":"warning","message":"Nothing says what follows when {what}","why":"whoever comes to it has to guess.","todo":"{todo}"} as const;
  return diagnostic(authored, at, values, extras);
}

export const CODES = ["rule-not-placed","broken-template","scope-outside","not-generated","edited-output","kept-file","unreadable-settings","shadowed","secret-in-output","hidden-in-output","no-example","expired","expires-soon","review-due","fact-without-source","exception-without-rule","needless-exception","covered-member","clash","not-analysed","never-applies","covered-rule","shown-command-denied","missing-column","unclear-choice","unreadable-cell","mistyped-value","unknown-outcome","unused-outcome","circular-decision","two-decisions","decision-gap","decision-overlap","unreachable-row","ended-row","caught-by-otherwise","decision-not-analysed","unknown-definition","missing-table","ragged-row","unknown-column","not-a-token","unknown-value","duplicate-definition","duplicate-member","absent-member","missing-patterns","broken-table","second-table","impossible-value","no-sources","missing-folder","unreadable","not-a-file","empty-document","document-too-large","too-much-markup","invalid-utf8","hidden-unicode","broken-frontmatter","unknown-key","foreign-key","invalid-key-value","entry-without-date","invalid-date","unclosed-block","missing-blank","typographic-character","incomplete-evidence","unreadable-values","unclear-rows","unclear-row-name","open-list","unreadable-condition","no-such-column","impossible-cell","impossible-condition","impossible-row","unsaid-value","unknown-evidence","unused-evidence","broken-settings","settings-shape","not-ours","changed-by-hand","unknown-label","orphan-label","duplicate-label","invalid-label","not-a-rule","unknown-tool","unknown-option","unknown-list","unknown-id","duplicate-id","supersedes-newer","supersedes-circular","example-differs","unknown-fact","ambiguous-name","cannot-write","no-marks","broken-marks","outside-project","output-is-source","no-graphviz","graph-too-large","policy-missing","policy-refused","invalid-config","prose-disagrees","unknown-report","unknown-section","removed-section","unreadable-shape","unknown-hole","misplaced-condition","two-reports","sample-differs","report-clash","missing-section","empty-section","runbook-command-denied","cause-without-diagnosis","finding-without-resolution","changes-something","change-not-known","unknown-lead","sentence-does-not-parse","sentence-too-long","invalid-pattern","invalid-expression","looks-like-a-rule","invalid-glob","unknown-task","needs-informational","unknown-parameter","need-cycle","unreachable-task","gate-never-passes","gate-always-passes","deadlock","dead-end","playbook-not-analysed","missing-pattern","overlapping-patterns","drawing-differs","too-many-members","members-not-names","no-members","same-for-each","no-branch"] as const;
