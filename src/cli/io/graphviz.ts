// Graphviz as WebAssembly, from a package that may be missing and is loaded when the first picture is drawn.
import type { Graphviz } from "../../compiler/4-emit/graph/layout.ts";

/** Loads Graphviz; undefined where its package isn't installed. Takes a tenth of a second. */
export async function loadGraphviz(): Promise<Graphviz | undefined> {
  let viz: typeof import("@viz-js/viz");
  try {
    viz = await import("@viz-js/viz");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
  const graphviz = await viz.instance();
  return (dot) => {
    try {
      const result = graphviz.render(dot, { format: "json0", engine: "dot" });
      return result.status === "success" ? result.output : undefined;
    } catch {
      // Out of memory, or a fault inside: there is no layout.
      return undefined;
    }
  };
}
