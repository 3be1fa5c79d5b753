// Figures that prose gives as a range or roughly.

/** How far a rough figure may be off, as a share of it. */
export const ROUGH = 0.25;

interface Figure {
  readonly from: number;
  readonly to: number;
  readonly about: boolean;
}

/** Whether one figure lies within another: "5 to 10 minutes" and "10 minutes" can both be right. */
export function within(inner: Figure, outer: Figure): boolean {
  const slack = inner.about || outer.about ? ROUGH : 0;
  return inner.from >= outer.from * (1 - slack) && inner.to <= outer.to * (1 + slack);
}
