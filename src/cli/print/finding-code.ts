// What the codes of findings mean, for findings that no rule makes: what was found, and what to do.
import type { Style } from "./style.ts";

const CODES: Readonly<Record<string, string>> = {
  "column-twice": "A table of results has a column twice. Leave one.",
  "cut-command": "A command in a report is cut short. Write all of it.",
  "empty-cell": "A cell that has to hold something is empty. Fill it in.",
  "empty-report": "The report holds nothing. `bylaw report NAME` prints what it has to look like.",
  "empty-section": "A section of the report holds nothing. Fill it in, or leave it out where it may be.",
  "extra-column": "A table of results has a column that it isn't to have. Take it out.",
  "forbidden-text": "A text stands in the report that a rule keeps out of it. Take it out.",
  "hidden-character": "A character that can't be seen changes how the text is read. Take it out.",
  "line-shape": "A line of the report has another shape than its section asks for.",
  "line-too-long": "A line is longer than what is read.",
  lookalike: "A name is spelled with characters that look like others. Spell it plainly.",
  "misshapen-argument": "An argument of a tool's call is not of its declared form.",
  "missing-argument": "A call of a tool lacks an argument that its declaration asks for.",
  "missing-column": "A table of results lacks a column that is asked for.",
  "missing-command": "A command that has to stand in the report, or to run, is missing.",
  "missing-member": "A line for a member of a list is missing from the report.",
  "missing-row": "A table of results lacks a row for a member of a list.",
  "missing-section": "The report lacks a section.",
  "missing-text": "A text that has to stand in the report is missing.",
  "missing-title": "The report lacks its title.",
  "more-findings": "There are more findings than are listed. Mend those, and check again.",
  "no-member": "A value is none of the list that it has to be of.",
  "no-results": "No table of the results was found.",
  "no-rows": "The table of results has no rows.",
  "no-sections": "The report has none of its sections. `bylaw report NAME` prints them.",
  opaque: "A program runs something that can't be seen into, and the project asks about that.",
  placeholder: "A placeholder such as <name> was left in the command. Fill it in.",
  "ragged-row": "A row has another number of cells than the table has columns.",
  "repeated-value": "A value that may stand once stands several times.",
  "report-too-long": "The report is longer than what is read.",
  "row-twice": "A member has two rows. Which of them counts can't be told.",
  "section-order": "A section of the report stands at the wrong place.",
  "section-twice": "A section of the report stands there twice.",
  "self-protection":
    "The call would change what holds agents to the rules, or approve for the person. Only a person does.",
  "state-unknown":
    "Whether the call may be made hangs on how far the playbook is, which isn't known. Give its state.",
  "stray-line": "A line stands outside the sections of the report.",
  "too-early": "Something in the playbook, or the run, has to succeed before.",
  "two-tables": "There are two tables of the results. Which of them counts can't be told.",
  "unclosed-fence": "A fence for code is opened and not closed.",
  "undeclared-tool": "No source declares this tool, and a playbook calls tools of its server.",
  unfilled: "A hole of the report was left in. Fill it in.",
  "unknown-argument": "The tool's declaration knows no such argument.",
  "unknown-program":
    "Which program would run can't be decided, and a rule may speak of it. Write its name plainly.",
  "unknown-section": "The report has no such section.",
  "unread-report": "Reports aren't read here. `bylaw check --report` reads them.",
  unreadable:
    "The text could not be understood, so whether a rule speaks of it is not known. Write it more plainly.",
  unsaid: "A cell holds a word that isn't among those that are allowed.",
  "value-twice": "A value stands twice that may stand once.",
  "variable-in-front": "A variable in front of the program may make another program of it. Leave it out.",
  "wrapped-command": "A command in a report is broken over lines. Write it on one.",
  "wrong-list": "The report names other members than the list has.",
  "wrong-title": "The report's title is another than it has to be.",
};

/** A finding's code with what it means; undefined for a word that is none. */
export function printCode(code: string, style: Style): string | undefined {
  return Object.hasOwn(CODES, code) ? `${style.bold(code)}\n${CODES[code]}\n` : undefined;
}
