// The evidence that the tests check results against, and results that are in order.
import { readFileSync } from "node:fs";
import { regex } from "../../src/cli/node-tools.ts";
import { nearNames } from "../../src/compiler/messages/near.ts";
import type { Evidence } from "../../src/policy/types.ts";
import { checkEvidence, type ResultsFile } from "../../src/validators/evidence/check.ts";
import type { EvidenceAnswer } from "../../src/validators/evidence/finding.ts";
import { compileFiles } from "../support/compile.ts";

/** A source with evidence `runs`: a row for each of `web1` and `web2`, with conditions. */
export const SOURCE = readFileSync("test/broken/results/sound.md", "utf8");

const { policy } = compileFiles({ "playbooks/night.md": SOURCE });

function only(): Evidence {
  const [evidence] = policy.evidence;
  if (evidence === undefined) throw new Error("the source has no evidence");
  return evidence;
}

const EVIDENCE = only();
const TOOLS = { lists: policy.lists, regex, near: nearNames };

export const HEAD = `| host | alone | under load | runs alone | log | commit | ticket | class |
| --- | --- | --- | --- | --- | --- | --- | --- |`;
export const WEB1 = "| web1 | green | red | 3 | https://ci.example.org/1 | 1234abcd | | flake |";
export const WEB2 = "| web2 | red | red | 2 | https://ci.example.org/2 | 1234abcd | NET-7 | fault |";
export const SOUND = `${HEAD}\n${WEB1}\n${WEB2}\n`;

/** What is found in a text. */
export function check(text: string, format: ResultsFile["format"] = "markdown"): EvidenceAnswer {
  return checkEvidence(EVIDENCE, { file: "results.md", text, format }, TOOLS);
}

/** Findings as "line:column code", in order. */
export function found(text: string, format: ResultsFile["format"] = "markdown"): string[] {
  return check(text, format).findings.map((f) => `${f.at.line}:${f.at.column} ${f.code}`);
}
