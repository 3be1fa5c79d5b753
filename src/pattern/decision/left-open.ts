// The cases that no row of a set takes, in groups: a diagram whose equal parts are one, so that groups which differ in
// one column only become one.
import type { Grid, RowSet } from "./grid.ts";
import { type Branch, type Budget, takingAllFrom, walk } from "./split.ts";

/** A group of cases: the classes of each column. */
export type CaseGroup = readonly (readonly number[])[];

/** `open`: everything below is left open. Without branches nothing is. */
interface Node {
  readonly id: number;
  readonly open: boolean;
  readonly branches: readonly Branch<Node>[];
}

const TAKEN: Node = { id: 0, open: false, branches: [] };
const OPEN: Node = { id: 1, open: true, branches: [] };

/** The groups that `rows` leave open within `allowed`, at most `most` of them. Undefined when the budget is used up. */
export function leftOpen(
  grid: Grid,
  allowed: CaseGroup,
  rows: RowSet,
  budget: Budget,
  most: number,
): CaseGroup[] | undefined {
  const taking = takingAllFrom(grid, allowed);
  const ids = new Map<string, Node>();
  const node = walk<Node>(grid, allowed, rows, budget, {
    settled: (set, column) => {
      if (set === 0n) return OPEN;
      return (set & (taking[column] ?? 0n)) === 0n ? undefined : TAKEN;
    },
    join: (branches, column) => join(branches, allowed[column] ?? [], ids, column),
  });
  if (node === undefined) return undefined;
  const groups: CaseGroup[] = [];
  collect(node, allowed, [], most, groups);
  return groups;
}

/** One node of all branches that lead to the same one. */
function join(
  branches: readonly Branch<Node>[],
  allowed: readonly number[],
  ids: Map<string, Node>,
  column: number,
): Node {
  const byNode = new Map<Node, number[]>();
  for (const { classes, found } of branches) {
    if (found !== TAKEN) byNode.set(found, [...(byNode.get(found) ?? []), ...classes]);
  }
  const [only, ...more] = byNode;
  if (only === undefined) return TAKEN;
  if (more.length === 0 && only[0] === OPEN && only[1].length === allowed.length) return OPEN;
  const merged = [...byNode].map(([found, classes]) => ({ found, classes: classes.sort((a, b) => a - b) }));
  const key = `${column}:${merged.map((b) => `${b.found.id}=${b.classes.join(",")}`).join(";")}`;
  const known = ids.get(key);
  if (known !== undefined) return known;
  const node: Node = { id: ids.size + 2, open: false, branches: merged };
  ids.set(key, node);
  return node;
}

function collect(node: Node, allowed: CaseGroup, above: CaseGroup, most: number, groups: CaseGroup[]): void {
  if (node.open) groups.push([...above, ...allowed.slice(above.length)]);
  for (const { classes, found } of node.branches) {
    if (groups.length >= most) return;
    collect(found, allowed, [...above, classes], most, groups);
  }
}
