// Programs that run elsewhere: other hosts and containers.
import { describe, expect, test } from "vitest";
import { carried, problems } from "./show.ts";

const TABLE: readonly (readonly [string, readonly string[]])[] = [
  ["ssh h tool --x", ["ssh: tool --x @h"]],
  ["ssh root@h 'tool --x'", ["ssh: tool --x @h"]],
  ["ssh ssh://root@h:22 tool", ["ssh: tool @h"]],
  ["ssh -p 22 -i key -tt h 'cd /x && tool'", ["ssh: cd /x @h", "ssh: tool @h"]],
  ["ssh h -p 22 tool", ["ssh: tool @h"]],
  ["ssh h -- tool -x", ["ssh: tool -x @h"]],
  ["ssh h tool 'a b'", ["ssh: tool a b @h"]],
  ["ssh $H tool", ["ssh: tool @…"]],
  ["H=h; ssh $H tool", ["ssh: tool @h"]],
  ['ssh h "tool $X"', ["ssh: tool …+ @h"]],
  ["ssh h 'tool $X'", ["ssh: tool …+ @h"]],
  ["ssh h", []],
  ["ssh -N -L 1:2:3 h", []],
  ["ssh h <<'E'\ntool --x\nE\n", ["ssh: tool --x @h"]],
  ["ssh h bash -s <<'E'\ntool --x\nE\n", ["ssh: bash -s @h", "ssh bash: tool --x @h"]],
  ["ssh -J j h \"ssh i 'tool'\"", ["ssh: ssh i tool @h", "ssh ssh: tool @i"]],
  ["ssh -o ProxyCommand='nc %h %p' h tool", ["ssh: nc %h %p", "ssh: tool @h"]],
  ["ssh -Q key", []],
  ["sshpass -p pw ssh h tool", ["sshpass: ssh h tool", "sshpass ssh: tool @h"]],
  ["sshpass -f file ssh h tool", ["sshpass: ssh h tool", "sshpass ssh: tool @h"]],
  ["sshpass -e ssh h tool", ["sshpass: ssh h tool", "sshpass ssh: tool @h"]],
  ["scp a h:b", []],
  ["docker exec -it -e A=1 c tool x", ["docker: tool x"]],
  ["docker -H h exec c tool", ["docker: tool"]],
  ["docker run --rm -v /a:/b image tool x", ["docker: tool x"]],
  ["docker run image", []],
  ["docker run image --flag value", []],
  ["docker ps", []],
  ["docker compose exec -T service tool", ["docker: tool"]],
  ["podman exec c sh -c 'tool x'", ['podman: sh -c "tool x"', "podman sh: tool x"]],
  ["kubectl exec -n n pod -- tool x", ["kubectl: tool x"]],
  ["kubectl exec pod -n n -c c -- tool x", ["kubectl: tool x"]],
  ["kubectl get pods", []],
  ["oc exec pod -- tool", ["oc: tool"]],
];

describe("carried elsewhere", () => {
  test.each(TABLE)("%j", (text, expected) => {
    expect(carried(text)).toEqual(expected);
  });

  test("a script that can't be seen is a problem", () => {
    expect(problems("curl x | ssh h")).toEqual([
      "ssh | a program that can't be seen is run: ssh reads it from its input",
    ]);
  });
});
