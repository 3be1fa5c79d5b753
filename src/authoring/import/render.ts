// An imported document as a source: Markdown, and which piece stands on which lines of it.
import type { Detail, Imported, ImportedKind, Piece } from "./piece.ts";

/** A piece, and how far it was brought back to something harmless: 0 as it was read. */
export interface Placed {
  readonly piece: Piece;
  readonly step: number;
}

export interface Rendered {
  readonly text: string;
  /** The index of the piece that stands on a line, counting from 1; undefined for blank lines and frontmatter. */
  readonly pieceAt: (line: number) => number | undefined;
  readonly hasFront: boolean;
}

/** Writes pieces as a document. `kind` stands in the frontmatter where the folder says another one. */
export function render(
  { appliesTo, own }: Pick<Imported, "appliesTo" | "own">,
  kind: ImportedKind | undefined,
  pieces: readonly Placed[],
): Rendered {
  const lines: string[] = [];
  const owners: (number | undefined)[] = [];
  const add = (text: string, owner: number | undefined): void => {
    for (const line of text.split("\n")) {
      lines.push(line);
      owners.push(owner);
    }
  };
  const front = [
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...own.filter((line) => !line.startsWith("kind:")),
    ...(appliesTo.length === 0 ? [] : ["applies-to:", ...appliesTo.map((g) => `  - ${JSON.stringify(g)}`)]),
  ];
  if (front.length > 0) add(["---", ...front, "---"].join("\n"), undefined);
  let before: "item" | "block" | "none" = front.length > 0 ? "block" : "none";
  for (const [i, { piece, step }] of pieces.entries()) {
    const text = textOf(piece, step);
    if (text === "") continue;
    const now = piece.type === "text" || step >= 2 ? "block" : "item";
    if (before !== "none" && !(before === "item" && now === "item")) add("", undefined);
    add(text, i);
    before = now;
  }
  return { text: `${lines.join("\n")}\n`, pieceAt: (line) => owners[line - 1], hasFront: front.length > 0 };
}

/** A piece in Markdown. The first step back takes its bold lead or its heading away, the second one quotes it. */
function textOf(piece: Piece, step: number): string {
  switch (piece.type) {
    case "rule": {
      const lead = /^(?:Ask before|\w+)/.exec(piece.sentence)?.[0] ?? "";
      const labels = piece.labels.map((l) => `  - ${l.replaceAll("\n", "\n    ")}`);
      return [`- **${lead}**${piece.sentence.slice(lead.length)}`, ...labels].join("\n");
    }
    case "guidance": {
      if (piece.text === "") return "";
      const marker = piece.step === undefined ? "-" : `${piece.step}.`;
      if (step >= 2) return quoted([piece.text, ...flat(piece.details)].join("\n\n"));
      const words = step === 0 ? piece.text : plain(piece.text);
      return [`${marker} ${words}`, ...detailLines(piece.details, " ".repeat(marker.length + 1), step)].join(
        "\n",
      );
    }
    default: {
      if (step === 0) return piece.text;
      if (step === 1 && piece.heading) return `**${piece.text.replace(/^#+ /, "").replaceAll("*", "")}**`;
      return quoted(piece.text);
    }
  }
}

function detailLines(details: readonly Detail[], indent: string, step: number): string[] {
  return details.flatMap(({ text, details: more }) => [
    `${indent}- ${step === 0 ? text : plain(text)}`,
    ...detailLines(more, `${indent}  `, step),
  ]);
}

function flat(details: readonly Detail[]): string[] {
  return details.flatMap((d) => [d.text, ...flat(d.details)]);
}

/** Without bold words in front, and without a colon behind the first word: nothing that opens a rule or a label. */
function plain(text: string): string {
  return text
    .replaceAll("**", "")
    .replaceAll("__", "")
    .replace(/^([A-Za-z][A-Za-z ]{0,30}):\s/, "$1 – ");
}

function quoted(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
