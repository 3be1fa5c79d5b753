// What is taken for ordinary: the rules of protection, loaded late, would find nothing in it.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { protectionOf } from "../../../src/cli/hook/protection.ts";
import type { CommandAction } from "../../../src/policy/types.ts";
import { readShell } from "../../../src/shell/read.ts";
import { COPIER_NAMES, isActing, WRITER_NAMES } from "../../../src/validators/protected/acting.ts";
import { protectedFinder } from "../../../src/validators/protected/finder.ts";
import { ordinaryCommands } from "../../../src/validators/protected/ordinary.ts";
import { COPIERS, IN_PLACE, WRITERS } from "../../../src/validators/protected/programs.ts";
import { OWN_FILES } from "../../../src/validators/protected/protection.ts";

const protection = { ...protectionOf("/p", "/p/node_modules/bylaw/dist"), home: "/home/u" };
const isOrdinary = ordinaryCommands(protection);
const find = protectedFinder(protection);

function ordinary(command: string, cwd?: string): boolean {
  return isOrdinary(action(command, cwd), readShell(command));
}

function action(command: string, cwd: string | undefined): CommandAction {
  return { kind: "command", command, ...(cwd === undefined ? {} : { cwd }) };
}

test.each<[string, boolean]>([
  ["ls -la src", true],
  ["tool --all x/y.ts", true],
  ["git status", true],
  ["git push origin main", true],
  ["git add src", true],
  ["git diff --output=x", false],
  ["git checkout .", false],
  ["git -C x status", false],
  ["tool .bylaw/policy.json", false],
  ["tool .Claude/settings.json", false],
  ["bylaw check", false],
  ["rm -rf x", false],
  ["cat 'a b'", true],
  ["cd src && npm test 2>&1 | tail -20", true],
  ["a > file", false],
  ["a $X", false],
  ["a .by''law/x", false],
  ["cd .claude && a settings", false],
  ["A=1 b", false],
  ["claude", false],
])("%s: %s", (command, is) => {
  expect(ordinary(command)).toBe(is);
});

test.each(["/p/.bylaw", "/home/u/.claude/hooks", ".codex", "/p/node_modules/bylaw/dist", "/p/.cl\u00e5ude"])(
  "nothing is ordinary in %s",
  (cwd) => {
    expect(ordinary("tool x", cwd)).toBe(false);
  },
);

test("each protected path holds one of the marks", () => {
  const { project, user, system, marks } = protection;
  const paths = [...project, ...user, ...system, ...OWN_FILES].map((path) => path.toLowerCase());
  expect(paths.filter((path) => !marks.some((mark) => path.includes(mark)))).toEqual([]);
  // A mark stands in one name: a path may be written with other names between.
  expect(marks.filter((mark) => /[/*]/.test(mark))).toEqual([]);
});

test("every program that does more with files is known by its name", () => {
  const names = [
    ...COPIERS,
    ...WRITERS,
    ...IN_PLACE.keys(),
    ..."git find fd fdfind patch curl wget".split(" "),
  ];
  expect(names.filter((name) => !isActing(name, []))).toEqual([]);
  expect(`${COPIER_NAMES} ${WRITER_NAMES}`.split(" ").sort()).toEqual([...COPIERS, ...WRITERS].sort());
});

describe("nothing is found in what is ordinary", () => {
  const programs =
    "tool ls cat grep node python3 make npm pnpm git find fd rm mv cp tee sed sort perl tar unzip 7z curl wget patch claude codex gemini " +
    "cursor-agent copilot opencode bylaw tmux ssh rsync ln chmod touch mkdir yq prettier cpio base64 GIT Rm dd";
  const words =
    ". .. / x src/a.ts .bylaw .bylaw/policy.json ../.bylaw .claude settings.json .claude/settings.json hooks /p /p/.. /home/u /home/u/.codex -i " +
    "-o --output=x -rf --resume -c -C checkout restore reset --hard clean -f status push add diff log config approve trust uninstall bylaw " +
    "a=.bylaw/x of=/p/.bylaw/y dist node_modules/bylaw .github/hooks/a.json .cursor/hooks.json policy.json trust.json hook.cjs x@.codex/config.toml";
  const word = fc.constantFrom(...words.split(" "));
  const cwd = fc.constantFrom(undefined, "/p", "/p/src", "/p/.bylaw", "/home/u", "src", "..", "/", ".bylaw");

  test("of lists, pipes, quotes, carriers and code", () => {
    const joined = fc.constantFrom(" && ", "; ", " | ", " || ", " & ", "\n");
    const special =
      ">x|> .bylaw/x|2>&1|>/dev/null|>> .|< .bylaw/policy.json|'.by'\"law\"/x|$X|$(cat x)|~/.codex|*|-c 'rm -rf .bylaw'|-e \"open('.claude/settings.json','w')\"|a\\b|<<<x|'a b'|'bylaw approve k'|{a,b}";
    const any = fc.oneof(word, fc.constantFrom(...special.split("|")));
    const one = fc
      .tuple(
        fc.constantFrom("", "sudo ", "cd x && ", "cd .bylaw; ", "A=1 ", "xargs ", "env ", "time "),
        fc.constantFrom(...programs.split(" ")),
        fc.array(any, { maxLength: 3 }),
      )
      .map(([front, program, args]) => front + [program, ...args].join(" "));
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(one, joined), { minLength: 1, maxLength: 3 }), cwd, (parts, folder) => {
        const command = parts.map(([c, j], at) => (at === parts.length - 1 ? c : c + j)).join("");
        if (!ordinary(command, folder)) return;
        seen++;
        const input = {
          action: action(command, folder),
          reading: readShell(command),
          textOf: () => undefined,
        };
        expect(find(input)).toEqual([]);
      }),
      { numRuns: 20_000 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test("of all kinds of programs and words", () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...programs.split(" ")),
        fc.array(word, { maxLength: 4 }),
        cwd,
        (program, args, folder) => {
          const command = [program, ...args].join(" ");
          if (!ordinary(command, folder)) return;
          seen++;
          const input = {
            action: action(command, folder),
            reading: readShell(command),
            textOf: () => undefined,
          };
          expect(find(input)).toEqual([]);
        },
      ),
      { numRuns: 10_000 },
    );
    expect(seen).toBeGreaterThan(100);
  });
});
