// Which playbooks and runbooks a rule is of use in: where it stands, whose tasks it governs, whose commands it speaks of.
import { governedPatterns } from "../policy/rules.ts";
import type { Runbook, Workflow } from "../policy/types.ts";
import type { Steps } from "../runbooks/steps.ts";
import type { Site } from "./site.ts";

export interface Use {
  readonly page: string;
  readonly title: string;
}

/** By the ids of rules. */
export type Uses = ReadonlyMap<string, readonly Use[]>;

/** Finds all uses; `steps` are the runbooks with what the checker says of their commands. */
export function usesOf(site: Site, steps: ReadonlyMap<Runbook, Steps>): Uses {
  const uses = new Map<string, Use[]>();
  const add = (rule: string, page: string | undefined, title: string): void => {
    if (page === undefined) return;
    const known = uses.get(rule) ?? [];
    if (!known.some((u) => u.page === page)) uses.set(rule, [...known, { page, title }]);
  };
  const { policy, paths } = site;
  const byProgram = new Map<string, string[]>();
  for (const rule of policy.rules)
    for (const { program } of governedPatterns(rule))
      byProgram.set(program, [...(byProgram.get(program) ?? []), rule.id]);
  const inFile = new Map<string, string[]>();
  for (const rule of policy.rules)
    inFile.set(rule.source.file, [...(inFile.get(rule.source.file) ?? []), rule.id]);
  for (const workflow of policy.workflows) {
    const page = paths.playbook.of(workflow.name);
    const programs = new Set(workflow.tasks.flatMap(programsOf));
    const own = [
      ...(inFile.get(workflow.source.file) ?? []),
      ...[...programs].flatMap((p) => byProgram.get(p) ?? []),
    ];
    for (const rule of own) add(rule, page, `playbook ${workflow.name}`);
  }
  for (const [runbook, { sections }] of steps) {
    const page = paths.runbook.of(runbook.name);
    const found = sections.flatMap((s) => s.steps.flatMap((t) => t.commands.flatMap((c) => c.findings)));
    const own = [...(inFile.get(runbook.source.file) ?? []), ...found.flatMap((f) => f.rule ?? [])];
    for (const rule of own) add(rule, page, `runbook ${runbook.name}`);
  }
  return uses;
}

function programsOf({ runs, checksWith }: Workflow["tasks"][number]): string[] {
  return [runs, checksWith].flatMap((call) =>
    call === undefined ? [] : ["tool" in call ? call.tool : call.command.program],
  );
}
