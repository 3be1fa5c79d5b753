// Programs that carry others: on this machine, as other users, with limits, from tools.
import { describe, expect, test } from "vitest";
import { carried } from "./show.ts";

type Table = readonly (readonly [string, readonly string[]])[];

const USERS: Table = [
  ["sudo tool --x", ["sudo: tool --x"]],
  ["/usr/bin/sudo -u root -- tool --x", ["sudo: tool --x"]],
  ["sudo -nu root A=1 B=2 tool --x", ["sudo: A=1 B=2 tool --x"]],
  ["sudo --user=root tool", ["sudo: tool"]],
  ["sudo -e file", []],
  ["sudo -l tool", []],
  ["sudo --odd a tool", ["sudo: ?tool", "sudo: ?a tool"]],
  ["sudo $X", ["sudo: …+"]],
  ["sudo -u$X tool", ["sudo: tool"]],
  ['sudo --user="$X" tool', ["sudo: tool"]],
  ["sudo -$X tool", ["sudo: ?tool"]],
  ["sudo -i <<'E'\ntool --x\nE\n", ["sudo: tool --x"]],
  ["doas -u root tool", ["doas: tool"]],
  ["su - root -c 'tool --x'", ["su: tool --x"]],
  ["su root --command='tool --x'", ["su: tool --x"]],
  ["su root", []],
  ["runuser -u root -- tool --x", ["runuser: tool --x"]],
  ["runuser -l root -c 'tool --x'", ["runuser: tool --x"]],
];

const LOCAL: Table = [
  ["env A=1 tool", ["env: A=1 tool"]],
  ["env -i -u B -C /x tool", ["env: tool"]],
  ["env -S 'A=1 tool --x' y", ["env: A=1 tool --x y"]],
  ["env", []],
  ["A=1 env B=2 tool", ["env: A=1 B=2 tool"]],
  ["command -p tool", ["command: tool"]],
  ["command -v tool", []],
  ["builtin echo x", ["builtin: echo x"]],
  ["exec -a name tool x", ["exec: tool x"]],
  ["exec > log", []],
  ["nohup tool", ["nohup: tool"]],
  ["nice -n 5 tool; nice -5 tool; nice tool", ["nice: tool", "nice: tool", "nice: tool"]],
  ["ionice -c2 -n 7 tool", ["ionice: tool"]],
  ["ionice -p 7", []],
  ["time -p tool", []],
  ["/usr/bin/time -f %e tool", ["time: tool"]],
  ["sudo time tool", ["sudo: time tool", "sudo time: tool"]],
  ["timeout -k 5 10s tool x", ["timeout: tool x"]],
  ["timeout 10", []],
  ["setsid -f tool", ["setsid: tool"]],
  ["stdbuf -oL tool", ["stdbuf: tool"]],
  ["chrt -f 10 tool", ["chrt: tool"]],
  ["taskset -c 0-3 tool", ["taskset: tool"]],
  ["taskset -p 3 77", []],
  ["caffeinate -t 5 tool", ["caffeinate: tool"]],
  ["chroot /x tool", ["chroot: tool"]],
  ["nsenter -t 1 -m tool", ["nsenter: tool"]],
  ["strace -f -o log tool", ["strace: tool"]],
  ["gdb --args tool x", ["gdb: tool x"]],
  ["xvfb-run -a tool", ["xvfb-run: tool"]],
  ["flock -n /l tool x", ["flock: tool x"]],
  ["flock /l -c 'tool x'", ["flock: tool x"]],
  ["busybox sh -c 'tool x'", ['busybox: sh -c "tool x"', "busybox sh: tool x"]],
  ["watch -n 5 'tool x | y'", ["watch: tool x", "watch: y"]],
  ["script -qc 'tool x' /dev/null", ["script: tool x"]],
  ["trap 'tool x' EXIT", ["trap: tool x"]],
  ["trap - EXIT", []],
  ["coproc sudo tool", ["sudo: tool"]],
  ["nohup nice sudo tool", ["nohup: nice sudo tool", "nohup nice: sudo tool", "nohup nice sudo: tool"]],
];

const ADDED: Table = [
  ["find . -exec tool {} \\;", ["find: tool …"]],
  ["find . -name '*.c' -execdir tool a {} + -o -ok rm x ';'", ["find: tool a …", "find: rm x"]],
  ["find . -name tool", []],
  ["ls | xargs tool a", ["xargs: tool a …+"]],
  ["ls | xargs -I{} tool a{}b", ["xargs: tool a…b"]],
  ["ls | xargs -0 -n 1 -P4 tool", ["xargs: tool …+"]],
  ["ls | xargs", []],
  ["xargs sh -c 'tool \"$1\"' _", ['xargs: sh -c "tool \\"$1\\"" _ …+', "xargs sh: tool …"]],
  ["parallel tool {} ::: a b", ["parallel: tool …+", "parallel: tool a", "parallel: tool b"]],
  [
    "parallel tool push ::: --force x",
    ["parallel: tool push …+", "parallel: tool push --force", "parallel: tool push x"],
  ],
  ["parallel tool x{}y ::: a", ["parallel: tool x…y+"]],
  ["ls | parallel tool", ["parallel: tool …+"]],
  ["parallel ::: 'tool a' 'tool b'", ["parallel: tool a", "parallel: tool b"]],
];

const TOOLS: Table = [
  ["npx -y @scope/tool@1.2 x", ["npx: @scope/tool@1.2 x"]],
  ["npx -c 'tool x'", ["npx: tool x"]],
  ["npm exec -- tool x", ["npm: tool x"]],
  ["npm install tool", []],
  ["pnpm dlx tool x", ["pnpm: tool x"]],
  ["yarn dlx tool x", ["yarn: tool x"]],
  ["uvx tool x", ["uvx: tool x"]],
  ["uv run --with a python x.py", ["uv: python x.py", "uv python: x.py"]],
  ["pipx run tool", ["pipx: tool"]],
  ["poetry run tool", ["poetry: tool"]],
  ["git bisect run tool x", ["git: tool x"]],
  ["git submodule foreach 'tool x'", ["git: tool x"]],
  ["git commit -m 'run tool'", []],
  ["tmux new-session -d -s s 'tool x'", ["tmux: tool x"]],
  ["tmux send-keys -t s 'tool x' Enter", ["tmux: ?tool x"]],
  ["tmux ls", []],
  ["nc -l -e /bin/tool 1", ["nc: /bin/tool"]],
  ["ncat --sh-exec 'tool x' h 1", ["ncat: tool x"]],
  ["socat - EXEC:'tool x',pty,setsid", ["socat: tool x"]],
  ["socat TCP-LISTEN:1,fork SYSTEM:'tool x | tool y'", ["socat: tool x", "socat: tool y"]],
  ["socat - TCP:h:1", []],
  ["complete -C 'tool x' y", ["complete: tool x"]],
  ["screen -dmS s tool x", ["screen: tool x"]],
  ["systemd-run --unit=u tool x", ["systemd-run: tool x"]],
  ["echo 'tool x' | at now", ["at: tool x"]],
];

describe.each([
  ["users", USERS],
  ["this machine", LOCAL],
  ["added words", ADDED],
  ["tools", TOOLS],
])("%s", (_, table) => {
  test.each(table)("%j", (text, expected) => {
    expect(carried(text)).toEqual(expected);
  });
});

describe("carriers of the project", () => {
  const remote = {
    name: "vmrun",
    flags: ["-q"],
    valued: ["-n"],
    operands: ["host", "skip"],
    carries: "joined-script",
  } as const;
  test("come in front of the built-in ones", () => {
    expect(carried("vmrun -q -n 3 h1 x tool 'a b'", { carriers: [remote] })).toEqual(["vmrun: tool a b @h1"]);
    expect(carried("ssh h1 x tool", { carriers: [{ ...remote, name: "ssh" }] })).toEqual(["ssh: tool @h1"]);
    expect(carried("vmrun h1 x tool")).toEqual([]);
  });
});
