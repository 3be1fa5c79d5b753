import { checkerForAnalysis } from "./src/cli/compile-project.ts";
import { regex, sha256 } from "./src/cli/node-tools.ts";
import { compile } from "./src/compiler/compile.ts";
import { Checker } from "./src/validators/checker.ts";
import { corpus } from "./test/bench/corpus.ts";

const files = Object.entries(corpus(300)).map(([file, text]) => ({ file, text }));
const { policy } = compile(files, { sha256, checker: checkerForAnalysis });
const c = new Checker(policy, { sha256, regex });
const l = [
  "ls -la src",
  "git status",
  "tool-5-1 --all --region us-east",
  "sudo tool-0-0 --all --keep-0 --keep-3",
  "cd /srv && tool-0-2 list | tee log",
];
for (const cmd of l) {
  for (let i = 0; i < 3000; i++) c.check({ kind: "command", command: cmd });
  let best = 0;
  for (let r = 0; r < 4; r++) {
    const t = performance.now();
    let k = 0;
    while (performance.now() - t < 300) {
      for (let i = 0; i < 100; i++) c.check({ kind: "command", command: cmd });
      k += 100;
    }
    best = Math.max(best, (k / (performance.now() - t)) * 1e3);
  }
  console.log(Math.round(best), cmd);
}
