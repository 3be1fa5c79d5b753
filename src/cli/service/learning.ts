// Proposing a learning through a service: tried with all sources, and stored for a person to accept.

import { isConflicting } from "../../authoring/learn/settle.ts";
import { Problem } from "../../server/service/problem.ts";
import type { Requests } from "../../server/service/requests.ts";
import type { Answer } from "../../server/service/service.ts";
import { UsageError } from "../command.ts";
import { findProject } from "../io/project.ts";
import { storeProposal } from "../io/proposals.ts";
import { tryLearning, Unfit } from "../learn.ts";
import { today } from "../today.ts";

export function proposeLearning({ file, ...given }: Requests["propose_learning"], root: string): Answer {
  const project = findProject(root);
  if ("problem" in project) throw new UsageError(`${project.problem.message}. ${project.problem.hint}`);
  try {
    const learned = tryLearning(project, { ...given, date: given.date ?? today() }, file);
    const name = storeProposal(project.root, learned.file, learned.entry);
    const { id, sentence, entry } = learned;
    const data = { schemaVersion: 1, status: "waits", name, file: learned.file, id, sentence, entry };
    const way = `a person accepts it with: bylaw learn accept ${name}`;
    return { data, text: `${entry}\nproposed as ${name}, for ${learned.file}; ${way}\n` };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    const { message, diagnostics, settle } = error;
    const code = isConflicting(diagnostics) ? "conflict" : "unfit";
    throw new Problem(code, message, { diagnostics, ...(settle === undefined ? {} : { settle }) });
  }
}
