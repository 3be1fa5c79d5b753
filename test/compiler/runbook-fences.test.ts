// What of a fence is a command.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFence } from "../../src/compiler/1-read/runbook/fence.ts";

/** The commands of a fence; a line break within one is ⏎. */
function commands(language: string, ...lines: string[]): string[] {
  return readFence(lines.join("\n"), language).commands.map((c) => c.command.replaceAll("\n", "⏎"));
}

describe("a fence of a shell", () => {
  test.each<[string, string[], string[]]>([
    ["sh", ["kilnctl status"], ["kilnctl status"]],
    [
      "bash",
      ["# look first", "kilnctl status", "", "kilnctl heat --to 40"],
      ["kilnctl status", "kilnctl heat --to 40"],
    ],
    ["bash", ["kilnctl status \\", "  --all"], ["kilnctl status \\⏎  --all"]],
    ["bash", ["kilnctl status |", "  grep hot"], ["kilnctl status |⏎  grep hot"]],
    ["bash", ["if true; then", "  kilnctl status", "fi"], ["if true; then⏎  kilnctl status⏎fi"]],
    [
      "bash",
      ["cat <<EOF >a", "x: 1", "", "# not a remark", "EOF", "kilnctl apply a"],
      ["cat <<EOF >a⏎x: 1⏎⏎# not a remark⏎EOF", "kilnctl apply a"],
    ],
    ["bash", ["a; b"], ["a; b"]],
    ["bash", ["kilnctl heat --note 'two", "lines'"], ["kilnctl heat --note 'two⏎lines'"]],
    ["bash", ["kilnctl heat <kiln id> --to <degrees>"], ["kilnctl heat <kiln id> --to <degrees>"]],
    ["bash", ["kilnctl list", "NAME   STATE", "one    hot"], ["kilnctl list"]],
    [
      "bash",
      ["kilnctl list", "NAME   STATE", "one    hot", "kilnctl show one"],
      ["kilnctl list", "kilnctl show one"],
    ],
    ["bash", ["kilnctl show one", '{"state": "hot"}'], ["kilnctl show one"]],
    ["bash", ["kilnctl show one", "Error: not found"], ["kilnctl show one"]],
    ["bash", ["Oct 18 19:39:36 kiln-1 kilnd: started"], []],
    ["bash", ['level=error msg="too hot" kiln=1'], []],
    ["bash", ["sum by (kiln) (rate(heat_total[5m]))"], []],
    ["bash", ['heat_total{kiln="1"}'], []],
    [
      "bash",
      ["kilnctl heat 'never closed", "kilnctl status"],
      ["kilnctl heat 'never closed", "kilnctl status"],
    ],
    ["bash", ["$ kilnctl status", "state: hot", "$ kilnctl cool"], ["kilnctl status", "kilnctl cool"]],
    ["bash", ["$ kilnctl status \\", ">   --all", "state: hot"], ["kilnctl status \\⏎  --all"]],
    ["bash", ['$ kilnctl heat --note "two', '> lines"', "done"], ['kilnctl heat --note "two⏎lines"']],
    ["bash", ["> kilnctl status"], ["kilnctl status"]],
    ["console", ["# kilnctl status", "state: hot"], ["kilnctl status"]],
    ["console", ["# This restarts it.", "$ kilnctl restart"], ["kilnctl restart"]],
    ["console", ["$ ssh kiln-1", "# kilnctl status"], ["ssh kiln-1", "kilnctl status"]],
    [
      "console",
      ["root@kiln-1:~# kilnctl status", "baker@kiln-1 ~ $ kilnctl cool"],
      ["kilnctl status", "kilnctl cool"],
    ],
    ["console", ["[root@kiln-1 ~]# kilnctl status"], ["kilnctl status"]],
    [
      "console",
      ["sh-4.4# kilnctl status", "bash-5.1$ kilnctl cool", "/ # ls"],
      ["kilnctl status", "kilnctl cool", "ls"],
    ],
    ["console", ["mysql> SELECT 1;"], []],
    ["", ["sudo systemctl restart kilnd"], ["sudo systemctl restart kilnd"]],
    ["", ["kilnctl heat --to 40"], ["kilnctl heat --to 40"]],
    ["", ["connection refused while talking to kiln 1"], []],
    ["", ["$ kilnctl status"], ["kilnctl status"]],
    ["text", ["kilnctl heat --to 40"], []],
    ["text", ["$ kilnctl heat --to 40"], ["kilnctl heat --to 40"]],
    ["yaml", ["state: hot"], []],
    ["powershell", ["Restart-Service kilnd"], []],
    ["sql", ["SELECT 1;"], []],
  ])("%s %j", (language, lines, expected) => {
    expect(commands(language, ...lines)).toEqual(expected);
  });

  test("comments go with the command behind them, and what to look for with the one before", () => {
    const { commands: found, looks } = readFence(
      "# is it hot?\nkilnctl status\n# Expected: cold\n# then\nkilnctl heat",
      "sh",
    );
    expect(found.map((c) => c.comment)).toEqual(["is it hot?", "then"]);
    expect(looks).toEqual([{ kind: "expected", text: "cold", line: 2 }]);
  });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "$ a \\",
      "> b",
      "# c",
      "cat <<EOF",
      "EOF",
      "'",
      '"',
      "$(",
      "```",
      "NAME   X",
      "<a b>",
      "{",
      "}",
      "if x; then",
      "fi",
      "|",
    ),
  );
  test("gives commands that stand in it, in order, on lines of their own", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom("sh", "console", "", "text"),
        (lines, language) => {
          const text = lines.join("\n");
          const { commands: found } = readFence(text, language);
          let last = -1;
          for (const { command, first, last: end, from } of found) {
            expect(first).toBeGreaterThan(last);
            expect(end).toBeGreaterThanOrEqual(first);
            expect(text.split("\n")[first]?.slice(from)).toMatch(
              new RegExp(`^${literally(command.split("\n")[0] ?? "")}`),
            );
            last = end;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
