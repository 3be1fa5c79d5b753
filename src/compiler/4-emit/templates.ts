// The Handlebars templates of generated text. Text of sources is data and never a template; a template can do no more
// than show the data that it is given.
import Handlebars from "handlebars";

/** The templates of agent files, by the names of their files. */
export const TEMPLATES = [
  "AGENTS.md.hbs",
  "scoped.md.hbs",
  "skill.md.hbs",
  "reference.md.hbs",
  "playbook.md.hbs",
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** What is wrong with a template. Lines and columns count from 1. */
export interface TemplateProblem {
  readonly name: TemplateName;
  readonly reason: string;
  readonly line: number;
  readonly column: number;
}

/** Thrown by a template that can't be read or rendered. */
export class TemplateError extends Error {
  readonly problem: TemplateProblem;
  constructor(problem: TemplateProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

/** The built-in blocks that a template may use. */
const BLOCKS = new Set(["if", "unless", "each", "with"]);
const FORBIDDEN = new Set(
  [Object.prototype, Array.prototype, String.prototype, Number.prototype, Boolean.prototype]
    .flatMap((prototype) => Object.getOwnPropertyNames(prototype))
    .filter((name) => name !== "length"),
);

/** Renders templates; each is compiled once. */
export class Templates {
  readonly #texts: ReadonlyMap<string, string>;
  readonly #compiled = new Map<TemplateName, HandlebarsTemplateDelegate>();

  /** Texts by the names of their files. */
  constructor(texts: ReadonlyMap<string, string>) {
    this.#texts = texts;
  }

  /** The rendered text: no more than one empty line in a row, and one line feed at its end. Throws a `TemplateError`. */
  render(name: TemplateName, data: object): string {
    try {
      const text = this.#template(name)(data);
      return `${text
        .replace(/\r\n?/g, "\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim()}\n`;
    } catch (error) {
      if (error instanceof TemplateError) throw error;
      throw new TemplateError(problemOf(name, error));
    }
  }

  #template(name: TemplateName): HandlebarsTemplateDelegate {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const parsed = Handlebars.parse(this.#texts.get(name) ?? "");
    new Guard(name).accept(parsed);
    const template = Handlebars.compile(parsed, { strict: true, noEscape: true, knownHelpersOnly: true });
    this.#compiled.set(name, template);
    return template;
  }
}

/** Refuses whatever reaches beyond the data: helpers, partials, properties that every object has. */
class Guard extends Handlebars.Visitor {
  readonly #name: TemplateName;
  constructor(name: TemplateName) {
    super();
    this.#name = name;
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    const part = path.parts.find((p) => FORBIDDEN.has(String(p)));
    if (part !== undefined) this.#refuse(path, `\`${part}\` is no part of the data`);
    super.PathExpression(path);
  }

  override MustacheStatement(statement: hbs.AST.MustacheStatement): void {
    if (statement.params.length > 0 || statement.hash !== undefined)
      this.#refuse(statement, "only `if`, `unless`, `each` and `with` take words behind them");
    super.MustacheStatement(statement);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    const name = "original" in block.path ? String(block.path.original) : "";
    if (!BLOCKS.has(name))
      this.#refuse(block, `\`${name}\` is none of \`if\`, \`unless\`, \`each\` and \`with\``);
    super.BlockStatement(block);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#refuse(expression, "nothing can be computed in a template");
  }

  override PartialStatement(statement: hbs.AST.PartialStatement): void {
    this.#refuse(statement, "a template can't take in another one");
  }

  override PartialBlockStatement(statement: hbs.AST.PartialBlockStatement): void {
    this.#refuse(statement, "a template can't take in another one");
  }

  override Decorator(statement: hbs.AST.Decorator): void {
    this.#refuse(statement, "decorators are not supported");
  }

  override DecoratorBlock(statement: hbs.AST.DecoratorBlock): void {
    this.#refuse(statement, "decorators are not supported");
  }

  #refuse({ loc }: hbs.AST.Node, reason: string): never {
    throw new TemplateError({ name: this.#name, reason, line: loc.start.line, column: loc.start.column + 1 });
  }
}

/** Handlebars says where in its message: "… - 3:5", or "Parse error on line 3:". */
function problemOf(name: TemplateName, error: unknown): TemplateProblem {
  const message = error instanceof Error ? error.message : String(error);
  const place = / - (\d+):(\d+)$/.exec(message);
  if (place !== null) {
    const reason = message.slice(0, place.index).replace(" in [object Object]", "");
    return { name, reason, line: Number(place[1]), column: Number(place[2]) + 1 };
  }
  const parse = /^Parse error on line (\d+):/.exec(message);
  const isEnd = message.endsWith("got 'EOF'");
  const unread = isEnd ? "the text ends inside a block" : "a tag can't be read";
  const reason = parse === null ? (message.split("\n")[0] ?? "") : unread;
  return { name, reason, line: Number(parse?.[1] ?? 1), column: 1 };
}
