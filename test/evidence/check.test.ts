// What is found in tables of results, one line a case: the first row's cell that is changed, and what is said of it.
import { describe, expect, test } from "vitest";
import { check, found, HEAD, SOUND, WEB1, WEB2 } from "./runs.ts";

test("results that are in order", () => {
  expect(check(SOUND)).toMatchObject({ decision: "allow", rows: 2, findings: [], more: 0 });
});

/** The first row with another value in a column. */
function withCell(column: string, value: string): string {
  const at =
    HEAD.split("\n")[0]
      ?.split("|")
      .findIndex((c) => c.trim() === column) ?? -1;
  const cells = WEB1.split("|");
  cells[at] = ` ${value} `;
  return `${HEAD}\n${cells.join("|")}\n${WEB2}\n`;
}

describe("a cell", () => {
  test.each([
    ["alone", "green", []],
    ["alone", "`green`", []],
    ["alone", "**green**", []],
    ["alone", "[green](https://ci.example.org/1)", []],
    ["alone", "Green", ["3:10 wrong-value"]],
    ["alone", "green?", ["3:10 wrong-value"]],
    ["alone", "~~red~~ green", ["3:10 wrong-value"]],
    ["alone", "", ["3:11 empty-cell"]],
    ["alone", "-", ["3:10 empty-cell"]],
    ["alone", "—", ["3:10 empty-cell"]],
    ["alone", "TBD", ["3:10 empty-cell"]],
    ["alone", "n/a", ["3:10 empty-cell"]],
    ["alone", "<!-- green -->", ["3:10 empty-cell"]],
    ["runs alone", "2", []],
    ["runs alone", "99", []],
    ["runs alone", "1", ["3:24 broken-condition"]],
    ["runs alone", "0", ["3:24 wrong-value"]],
    ["runs alone", "100", ["3:24 wrong-value"]],
    ["runs alone", "three", ["3:24 wrong-value"]],
    ["runs alone", "1e1", ["3:24 wrong-value"]],
    ["log", "<https://ci.example.org/1>", []],
    ["log", "[log](https://ci.example.org/1 'the log')", []],
    ["log", "http://ci.example.org", []],
    ["log", "ci.example.org/1", ["3:28 wrong-value"]],
    ["log", "ftp://ci.example.org", ["3:28 wrong-value"]],
    ["log", "javascript:alert(1)", ["3:28 wrong-value"]],
    ["log", "https://", ["3:28 wrong-value"]],
    ["log", "https://ci.example.org/1 and 2", ["3:28 wrong-value"]],
    ["log", "<log-url>", ["3:28 empty-cell"]],
    ["commit", "1234567", []],
    ["commit", "123456", ["3:55 wrong-value"]],
    ["commit", "1234abcg", ["3:55 wrong-value"]],
    ["commit", "x1234abcd", ["3:55 wrong-value"]],
    ["ticket", "", []],
    ["ticket", "NET-12", []],
    ["ticket", "https://tickets.example.org/1", []],
    ["ticket", "NET-", ["3:66 wrong-value"]],
    ["ticket", "later", ["3:66 wrong-value"]],
    ["class", "fault", ["3:66 broken-condition"]],
    ["class", "fluke", ["3:68 wrong-value"]],
    ["under load", "green", ["3:18 broken-condition"]],
    ["host", "web3", ["3:3 unknown-row"]],
    ["host", "database", ["1:1 missing-row", "3:3 unknown-row"]],
    ["host", "wbe1", ["3:3 unknown-row"]],
    ["host", "web2", ["1:1 missing-row", "4:3 row-twice"]],
    ["host", "", ["1:1 missing-row", "3:4 empty-cell"]],
  ])("%s: %s", (column, value, expected) => {
    expect(
      found(withCell(column, value)).filter((f) => !f.startsWith("4:") || expected.includes(f as never)),
    ).toEqual(expected);
  });
});

describe("a claimed flake shows both halves", () => {
  const row = (alone: string, load: string, runs = "3"): string =>
    `| web1 | ${alone} | ${load} | ${runs} | https://ci.example.org/1 | 1234abcd | | flake |`;
  test.each([
    ["green", "red", "3", []],
    ["green", "green", "3", ["3:18 broken-condition"]],
    ["red", "red", "3", ["3:10 broken-condition"]],
    ["red", "green", "3", ["3:10 broken-condition"]],
    ["green", "red", "1", ["3:24 broken-condition"]],
  ])("alone %s, under load %s, %s runs", (alone, load, runs, expected) => {
    expect(found(`${HEAD}\n${row(alone, load, runs)}\n${WEB2}\n`)).toEqual(expected);
  });

  test("and the finding says what is asked for, why, and where that stands", () => {
    const [finding] = check(`${HEAD}\n${row("green", "green")}\n${WEB2}\n`).findings;
    expect(finding).toMatchObject({
      message: "of `web1` `under load` is `green`, where `class` is `flake`",
      sentence: "When `class` is `flake`, `alone` is `green` and `under load` is `red`.",
      because: "one half without the other proves nothing.",
      at: { file: "results.md", line: 3, column: 18, endLine: 3, endColumn: 23 },
      source: { file: "playbooks/night.md", line: 35 },
    });
  });

  test("a cell that is wrong anyway breaks no condition too", () => {
    expect(found(`${HEAD}\n${row("grey", "green")}\n${WEB2}\n`)).toEqual(["3:10 wrong-value"]);
  });
});

describe("words that no cell says", () => {
  test.each([
    ["https://ci.example.org/probably", ["3:51 unsaid"]],
    ["https://ci.example.org/PROBABLY", ["3:51 unsaid"]],
    ["https://ci.example.org/improbably", []],
  ])("%s", (log, expected) => expect(found(withCell("log", log))).toEqual(expected));
});

describe("rows", () => {
  test.each([
    ["none", HEAD, ["1:1 missing-row"]],
    ["one", `${HEAD}\n${WEB1}`, ["1:1 missing-row"]],
    ["twice the same", `${SOUND}${WEB1}\n`, ["5:3 row-twice"]],
    ["too few cells", `${HEAD}\n${WEB1}\n| web2 | red | red |`, ["4:1 ragged-row"]],
    ["too many cells", `${HEAD}\n${WEB1}\n${WEB2} x |`, ["4:72 ragged-row"]],
    ["an unescaped pipe", `${HEAD}\n${WEB1}\n${WEB2.replace("NET-7", "NET|7")}`, ["4:68 ragged-row"]],
    ["text directly below", `${SOUND}That is all.\n`, ["5:1 ragged-row"]],
    ["a blank line before text", `${SOUND}\nThat is all.\n`, []],
    ["no pipes at the ends", SOUND.replace(/^\| | \|$/gm, ""), []],
    [
      "merged: the host stands once",
      `${SOUND}| | red | red | 2 | https://ci.example.org/3 | 1234abcd | NET-8 | fault |\n`,
      ["5:3 empty-cell"],
    ],
    [
      "merged: a caret for “as above”",
      `${HEAD}\n${WEB1}\n| web2 | ^^ | red | 2 | https://ci.example.org/2 | 1234abcd | NET-7 | fault |`,
      ["4:10 wrong-value"],
    ],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("columns", () => {
  test.each([
    [
      "another order",
      `| class | host | alone | under load | runs alone | log | commit | ticket |
| :-- | :-: | --: | - | - | - | - | - |
| flake | web1 | green | red | 3 | https://ci.example.org/1 | 1234abcd | |
| fault | web2 | red | red | 2 | https://ci.example.org/2 | 1234abcd | NET-7 |`,
      [],
    ],
    ["another case, and backticks", SOUND.replace("under load", "`Under  Load`"), []],
    ["misspelt", SOUND.replace("under load", "under-load"), ["1:18 extra-column"]],
    ["misspelt, and not required", SOUND.replace("ticket", "tikcet"), ["1:59 extra-column"]],
    ["missing", SOUND.replace(/^((?:[^|]*\|){2})[^|]*\|/gm, "$1"), ["1:1 missing-column"]],
    [
      "one too many",
      SOUND.replace(/\|$/gm, "| note |").replace("| --- | note |", "| --- | --- |"),
      ["1:76 extra-column"],
    ],
    [
      "twice",
      SOUND.replace(/\|$/gm, "| class |").replace("| --- | class |", "| --- | --- |"),
      ["1:76 column-twice"],
    ],
    ["without a name", SOUND.replace("| class |", "| |"), ["1:1 missing-column", "1:68 extra-column"]],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("the table that is meant", () => {
  const other = "| host | ticket |\n| --- | --- |\n| web1 | NET-1 |\n\n";
  test.each([
    ["has more than half of the columns", `${other}${SOUND}`, []],
    ["stands below other text", `# Night\n\nWhat we saw:\n${SOUND}`, []],
    ["stands in a quote", SOUND.replace(/^/gm, "> "), []],
    ["stands in a list", `- the results\n\n${SOUND.replace(/^/gm, "    ")}`, []],
    ["is not clear: two of them", `${SOUND}\n${SOUND}`, ["6:1 two-tables"]],
    [
      "is not clear: two with other rows",
      `${SOUND}\n${SOUND.replaceAll("red", "green")}`,
      ["6:1 two-tables"],
    ],
    ["stands under its name", `## Old\n\n${SOUND}\n## Runs\n\n${SOUND}`, []],
    ["stands under its name, whatever comes first", `## Runs\n\n${SOUND}\n## Older\n\n${HEAD}\n| web9 |`, []],
    ["stands under its name twice", `## Runs\n\n${SOUND}\n## Runs, again\n\n${SOUND}`, ["10:1 two-tables"]],
    ["is not there", "# Nothing\n", ["1:1 no-results"]],
    ["is not there, and another one is", other, ["1:1 no-results"]],
    ["is in a fence", `\`\`\`\n${SOUND}\`\`\`\n`, ["1:1 no-results"]],
    ["is in a fence that nothing closes", `text\n\n~~~ md\n${SOUND}`, ["3:1 no-results"]],
    ["is in a comment", `<!--\n${SOUND}-->\n`, ["1:1 no-results"]],
    ["is in a comment that nothing closes", `<!-- later\n\n${SOUND}`, ["1:1 no-results"]],
    ["is HTML", "<table>\n<tr><td>web1</td></tr>\n</table>\n", ["1:1 no-results"]],
    ["is inside an HTML block", `<div>\n${SOUND}</div>\n`, ["1:1 no-results"]],
    ["is behind a blank line in an HTML block", `<details>\n\n${SOUND}\n</details>\n`, []],
    ["is indented code", SOUND.replace(/^/gm, "    "), ["1:1 no-results"]],
    ["has no row of dashes", `${HEAD.split("\n")[0]}\n${WEB1}\n`, ["1:1 no-results"]],
    ["has a row of dashes that is too short", SOUND.replace(" --- |", ""), ["1:1 no-results"]],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("line ends", () => {
  test.each([
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("%s", (_, end) => {
    expect(found(SOUND.replaceAll("\n", end))).toEqual([]);
    expect(found(SOUND.replace("| green |", "| grey |").replaceAll("\n", end))).toEqual(["3:10 wrong-value"]);
  });

  test("tabs around cells", () => expect(found(SOUND.replaceAll(" | ", "\t|\t"))).toEqual([]));
  test("a byte order mark", () => expect(found(`\uFEFF${SOUND}`)).toEqual([]));
  test("no line end at all", () => expect(found(SOUND.trimEnd())).toEqual([]));
});

describe("JSON", () => {
  const web1 = {
    host: "web1",
    alone: "green",
    "under load": "red",
    "runs alone": 3,
    log: "https://ci.example.org/1",
    commit: "1234abcd",
    class: "flake",
  };
  const web2 = { ...web1, host: "web2", class: "fault", ticket: "NET-7" };
  test.each([
    ["rows", [web1, web2], []],
    ["rows by the name of the evidence", { runs: [web1, web2], other: [] }, []],
    ["no rows", [], ["1:1 no-results"]],
    ["a row less", [web1], ["1:1 missing-row"]],
    ["a row twice", [web1, web2, web2], ["1:297 row-twice"]],
    ["null", [{ ...web1, alone: null }, web2], ["1:25 empty-cell"]],
    ["a list for a value", [{ ...web1, alone: ["green"] }, web2], ["1:25 wrong-value"]],
    ["another value", [{ ...web1, alone: "grey" }, web2], ["1:25 wrong-value"]],
    ["a key too many", [{ ...web1, note: "x" }, web2], ["1:136 extra-column"]],
    ["a key that is missing once", [{ ...web1, log: undefined }, web2], ["1:2 empty-cell"]],
    ["a table under another name", { runs: [web2, web1], old: [web1] }, []],
  ])("%s", (_, data, expected) => expect(found(JSON.stringify(data), "json")).toEqual(expected));

  test.each([
    ["", "1:1"],
    ["null", "1:1"],
    ["{", "1:2"],
    ["[", "1:2"],
    ["[1]", "1:2"],
    ['[{"host": }]', "1:11"],
    ['[{"host": "web1"', "1:17"],
    ['[{"host": "web1", "Host": "web2"}]', "1:19"],
    ['[{"host": tru}]', "1:11"],
    ['[{"host": "\\x"}]', "1:11"],
    ['[{"host": [}]', "1:11"],
    ["[] []", "1:4"],
    ['{"runs": 1}', "1:2"],
  ])("%j is refused at %s", (text, at) => expect(found(text, "json")).toEqual([`${at} unreadable`]));
});

test("findings are bounded, and counted beyond that", () => {
  const rows = Array.from({ length: 500 }, (_, i) => WEB1.replace("web1", `other${i}`)).join("\n");
  const answer = check(`${SOUND}${rows}\n`);
  expect(answer.findings.length).toBe(100);
  expect(answer.more).toBe(400);
  expect(answer.rows).toBe(502);
});
