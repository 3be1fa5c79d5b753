// The commands in the lines of a crontab.
import { sliceText } from "../source.ts";
import type { Text } from "../text-model.ts";

/** Most lines of a crontab that are read. */
const MAX_LINES = 500;

const FIELD = "(?:[\\d*,/a-zA-Z~-]+)";
const USUAL: RegExp = new RegExp(`^[ \\t]*(?:@\\w+|${FIELD}(?:[ \\t]+${FIELD}){4})[ \\t]+`);

/** The commands of a crontab; in those of the system, a user's name stands before each. */
export function crontabCommands(text: Text, users: boolean): readonly Text[] {
  const found: Text[] = [];
  let at = 0;
  for (const line of text.value.split("\n", MAX_LINES)) {
    const start = at;
    at += line.length + 1;
    const times = USUAL.exec(line.slice(0, 500));
    if (times === null || /^[ \t]*(?:#|[A-Za-z_]\w*[ \t]*=)/.test(line)) continue;
    let from = times[0].length;
    if (users) from += /^\S+[ \t]+/.exec(line.slice(from))?.[0].length ?? 0;
    // A percent sign ends the command and starts its input.
    const percent = line.search(/(?<!\\)%/);
    const end = percent > from ? percent : line.length;
    if (end > from) found.push(sliceText(text, start + from, start + end));
  }
  return found;
}
