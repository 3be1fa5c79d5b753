// The tools of the MCP server: one an operation, with schemas of what goes in and comes out.
import type { Tool } from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { ANSWERS } from "../service/answers.ts";
import { type OperationName, REQUESTS } from "../service/requests.ts";

interface About {
  readonly title: string;
  readonly description: string;
  /** What a call writes: nothing, or something that waits for a person. */
  readonly writes: boolean;
}

const ABOUT: Readonly<Record<OperationName, About>> = {
  check: {
    title: "Check a command or a tool call",
    description:
      "The verdict on a shell command, or on a call of an MCP tool, before it runs: allow, warn, ask or deny, with reasons and a fix. It runs nothing.",
    writes: false,
  },
  next: {
    title: "What is next in a playbook",
    description: "Which tasks of a playbook are ready, running, blocked, waiting and done, by its state.",
    writes: false,
  },
  decide: {
    title: "Ask a decision table",
    description: "What a decision table comes to with the values that are known, or what is still missing.",
    writes: false,
  },
  find: {
    title: "Find a runbook",
    description: "The runbooks that fit an alert's name, the text of an error, or words; and why.",
    writes: false,
  },
  runbook: {
    title: "Read a runbook",
    description: "A runbook's steps, filled in, each command with its verdict. It runs nothing.",
    writes: false,
  },
  explain: {
    title: "Explain a rule or a verdict",
    description:
      "A rule by its id with its reason, examples and history; what a finding's code means; or how the verdict on a command comes about.",
    writes: false,
  },
  report_skeleton: {
    title: "Skeleton of a report",
    description: "What a report has to look like, to be filled in, and the rules that it is held against.",
    writes: false,
  },
  check_report: {
    title: "Check a report",
    description: "What is wrong with a report's text, line by line, before it is given.",
    writes: false,
  },
  propose_plan: {
    title: "Propose a plan",
    description:
      "Stores commands, in their order, as a plan that waits for a person. Only the person approves it, on a terminal or by a phrase.",
    writes: true,
  },
  propose_learning: {
    title: "Propose a learning",
    description:
      "Makes a dated entry with one rule, tries it with all the project's sources, and stores it as a proposal. It takes effect when a person accepts it.",
    writes: true,
  },
};

export const TOOL_NAMES = Object.keys(ABOUT).filter(isOperation);

/** Whether a tool's name is one of ours. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(ABOUT, name);
}

/** All tools, as they are listed. */
export function tools(): Tool[] {
  return TOOL_NAMES.map((name) => {
    const { title, description, writes } = ABOUT[name];
    return {
      name,
      title,
      description,
      inputSchema: objectSchema(REQUESTS[name], "input"),
      outputSchema: objectSchema(ANSWERS[name], "output"),
      annotations: {
        readOnlyHint: !writes,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    };
  });
}

function objectSchema(schema: z.ZodType, io: "input" | "output"): Tool["inputSchema"] {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return { ...json, type: "object" } as Tool["inputSchema"];
}
