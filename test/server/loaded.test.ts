// What the servers bring with them is loaded by the servers alone.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const LIB = "dist/lib";

/** Every file that a file of the bundle loads when it is loaded. */
function loaded(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(LIB, name), "utf8");
  for (const [, next] of text.matchAll(
    /^(?:import|\} from|export \{[^}]*\} from)[^\n]*?"\.\/([\w.-]+\.js)"/gm,
  ))
    if (next !== undefined) loaded(next, found);
  return found;
}

/** The file of a command; other files may be named as it is. */
function own(command: string): string {
  const files = readdirSync(LIB).filter((name) => name.startsWith(`${command}-`) && name.endsWith(".js"));
  const said = `// src/cli/commands/${command}.ts\n`;
  const its = (name: string): boolean => readFileSync(join(LIB, name), "utf8").includes(said);
  const [file] = files.length > 1 ? files.filter(its) : files;
  if (file === undefined) throw new Error(`bylaw ${command} has no file of its own`);
  return file;
}

const holds = (name: string, words: string): boolean =>
  [...loaded(name)].some((file) => readFileSync(join(LIB, file), "utf8").includes(words));

test.each(["check", "hook", "propose", "learn", "explain"])(
  "bylaw %s loads neither zod nor the SDK",
  (command) => {
    for (const name of ["bin.js", own(command)])
      for (const words of ["ZodError", "JSONRPCMessageSchema"]) expect(holds(name, words), name).toBe(false);
  },
);

test("bylaw serve loads no SDK, and bylaw mcp loads it", () => {
  expect(holds(own("serve"), "JSONRPCMessageSchema")).toBe(false);
  expect(holds(own("serve"), "ZodError")).toBe(true);
  expect(holds(own("mcp"), "JSONRPCMessageSchema")).toBe(true);
});

test("the licence of everything that is bundled is there", () => {
  const text = readFileSync("dist/licenses.txt", "utf8");
  for (const name of ["@modelcontextprotocol/sdk", "zod", "ajv", "re2js", "unbash"])
    expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
});
