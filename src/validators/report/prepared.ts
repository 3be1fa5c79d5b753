// A report of the policy prepared for checking: its shapes as matchers, and the rules about it.
import { type Rewriter, rewriterOf } from "../../pattern/shape/loose.ts";
import { type Matcher, matcherOf, type ShapeMatch } from "../../pattern/shape/match.ts";
import { isReportRule, type ReportRule } from "../../policy/rules.ts";
import type { List, Policy, Report, Section, Shape } from "../../policy/types.ts";
import { withoutMarks } from "./lines.ts";
import type { ReportForm } from "./read.ts";

/** The hole behind a command whose words only its author knows. */
export const ARGUMENTS = "arguments";

/** The holes that a skeleton may have besides those of the shapes. */
const OF_SKELETONS = ["text", ARGUMENTS];

/** A shape and its matcher. */
export interface PreparedShape {
  readonly shape: Shape;
  readonly matcher: Matcher;
  /** True for one that is nothing but a hole for any text. */
  readonly free: boolean;
}

export interface PreparedSection {
  readonly section: Section;
  readonly shapes: readonly PreparedShape[];
}

export class PreparedReport implements ReportForm {
  readonly report: Report;
  readonly rules: readonly ReportRule[];
  readonly title: PreparedSection | undefined;
  readonly sections: readonly Section[];
  readonly prepared: readonly PreparedSection[];
  /** The names of all holes that an author may have left open. */
  readonly holes: ReadonlySet<string>;
  readonly list: (name: string) => List | undefined;
  readonly #matchers = new Map<Shape, Matcher>();
  readonly #rewriters = new Map<Shape, Rewriter>();

  constructor(report: Report, policy: Pick<Policy, "rules" | "lists">) {
    const lists = new Map(policy.lists.map((l) => [l.name, l]));
    this.list = (name) => lists.get(name);
    this.report = report;
    this.rules = policy.rules.filter(isReportRule).filter((r) => r.report === report.name);
    this.title = report.title === undefined ? undefined : this.#prepare(report.title);
    this.sections = report.sections;
    this.prepared = report.sections.map((s) => this.#prepare(s));
    const shapes = [
      ...[...report.sections, ...(report.title === undefined ? [] : [report.title])].flatMap((s) => s.lines),
      ...this.rules.flatMap((r) =>
        r.kind === "always-write" || r.kind === "always-write-each" ? r.texts : [],
      ),
    ];
    const parts = shapes.flatMap((s) => s.parts);
    const holes = parts.flatMap((p) => (typeof p === "string" ? [] : [p.hole]));
    this.holes = new Set([...holes, ...OF_SKELETONS]);
  }

  /** The matcher of a shape, made once. */
  matcher(shape: Shape): Matcher {
    const known = this.#matchers.get(shape) ?? matcherOf(shape, this.list);
    this.#matchers.set(shape, known);
    return known;
  }

  /** What writes nearly fitting lines as a shape has them, made once. */
  rewriter(shape: Shape): Rewriter {
    const known = this.#rewriters.get(shape) ?? rewriterOf(shape, this.list);
    this.#rewriters.set(shape, known);
    return known;
  }

  shapes(section: number): readonly Matcher[] {
    return (this.prepared[section]?.shapes ?? []).filter((s) => !s.free).map((s) => s.matcher);
  }

  #prepare(section: Section): PreparedSection {
    const shapes = section.lines.map((shape) => {
      const [only, ...more] = shape.parts;
      const free = more.length === 0 && typeof only !== "string" && only?.type === "text";
      return { shape, matcher: this.matcher(shape), free };
    });
    return { section, shapes };
  }
}

/** A line that has a shape as a whole, with or without the marks of Markdown in it. */
export function fits(text: string, shapes: readonly PreparedShape[]): ShapeMatch | undefined {
  for (const { matcher } of shapes) {
    const match = matcher.whole(text);
    if (match !== undefined) return match;
  }
  const plain = withoutMarks(text);
  return plain === text ? undefined : fits(plain, shapes);
}
