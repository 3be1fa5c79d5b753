// The files for agents of a project: planned, for the output folder, and in place.
import type { AgentFile, Plan } from "../../compiler/4-emit/agents/agent-file.ts";
import { planAgents } from "../../compiler/4-emit/agents/plan.ts";
import { DEFAULT_TARGETS, TARGETS, targetsOf } from "../../compiler/4-emit/agents/targets/all.ts";
import type { OutputFile } from "../../compiler/4-emit/emit.ts";
import { newFileWithBlock } from "../../compiler/4-emit/marked-block.ts";
import { TemplateError, type Templates } from "../../compiler/4-emit/templates.ts";
import type { Policy } from "../../policy/types.ts";
import type { Project } from "../io/project.ts";
import { aroundBlock, type InPlace, inPlace } from "./in-place.ts";
import { hashOf, OUTPUT_LOCK, printLock } from "./lock.ts";
import { scan } from "./scan.ts";
import { shadows } from "./shadows.ts";
import { templateDiagnostic } from "./templates.ts";

/** What is written for agents. With `write`, what people wrote around our blocks counts for the limits. */
export function agentPlan(policy: Policy, project: Project, templates: Templates, write: boolean): Plan {
  const { root, config } = project;
  const around = (path: string): string => (write ? aroundBlock(root, path) : "");
  const targets = targetsOf(config.agents ?? DEFAULT_TARGETS);
  try {
    const plan = planAgents({ policy, targets, templates, around });
    return { ...plan, problems: [...plan.problems, ...scan(outputFiles(plan))] };
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    return { files: [], spilled: [], problems: [templateDiagnostic(error.problem, project)] };
  }
}

/** The files as they are when nothing is there yet, under `agents/`, and what is noted down of them. */
export function outputFiles({ files }: Plan): OutputFile[] {
  const texts = new Map(files.map((f) => [f.path, contentOf(f)]));
  const locked = new Map(files.map((f) => [f.path, { form: f.form, hash: hashOf(contentOf(f)) }]));
  return [
    ...[...texts].map(([path, content]) => ({ path: `agents/${path}`, content })),
    ...(files.length === 0 ? [] : [{ path: `agents/${OUTPUT_LOCK}`, content: printLock(locked) }]),
  ];
}

/** A file that holds nothing but what is ours. */
export function contentOf({ form, text }: AgentFile): string {
  return form === "block" ? newFileWithBlock(text) : text;
}

/** The files in the project, with what hides them there. */
export function agentsInPlace({ files }: Plan, root: string): InPlace {
  const placed = inPlace(files, root, (file) => TARGETS.find((t) => t.id === file.target)?.settings);
  return { ...placed, problems: [...placed.problems, ...shadows(files, root)] };
}
