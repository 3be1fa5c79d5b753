// Timing helpers: medians of interleaved runs, so that a machine that slows down slows both sides.

/** Milliseconds of one call. */
function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Medians of two things run in turn, and the median of the ratios pair by pair. */
export function paired(
  rounds: number,
  a: () => void,
  b: () => void,
): { a: number; b: number; ratio: number } {
  const [as, bs, ratios]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < rounds; i++) {
    const [ta, tb] = i % 2 === 0 ? [time(a), time(b)] : swap(time(b), time(a));
    as.push(ta);
    bs.push(tb);
    ratios.push(ta / tb);
  }
  return { a: median(as), b: median(bs), ratio: median(ratios) };
}

function swap(b: number, a: number): [number, number] {
  return [a, b];
}

/** How often per second a call can be made, from at least `seconds` of calls, so many between two looks at the clock. */
export function perSecond(seconds: number, call: (i: number) => void, batch = 500): number {
  for (let i = 0; i < batch * 4; i++) call(i);
  const start = performance.now();
  let count = 0;
  while (performance.now() - start < seconds * 1_000) {
    for (let i = 0; i < batch; i++) call(count + i);
    count += batch;
  }
  return (count * 1_000) / (performance.now() - start);
}
