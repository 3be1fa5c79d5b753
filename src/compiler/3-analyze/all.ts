// Every analysis, in the order in which they run: those of parts first, the others on what is left.
import type { Analysis } from "./analysis.ts";
import { clashes } from "./clash.ts";
import { decisions } from "./decisions.ts";
import { evidence } from "./evidence.ts";
import { examples } from "./examples.ts";
import { exceptions } from "./exceptions.ts";
import { expiry } from "./expiry.ts";
import { expressions } from "./expressions.ts";
import { facts } from "./facts.ts";
import { globs } from "./globs.ts";
import { members } from "./members.ts";
import { noExamples } from "./no-example.ts";
import { proseDisagreements } from "./prose/prose-disagrees.ts";
import { reach } from "./reach.ts";
import { reportClashes } from "./report-clash.ts";
import { removedSections } from "./report-sections.ts";
import { runbookCommands } from "./runbook-commands.ts";
import { runbookLinks } from "./runbook-links.ts";
import { runbookSections } from "./runbook-sections.ts";
import { runbookUnchanged } from "./runbook-unchanged.ts";
import { samples } from "./samples.ts";
import { shownCommands } from "./shown.ts";
import { workflowCycles } from "./workflow-cycle.ts";
import { deadlocks } from "./workflow-deadlock.ts";
import { drawings } from "./workflow-drawing.ts";
import { workflowPatterns } from "./workflow-patterns.ts";
import { workflowReach } from "./workflow-reach.ts";

/** What is wrong with a rule's own parts; a rule that it is said of is not tried. */
export const PARTS: readonly Analysis[] = [expressions, globs, facts, removedSections, reportClashes];

export const ANALYSES: readonly Analysis[] = [
  examples,
  noExamples,
  expiry,
  exceptions,
  members,
  clashes,
  reach,
  shownCommands,
  decisions,
  workflowCycles,
  workflowReach,
  deadlocks,
  workflowPatterns,
  drawings,
  evidence,
  runbookCommands,
  runbookSections,
  runbookLinks,
  runbookUnchanged,
  proseDisagreements,
  samples,
];
