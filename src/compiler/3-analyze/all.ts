// Every analysis, in the order in which they run.
import type { Analysis } from "./analysis.ts";
import { clashes } from "./clash.ts";
import { examples } from "./examples.ts";
import { exceptions } from "./exceptions.ts";
import { expiry } from "./expiry.ts";
import { expressions } from "./expressions.ts";
import { facts } from "./facts.ts";
import { members } from "./members.ts";
import { noExamples } from "./no-example.ts";
import { reach } from "./reach.ts";
import { shownCommands } from "./shown.ts";

export const ANALYSES: readonly Analysis[] = [
  expressions,
  examples,
  noExamples,
  expiry,
  facts,
  exceptions,
  members,
  clashes,
  reach,
  shownCommands,
];
