// What the cells of a column of evidence may hold, in words.
import type { Bound, CellForm } from "../policy/types.ts";
import { TYPE_IN_WORDS } from "./decision/values.ts";

const BOUNDS: Readonly<Record<Bound["test"], string>> = {
  above: "above",
  below: "below",
  "at-least": "at least",
  "at-most": "at most",
};

/** Forms in words: "`green` or `red`", "an address that begins with https://". */
export function inWords(forms: readonly CellForm[]): string {
  const words = forms.map(formInWords);
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

function formInWords(form: CellForm): string {
  switch (form.is) {
    case "value":
      return `\`${form.value}\``;
    case "member":
      return `a member of \`${form.list}\``;
    case "shape":
      return `the shape \`${form.shape}\``;
    case "expression":
      return `what \`/${form.pattern}/\` describes`;
    case "type": {
      if (form.type === "url") return "an address that begins with http:// or https://";
      const bounds = form.bounds.map(({ test, value }) => `${BOUNDS[test]} \`${value}\``).join(" and ");
      return bounds === "" ? TYPE_IN_WORDS[form.type] : `a ${form.type} ${bounds}`;
    }
  }
}
