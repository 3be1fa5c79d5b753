// Shapes of lines with their lists resolved.
import { parseShape, printShape } from "../../pattern/shape/parse.ts";
import type { Shape } from "../../policy/types.ts";
import type { Token } from "../1-read/tokens.ts";
import { unknownList, unreadableShape } from "../messages/generated.ts";
import { didYouMean } from "../messages/near.ts";
import type { Linker } from "./linker.ts";
import { ambiguous } from "./names.ts";

type Surroundings = Pick<Linker, "lists" | "report">;

/** The shape that a token holds; undefined after reporting what is wrong with it. */
export function linkShape(token: Token, linker: Surroundings): Shape | undefined {
  const parsed = parseShape(token.text);
  if ("problem" in parsed) {
    linker.report(unreadableShape(token.source, { shape: token.text, reason: parsed.problem }));
    return undefined;
  }
  const parts: Shape["parts"] = [];
  for (const part of parsed.parts) {
    if (typeof part === "string" || part.list === undefined) {
      parts.push(part);
      continue;
    }
    const list = listNamed(part.list, token, linker);
    if (list === undefined) return undefined;
    parts.push({ ...part, list });
  }
  return { text: printShape(parsed.parts), parts, source: token.source };
}

/** The shapes of several tokens; undefined where one of them is wrong. */
export function linkShapes(tokens: readonly Token[], linker: Surroundings): Shape[] | undefined {
  const shapes = tokens.map((token) => linkShape(token, linker));
  const known = shapes.filter((s) => s !== undefined);
  return known.length < shapes.length ? undefined : known;
}

/** The names of a shape's holes. */
export function holesOf(shape: Shape): string[] {
  return shape.parts.flatMap((p) => (typeof p === "string" ? [] : [p.hole]));
}

function listNamed(name: string, token: Token, { lists, report }: Surroundings): string | undefined {
  const found = lists.find(name, token.source.file);
  if ("name" in found) return found.name;
  if (found.among.length > 0) report(ambiguous(token.source, name, found.among));
  else report(unknownList(token.source, { list: name }, { hint: didYouMean(name, lists.names()) }));
  return undefined;
}
