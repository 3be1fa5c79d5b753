// Files that a command runs, where it runs, what stands in front of it, and what is run later.
import { describe, expect, test } from "vitest";
import { readShell } from "../../src/shell/read.ts";
import type { ReadOptions } from "../../src/shell/types.ts";
import { carried, problems } from "./show.ts";

const FILES: Readonly<Record<string, string>> = {
  "x.sh": 'cd "$1" && tool --x\nbash y.sh\n',
  "y.sh": "other\n",
  "x.py": 'import os\nos.system("tool --py")\n',
  "package.json": JSON.stringify({ scripts: { prebuild: "first", build: "tool --b", test: "tool --t" } }),
  Makefile: "X = prod\nall: dep\n\t@tool --$(X) $(Y)\ndep:\n\t-first $$HOME $@\n",
  "/abs/run": "#!/usr/bin/env bash\ntool\n",
};
const supplied: ReadOptions = {
  files: (path) => (Object.hasOwn(FILES, path) ? FILES[path] : undefined),
};

describe("files that are run", () => {
  test.each<[string, readonly string[]]>([
    ["bash x.sh d", ["bash: x.sh d", "bash: cd d", "bash: tool --x", "bash: bash y.sh", "bash bash: y.sh"]],
    ["./x.sh d", ["x.sh: cd d", "x.sh: tool --x", "x.sh: bash y.sh", "x.sh bash: y.sh"]],
    ["python3 x.py", ["python3: x.py", "python3: tool --py"]],
    ["npm run build -- -v", ["npm: first", "npm: tool --b -v"]],
    ["yarn test a", ["yarn: tool --t a"]],
    ["make", ["make: first …+ dep", "make: tool --prod …+"]],
    ["make X=dev dep", ["make: first …+ dep"]],
    ["cd /abs && sh run", ["sh: run", "sh: tool"]],
    ["cat > z.sh <<'E'\ntool z\nE\nbash z.sh", ["bash: z.sh", "bash: tool z"]],
    ["npm run absent", []],
    ["npm publish", []],
    ["ssh h bash x.sh", ["ssh: bash x.sh @h", "ssh bash: x.sh @h"]],
  ])("%j", (text, expected) => {
    expect(carried(text, supplied)).toEqual(expected);
  });

  test("are named for the caller, one level deep", () => {
    const named = (text: string, options: ReadOptions = {}): unknown =>
      readShell(text, options).files.map(({ path, language, entries, read }) => [
        path,
        language,
        entries,
        read,
      ]);
    expect(named("bash x.sh", supplied)).toEqual([["x.sh", "shell", [], true]]);
    expect(named("cd a && npm run b; make -C c d")).toEqual([
      ["a/package.json", "package", ["b"], false],
      [undefined, "make", ["d"], false],
    ]);
    expect(named("cd a && bash x.sh", { cwd: "/w" })).toEqual([["/w/a/x.sh", "shell", [], false]]);
    expect(named("bash $X; ssh h bash x.sh; cat > z.sh < /dev/null")).toEqual([
      [undefined, "shell", [], false],
    ]);
  });
});

describe("directories", () => {
  const last = (text: string, options?: ReadOptions): unknown =>
    readShell(text, options).invocations.at(-1)?.cwd;
  test.each<[string, string | null | undefined]>([
    ["rm x", undefined],
    ["cd /tmp && rm x", "/tmp"],
    ["cd sub && rm x", "sub"],
    ["cd a && cd ../.. && rm x", ".."],
    ["cd && rm x", "~"],
    ["cd /a && cd /b && cd - && rm x", "/a"],
    ["cd /tmp; rm x", null],
    ["set -e; cd /tmp; rm x", "/tmp"],
    ["cd $X && rm x", null],
    ["(cd /tmp && y); rm x", undefined],
    ["pushd /a && popd && rm x", undefined],
    ["if c; then cd /a; fi; rm x", null],
    ["for d in a b; do cd /$d; done; rm x", null],
    ["cd /a && ssh h rm x", null],
    ["cd /a && sudo rm x", "/a"],
    ["env -C /a rm x", "/a"],
    ["sudo -D /a rm x", "/a"],
  ])("%j", (text, expected) => {
    expect(last(text)).toBe(expected);
  });
  test("are those of the action where it says its own", () => {
    expect(last("cd sub && rm x", { cwd: "/w" })).toBe("/w/sub");
    expect(readShell('cd sub && rm "$PWD"', { cwd: "/w" }).invocations[1]?.args[0]?.text).toBe("/w/sub");
  });
});

describe("variables in front", () => {
  const names = (text: string): unknown =>
    readShell(text)
      .invocations.at(-1)
      ?.influences?.map(({ name }) => name) ?? [];
  test.each<[string, readonly string[]]>([
    ["PATH=/x tool", ["PATH"]],
    ["export LD_PRELOAD=x; tool", ["LD_PRELOAD"]],
    ["env GIT_DIR=x git log", ["GIT_DIR"]],
    ["PATH=$PATH:/x tool", []],
    ["PAGER=cat tool", []],
    ["A=1 tool", []],
    ["PAGER=$X tool", ["PAGER"]],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe("commands in options, settings and files that are run later", () => {
  test.each<[string, readonly string[]]>([
    ["git -c alias.p='push -f' p a", ["git: git push -f a"]],
    ["git -c core.sshCommand='tool x' fetch", ["git: tool x"]],
    ["git rebase --exec 'tool x' a", ["git: tool x"]],
    ["git commit -m 'x -c alias.p=!tool'", []],
    ["git config --get alias.p", []],
    ["GIT_SSH_COMMAND='tool x' git fetch", ["GIT_SSH_COMMAND: tool x"]],
    ["tar --to-command='tool x' -xf a", ["tar: tool x"]],
    ["docker run --entrypoint sh i -c 'tool x'", ['docker: sh -c "tool x"', "docker sh: tool x"]],
    ["bwrap --ro-bind / / --dev /dev tool x", ["bwrap: tool x"]],
    ["nix develop -c tool x", ["nix: tool x"]],
    ["xterm -e 'tool x'", ["xterm: tool x"]],
    ["rsync -e 'tool x' a b", ["rsync: tool x"]],
    ["vim -c '!tool x'", ["vim: tool x"]],
    ["sed 's/a/tool x/e'", ["sed: tool x"]],
    ["sed 's/a/ e tool/'", []],
    ["awk '{ print | \"tool x\" }'", ["awk: tool x"]],
    ["(crontab -l; echo '0 1 * * * tool x') | crontab -", ["crontab: tool x"]],
    ["echo 'tool x' > .git/hooks/pre-push", ["pre-push: tool x"]],
    ["cat >> ~/.bashrc <<'E'\ntool x\nE\n", [".bashrc: tool x"]],
    ["echo 'tool x' > notes.txt", []],
  ])("%j", (text, expected) => {
    expect(carried(text)).toEqual(expected);
  });
});

describe("names and placeholders", () => {
  const first = (text: string, options?: ReadOptions): unknown => readShell(text, options).invocations[0];
  test("say what they look like", () => {
    expect(first("r\u043C -rf x")).toMatchObject({ lookalike: "rm" });
    expect(first("git.exe push")).toMatchObject({ lookalike: "git" });
    expect(first("git push")).toMatchObject({ lookalike: undefined });
    expect(first("GIT push", { foldCase: true })).toMatchObject({ name: "git" });
    expect(first("GIT push")).toMatchObject({ name: "GIT" });
  });
  test("placeholders are words, redirections stay what they are", () => {
    const options = { placeholders: new Set(["release-id"]) };
    expect(first("tool --id=<release-id> 'x <release-id>'", options)).toMatchObject({
      args: [
        { placeholder: "release-id", raw: "--id=<release-id>", pieces: ["--id=", null] },
        { placeholder: "release-id", raw: "'x <release-id>'" },
      ],
      redirections: [],
    });
    expect(readShell("ssh h 'tool <release-id>'", options).invocations[1]?.args[0]?.placeholder).toBe(
      "release-id",
    );
    expect(first("sort <in >out", options)).toMatchObject({
      redirections: [{ operator: "<" }, { operator: ">" }],
    });
    expect(first("tool HEAD@{release-id}", options)).toMatchObject({ args: [{ raw: "HEAD@{release-id}" }] });
    expect(problems("tool <release-id>", options)).toEqual([]);
  });
  test("redirections without a program are handed on", () => {
    expect(first("> f")).toMatchObject({
      name: "",
      redirections: [{ operator: ">", target: { text: "f" } }],
    });
  });
});
