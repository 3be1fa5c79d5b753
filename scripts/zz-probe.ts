// probe
import { readFileSync } from "node:fs";
import { importDocument } from "../src/authoring/import/import-document.ts";
import { isShipped } from "../src/cli/io/known-tools.ts";
const cases = readFileSync(process.argv[2] ?? "", "utf8").split("\n").filter((l) => l !== "");
for (const c of cases) {
  const text = c.replaceAll("\\n", "\n");
  const r = importDocument("AGENTS.md", text, isShipped);
  if ("problem" in r) continue;
  console.log(c);
  for (const p of r.pieces) {
    if (p.type === "rule") console.log("   RULE", p.sentence);
    if (p.type === "guidance") for (const n of p.near) console.log("   ->", n.sentence, "   #", n.reason);
  }
}
