// One option of a command under two names: `promote --target staging` in one place, `promote --env staging` in another.
import type { Tool } from "../../../../policy/types.ts";
import type { Subject } from "../../analysis.ts";
import type { Claim } from "../claim.ts";
import type { Thing, Things } from "../things.ts";
import type { ShownOption, ShownProgram } from "./commands.ts";

/** Values that many options take. */
const COMMON: ReadonlySet<string> = new Set(
  "true false yes no on off none all any auto default latest json yaml text always never main master debug info".split(
    " ",
  ),
);
/** Of how many uses of one option's role is asked. */
const MOST = 200;

interface Use {
  readonly program: ShownProgram;
  readonly option: string;
}

/** What an option is for, by its value and by what stands around it. Uses with one role have one key. */
interface Role {
  readonly key: string;
  /** The value in words. */
  readonly name: string;
}

/** Claims of what an option is called, where a command shows two names for it. */
export function optionClaims(
  programs: readonly ShownProgram[],
  policy: Subject["policy"],
  things: Things,
): Claim[] {
  const roles = new Map<string, { readonly name: string; readonly uses: Use[] }>();
  const together = new Set<string>();
  for (const program of programs) {
    const names = [...new Set(program.options.map((o) => o.name))].slice(0, MOST_TOGETHER);
    for (const a of names) for (const b of names) together.add(`${program.name} ${a} ${b}`);
    for (const option of program.options)
      for (const { key, name } of rolesOf(option, program)) {
        const known = roles.get(key) ?? { name, uses: [] };
        if (known.uses.length < MOST) known.uses.push({ program, option: option.name });
        roles.set(key, known);
      }
  }
  return [...roles].flatMap(([key, { name, uses }]) => {
    const [first] = uses;
    const other = uses.find((use) => use.option !== first?.option);
    if (first === undefined || other === undefined) return [];
    if (together.has(`${first.program.name} ${first.option} ${other.option}`)) return [];
    if (isAnother(first.option, other.option)) return [];
    return claimsOfRole({ key, name }, uses, policy, things);
  });
}

const MOST_TOGETHER = 30;

/** Options are held to be one by a value that both take while all else is alike, or by the placeholder that both take. */
function rolesOf({ name, value }: ShownOption, program: ShownProgram): Role[] {
  if (value === undefined || name.startsWith("--no-")) return [];
  const { options, operands, path } = program;
  const command = [program.name, ...path].join(" ");
  if (!value.placeholder) {
    if (!/^[A-Za-z][\w.-]*[A-Za-z][\w.-]*$/.test(value.text) || COMMON.has(value.text.toLowerCase()))
      return [];
    const others = options.flatMap((o) =>
      o.name === name || o.value === undefined ? [] : [`${o.name} ${o.value.text}`],
    );
    return [{ key: `${command} ${operands} ${others.sort().join(" ")} = ${value.text}`, name: value.text }];
  }
  const shown = `<${value.text}>`;
  const same = { key: `${command} = <${value.text}>`, name: shown };
  // Each names the other: `--target <env>` and `--env <target>`, in any of a tool's commands.
  const own = name.slice(2);
  const group = [program.name, path.length > 1 ? path[0] : ""].join(" ");
  const crossing = value.text
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && word !== own && word.length > 2 && !own.includes(word))
    .slice(0, 4)
    .map((word) => [own, word].sort())
    .map((pair) => ({ key: `${group} ~ ${pair.join(" ")}`, name: pair.join(" or ") }));
  return [same, ...crossing];
}

/** A shorter name for the same, or the opposite, is no other name. */
function isAnother(one: string, other: string): boolean {
  const [a, b] = [one.slice(2), other.slice(2)];
  return a.startsWith(b) || b.startsWith(a);
}

function claimsOfRole(
  { key, name }: Role,
  uses: readonly Use[],
  policy: Subject["policy"],
  things: Things,
): Claim[] {
  const [first] = uses;
  if (first === undefined) return [];
  const tool = toolOf(first.program, policy.tools);
  const source = first.program.source;
  const subject: Thing = { ...things.find(name, source.file, source), key, name };
  const optionsOf = (use: Use): string => tool?.names.get(use.option) ?? use.option;
  const options = new Set(uses.map(optionsOf));
  const declared = [...options].filter((o) => tool?.names.has(o));
  // One name for both, or two options that there are.
  if (options.size < 2 || declared.length > 1) return [];
  const said = uses.map((use): Claim => {
    const { source: at, date, path } = use.program;
    const command = [use.program.name, ...path].join(" ");
    return {
      kind: "option",
      subject,
      value: { option: optionsOf(use), command },
      by: "prose",
      source: at,
      date,
    };
  });
  const [known] = declared;
  const place = tool?.tool.options.find((o) => o.name === known)?.source ?? tool?.tool.source;
  if (known === undefined || tool === undefined || place === undefined) return said;
  const value = { option: known, command: tool.tool.name };
  return [{ kind: "option", subject, value, by: "definition", source: place, date: undefined }, ...said];
}

/** The declaration that reads a command, with each of its options' names and the one that it stands for. */
function toolOf(
  { name, path }: ShownProgram,
  tools: readonly Tool[],
): { readonly tool: Tool; readonly names: ReadonlyMap<string, string> } | undefined {
  for (let words = Math.min(path.length, 3); words >= 0; words--) {
    const written = [name, ...path.slice(0, words)].join(" ");
    const tool = tools.find((t) => t.declared && (t.name === written || t.also.includes(written)));
    if (tool !== undefined)
      return {
        tool,
        names: new Map(tool.options.flatMap((o) => [o.name, ...o.also].map((n) => [n, o.name] as const))),
      };
  }
  return undefined;
}
