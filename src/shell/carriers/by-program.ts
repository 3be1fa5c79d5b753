// Carriers by their program.
import type { Carrier } from "../types.ts";

/** Groups carriers by their program: the first word of a name like `docker exec`. */
export function byProgram(carriers: readonly Carrier[]): ReadonlyMap<string, readonly Carrier[]> {
  const result = new Map<string, Carrier[]>();
  for (const carrier of carriers) {
    const program = carrier.name.split(" ")[0] ?? carrier.name;
    const list = result.get(program);
    if (list === undefined) result.set(program, [carrier]);
    else list.push(carrier);
  }
  return result;
}
