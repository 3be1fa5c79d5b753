// The outlines of nodes and the signs of states, as SVG.
import type { NodeKind, NodeState } from "./graph.ts";
import type { Point } from "./layout.ts";

/** A number with one digit behind the point at most. */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** The outline around a middle. Tasks are boxes, waits have round ends, gates six corners, and conditions lean. */
export function outline(kind: NodeKind, { x, y }: Point, width: number, height: number): string {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  if (kind === "task" || kind === "wait") {
    const round = kind === "task" ? 5 : height / 2;
    return `<rect class="shape" x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}" rx="${short(round)}"/>`;
  }
  const corners: readonly (readonly [number, number])[] =
    kind === "gate"
      ? [
          [left + 14, top],
          [right - 14, top],
          [right, y],
          [right - 14, bottom],
          [left + 14, bottom],
          [left, y],
        ]
      : [
          [left + 12, top],
          [right, top],
          [right - 12, bottom],
          [left, bottom],
        ];
  const path = corners.map(([px, py]) => `${short(px)} ${short(py)}`).join("L");
  return `<path class="shape" d="M${path}Z"/>`;
}

/** Drawn around 0 0, 16 pixels wide; no two states have the same. */
const SIGNS: Readonly<Record<NodeState, string>> = {
  "Not Started": '<circle class="sign" r="5.5"/>',
  Ready: '<path class="sign" d="M-3.5-5.5L5 0L-3.5 5.5Z"/>',
  "In Progress": '<circle class="sign" r="6"/><path class="solid" d="M0-6A6 6 0 0 1 0 6Z"/>',
  Pass: '<path class="sign" d="M-5.5 .5L-1.5 4.5L5.5-4"/>',
  Fail: '<path class="sign" d="M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5"/>',
  Blocked: '<circle class="sign" r="6"/><path class="sign" d="M-3 0H3"/>',
  Waived: '<path class="sign" d="M-5.5-3.5L-1 0L-5.5 3.5M.5-3.5L5 0L.5 3.5"/>',
  Met: '<path class="sign" d="M-5.5 .5L-1.5 4.5L5.5-4"/>',
  "Not met": '<circle class="sign" r="5.5"/>',
  "Not known": '<circle class="sign" r="5.5" stroke-dasharray="2 3.76"/>',
};

export function signOf(state: NodeState, { x, y }: Point): string {
  return `<g transform="translate(${short(x)} ${short(y)})">${SIGNS[state]}</g>`;
}

/** An arrow along a curve; its tip is as wide as Graphviz left room for. */
export function arrow(curve: readonly Point[], tip: Point, tells: boolean): string {
  const [start, ...rest] = curve;
  const end = curve[curve.length - 1];
  if (start === undefined || end === undefined) return "";
  const at = (p: Point): string => `${short(p.x)} ${short(p.y)}`;
  const length = Math.hypot(tip.x - end.x, tip.y - end.y) || 1;
  const [across, along] = [((end.y - tip.y) / length) * 3.6, ((tip.x - end.x) / length) * 3.6];
  const sides = [
    { x: end.x + across, y: end.y + along },
    { x: end.x - across, y: end.y - along },
  ];
  return (
    `<path class="arrow${tells ? " tells" : ""}" d="M${at(start)}C${rest.map(at).join(" ")}"/>` +
    `<path class="tip" d="M${at(tip)}L${sides.map(at).join("L")}Z"/>`
  );
}
