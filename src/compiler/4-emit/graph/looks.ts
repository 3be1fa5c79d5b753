// How kinds and states look: their colours in light and dark, the same in Mermaid text and in SVG.
import type { GraphNode, NodeState } from "./graph.ts";

/** Ink on fill has a contrast of 4.5 at least, and a line to the ground of 3, in both lights. */
export interface Colours {
  readonly fill: string;
  readonly line: string;
  readonly ink: string;
}

export type Look = "plain" | "open" | "ready" | "running" | "pass" | "fail" | "blocked" | "waived";

interface Light {
  readonly ground: string;
  readonly ink: string;
  readonly soft: string;
  readonly arrow: string;
  readonly looks: Readonly<Record<Look, Colours>>;
}

export const LIGHT: Light = {
  ground: "#ffffff",
  ink: "#1c2128",
  soft: "#57606a",
  arrow: "#6b7480",
  looks: {
    plain: { fill: "#f6f8fa", line: "#6b7480", ink: "#1c2128" },
    open: { fill: "#f6f8fa", line: "#7d8590", ink: "#424a53" },
    ready: { fill: "#dcefff", line: "#0a63c9", ink: "#06386f" },
    running: { fill: "#fff4c2", line: "#8f6400", ink: "#4f3500" },
    pass: { fill: "#dcf7e1", line: "#1b7a36", ink: "#0e3f1d" },
    fail: { fill: "#ffe5e2", line: "#c6202a", ink: "#6b0a11" },
    blocked: { fill: "#ffead6", line: "#b24a00", ink: "#5e2700" },
    waived: { fill: "#ecebf2", line: "#7a7486", ink: "#4a4456" },
  },
};

export const DARK: Light = {
  ground: "#0e1116",
  ink: "#e6eaef",
  soft: "#9ba6b2",
  arrow: "#8792a0",
  looks: {
    plain: { fill: "#1a2029", line: "#8792a0", ink: "#e6eaef" },
    open: { fill: "#171c24", line: "#727d8a", ink: "#b4bdc8" },
    ready: { fill: "#0c2a4d", line: "#5aa6ff", ink: "#d2e6ff" },
    running: { fill: "#362700", line: "#d9a21b", ink: "#fbe7ac" },
    pass: { fill: "#0a2a14", line: "#43b85c", ink: "#bdf2c8" },
    fail: { fill: "#450d10", line: "#ff6a63", ink: "#ffdad7" },
    blocked: { fill: "#3b1d05", line: "#e58236", ink: "#ffdfc2" },
    waived: { fill: "#24222c", line: "#948da3", ink: "#cdc7d8" },
  },
};

const LOOKS: Readonly<Record<NodeState, Look>> = {
  "Not Started": "open",
  Ready: "ready",
  "In Progress": "running",
  Pass: "pass",
  Fail: "fail",
  Blocked: "blocked",
  Waived: "waived",
  Met: "pass",
  "Not met": "open",
  "Not known": "open",
};

export function lookOf({ state }: GraphNode): Look {
  return state === undefined ? "plain" : LOOKS[state];
}
