// Near names for a misspelt one, for "did you mean".

/** Edit distance (insert, delete, replace, swap of neighbours), given up above `limit`. Case does not count. */
export function distance(a: string, b: string, limit: number): number {
  const s = a.toLowerCase();
  const t = b.toLowerCase();
  if (Math.abs(s.length - t.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: t.length + 1 }, (_, i) => i);
  for (let i = 1; i <= s.length; i++) {
    const row = [i];
    for (let j = 1; j <= t.length; j++) {
      const cost = s[i - 1] === t[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && s[i - 1] === t[j - 2] && s[i - 2] === t[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[t.length] ?? limit + 1;
}

/** How far a name of this length may be off and still count as misspelt. */
function tolerance(name: string): number {
  return name.length < 4 ? 0 : name.length < 6 ? 1 : name.length < 12 ? 2 : 3;
}

/** At most three candidates that `name` may be a misspelling of, nearest first. */
export function nearNames(name: string, candidates: Iterable<string>, limit = tolerance(name)): string[] {
  const found: { candidate: string; off: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const off = distance(name, candidate, limit);
    if (off <= limit) found.push({ candidate, off });
  }
  found.sort((a, b) => a.off - b.off || (a.candidate < b.candidate ? -1 : 1));
  return found.slice(0, 3).map((f) => f.candidate);
}

/** "Did you mean `a` or `b`?", or nothing where no candidate is near. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const near = nearNames(name, candidates);
  return near.length === 0 ? undefined : `Did you mean ${oneOf(near.map((n) => `\`${n}\``))}?`;
}

/** "a", "a or b", "a, b or c". */
export function oneOf(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;
}
