// The rooms: which way imports fall, what the pure rooms may not touch, and how large a file may be.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** A room may import the rooms of lower rank, and itself. Rooms of one rank don't know each other. */
const RANK: Readonly<Record<string, number>> = {
  cli: 5,
  server: 4.9,
  enforce: 4.8,
  site: 4.6,
  hosts: 4,
  compiler: 4,
  authoring: 4.5,
  diff: 4.5,
  validators: 4,
  ledger: 4,
  runbooks: 4,
  pattern: 3,
  shell: 2,
  policy: 1,
};
const PHASES = ["1-read", "2-link", "3-analyze", "4-emit"];
/** Rooms and phases that do no I/O, read no clock and no environment, and never exit. */
const PURE = /^src\/(policy|shell|pattern|validators|diff|runbooks|compiler\/(1-read|2-link|3-analyze))\//;
const IMPURE =
  /\bprocess\.|\bDate\.now\(|new Date\(\)|\bMath\.random\(|\bfetch\(|\bconsole\.|from "node:|\brequire\(/;

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((path) => join("src", path).replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.includes("/generated/") && !path.endsWith("/generated.ts"));

const imports = files.flatMap((from) =>
  [...readFileSync(from, "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)].map((m) => ({
    from,
    to: normalize(join(dirname(from), m[1] ?? "")).replaceAll("\\", "/"),
  })),
);

const room = (path: string): string => path.split("/")[1] ?? "";

describe("imports", () => {
  test("fall one way between rooms", () => {
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [room(from), room(to)];
      return a !== b && (RANK[a] ?? 0) <= (RANK[b] ?? 9);
    });
    expect(wrong).toEqual([]);
  });

  test("every room has a rank", () => {
    expect([...new Set(files.map(room))].filter((r) => RANK[r] === undefined)).toEqual([]);
  });

  test("fall from later phases of the compiler to earlier ones", () => {
    const phase = (path: string): number => PHASES.findIndex((p) => path.startsWith(`src/compiler/${p}/`));
    const wrong = imports.filter(({ from, to }) => phase(from) >= 0 && phase(to) > phase(from));
    expect(wrong).toEqual([]);
  });

  test("make no circle", () => {
    const edges = new Map<string, string[]>();
    for (const { from, to } of imports) edges.set(from, [...(edges.get(from) ?? []), to]);
    expect(circle(edges)).toBeUndefined();
  });
});

test("pure rooms touch nothing outside", () => {
  const wrong = files.filter((path) => PURE.test(path) && IMPURE.test(readFileSync(path, "utf8")));
  expect(wrong).toEqual([]);
});

describe("files", () => {
  const lengths = files.map((path) => ({ path, lines: readFileSync(path, "utf8").split("\n").length - 1 }));

  test("have at most 400 lines", () => {
    expect(lengths.filter((f) => f.lines > 400)).toEqual([]);
  });

  test("have a median of at most 80 lines", () => {
    const sorted = lengths.map((f) => f.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });

  test("open with a line that says what they are for", () => {
    expect(files.filter((path) => !readFileSync(path, "utf8").startsWith("// "))).toEqual([]);
  });
});

/** The first circle of imports, as a path. */
function circle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): string[] | undefined => {
    if (above.includes(path)) return [...above.slice(above.indexOf(path)), path];
    if (done.has(path)) return undefined;
    done.add(path);
    for (const next of edges.get(path) ?? []) {
      const found = visit(next, [...above, path]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const path of edges.keys()) {
    const found = visit(path, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
