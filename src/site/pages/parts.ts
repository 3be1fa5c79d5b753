// Links between the parts of a page that would be too heavy as one.
import type { Element } from "hast";
import { h } from "hastscript";
import { link } from "../elements.ts";
import { partPath } from "../paths.ts";

/** How many parts are linked one by one around the present one. */
const NEAR = 4;

/** The other parts; nothing where there is only one. */
export function pageLinks(path: string, count: number, current: number): Element[] {
  if (count === 1) return [];
  const shown = new Set([1, count]);
  for (let n = current - NEAR; n <= current + NEAR; n++) if (n >= 1 && n <= count) shown.add(n);
  const numbers = [...shown].sort((a, b) => a - b);
  return [
    h("nav.parts", { ariaLabel: "Parts" }, [
      h("ol", [
        ...numbers.map((n) =>
          h(
            "li",
            n === current
              ? [h("span", { ariaCurrent: "page" }, `Part ${n}`)]
              : [link(partPath(path, n), `Part ${n}`)],
          ),
        ),
      ]),
    ]),
  ];
}
