// Proposals for documents: what they become, counted, tried with the project's sources; nothing is written here.
import type { GuidancePiece, Imported, Near, Note, RulePiece } from "../../authoring/import/piece.ts";
import type { Placed } from "../../authoring/import/render.ts";
import { byFiles } from "../../authoring/import/scope.ts";
import { readDocument } from "../../compiler/1-read/read-document.ts";
import { idOf, slug } from "../../compiler/2-link/ids.ts";
import type { Policy } from "../../policy/types.ts";
import { UsageError } from "../command.ts";
import { compileSources } from "../compile-project.ts";
import { isShipped } from "../io/known-tools.ts";
import type { Project } from "../io/project.ts";
import { type ReadSources, readSources } from "../io/sources.ts";
import { readInputs } from "./inputs.ts";
import { type Draft, guidanceOf, piecesOf, type Settled, settle } from "./settle.ts";
import { isSource, mustBeNew, saidKind, targetOf } from "./target.ts";

/** What one file becomes. */
export interface Proposal {
  readonly from: string;
  readonly file: string;
  readonly content: string;
  readonly rules: readonly (RulePiece & { readonly id: string })[];
  readonly suggested: readonly Near[];
  readonly guidance: readonly GuidancePiece[];
  /** Sentences of the guidance that look like rules and are none. */
  readonly looksLikeRules: number;
  /** Blocks that stay as they are, such as tables and code. */
  readonly kept: number;
  /** Rules that the project has already. */
  readonly same: readonly RulePiece[];
  readonly notes: readonly Note[];
}

/** Reads files, and proposes sources for them that compile together with the project's. */
export function propose(
  project: Project,
  files: readonly string[],
  out: string | undefined,
  cwd: string,
): Proposal[] {
  const sources = readSources(project);
  const { policy } = compileSources(project, sources.files, []).compiled;
  const own = new Set(policy.tools.flatMap((t) => [t.name.split(" ")[0] ?? "", ...t.also]));
  const isKnown = (program: string): boolean => own.has(program) || isShipped(program);
  const taken = new Taken(policy, sources);
  const same = new Map<Draft, RulePiece[]>();
  const drafts = readInputs(files, project.root, cwd, isKnown).flatMap((read) =>
    byFiles(read).flatMap(({ imported, suffix }): Draft[] => {
      const target = targetOf(project, imported, suffix, out, cwd);
      mustBeNew(project.root, target);
      const draft = draftOf(target, imported);
      same.set(draft, taken.name(draft));
      return draft.placed.length === 0 && suffix !== "" ? [] : [draft];
    }),
  );
  const twice = drafts.find((d, i) => drafts.findIndex((o) => o.target === d.target) !== i);
  if (twice !== undefined)
    throw new UsageError(`two files would become ${twice.target}: import one at a time`);
  const settled = settle(project, sources, drafts);
  if (settled === undefined)
    throw new UsageError("what would be written doesn't compile; import the files one at a time");
  const fitting = fittingSuggestions(project, sources, settled);
  return settled.drafts.map((draft) => proposalOf(draft, settled, same.get(draft) ?? [], fitting, project));
}

function draftOf(target: string, imported: Imported): Draft {
  const placed = imported.pieces.map((piece): Placed => ({ piece, step: 0 }));
  const kind = saidKind(target, imported.kind);
  return { target, imported, kind, placed, notes: [...imported.notes], front: imported };
}

/** Sentences and ids that there are already. */
class Taken {
  readonly #sentences: Set<string>;
  readonly #ids: Set<string>;

  constructor({ rules, guidance }: Policy, { files }: ReadSources) {
    this.#sentences = new Set(rules.map((r) => r.sentence));
    const items = files.flatMap((f) => readDocument(f.file, f.text).items);
    const said = items.flatMap((i) =>
      i.type === "rule" || i.type === "guidance" || i.type === "unread" ? [idOf(i)] : [],
    );
    this.#ids = new Set([...rules.map((r) => r.id), ...guidance.flatMap((g) => g.id ?? []), ...said]);
  }

  /** Gives each rule an id of its own. Takes out those that there are already, and gives them back. */
  name(draft: Draft): RulePiece[] {
    const same: RulePiece[] = [];
    draft.placed = draft.placed.flatMap((placed): Placed[] => {
      const { piece } = placed;
      if (piece.type !== "rule") return [placed];
      if (this.#sentences.has(piece.sentence)) {
        same.push(piece);
        return [];
      }
      this.#sentences.add(piece.sentence);
      const id = this.#free(piece.id ?? slug(piece.sentence));
      const labels = [`Id: \`${id}\``, ...piece.labels.filter((l) => !l.startsWith("Id: "))];
      return [{ ...placed, piece: { ...piece, id, labels } }];
    });
    return same;
  }

  #free(wanted: string): string {
    const base = /^[a-z0-9][a-z0-9-]*$/.test(wanted) ? wanted : "imported-rule";
    let id = base;
    for (let n = 2; this.#ids.has(id); n++) id = `${base}-${n}`;
    this.#ids.add(id);
    return id;
  }
}

/** The suggestions that would compile beside everything else. */
function fittingSuggestions(
  project: Project,
  sources: ReadSources,
  { drafts, rendered }: Settled,
): ReadonlySet<string> {
  const sentences = [...new Set(drafts.flatMap((d) => nearsOf(d).map((n) => n.sentence)))];
  if (sentences.length === 0) return new Set();
  const file = "playbooks/suggested.md";
  const lines = sentences.map((s) => {
    const lead = /^(?:Ask before|\w+)/.exec(s)?.[0] ?? "";
    return `- **${lead}**${s.slice(lead.length)}`;
  });
  const own = [...rendered].map(([{ target }, { text }]) => ({ file: target, text }));
  const all = [
    ...sources.files,
    ...own.filter((f) => f.text.trim() !== ""),
    { file, text: `${lines.join("\n")}\n` },
  ];
  const { diagnostics } = compileSources(project, all, []);
  const wrong = new Set(
    diagnostics.filter((d) => d.severity === "error" && d.source.file === file).map((d) => d.source.line - 1),
  );
  return new Set(sentences.filter((_, i) => !wrong.has(i)));
}

/** Sentences that nearly are rules, those in what stays as it is too. */
function nearsOf({ placed }: Draft): Near[] {
  return placed.flatMap(({ piece }) => (piece.type === "guidance" ? piece.near : []));
}

function proposalOf(
  draft: Draft,
  { rendered, compiled }: Settled,
  same: readonly RulePiece[],
  fitting: ReadonlySet<string>,
  project: Project,
): Proposal {
  const { target, imported } = draft;
  const guidance = guidanceOf(draft);
  const coverage = compiled.compiled.coverage.find((c) => c.file === target);
  const nears = nearsOf(draft);
  const notes = isSource(project, target)
    ? draft.notes
    : [
        ...draft.notes,
        ...imported.pieces.slice(0, 1).map(({ source }) => ({
          message: `no build reads ${target}: \`sources\` in bylaw.config.json doesn't name it`,
          source,
        })),
      ];
  return {
    from: imported.from,
    file: target,
    content: draft.placed.length === 0 ? "" : (rendered.get(draft)?.text ?? ""),
    rules: piecesOf(draft, "rule").map((r) => ({ ...r, id: r.id ?? "" })),
    suggested: nears.filter((n) => fitting.has(n.sentence)),
    guidance,
    looksLikeRules: (coverage?.looksLikeRules ?? 0) + guidance.reduce((n, g) => n + (g.led ?? 0), 0),
    kept: piecesOf(draft, "text").filter((t) => !t.heading && t.text !== "").length,
    same,
    notes,
  };
}
