// The list of rules, filtered: its data is loaded when a filter is first used.
import { choice, el, field, inSite, loadScript, loadStyle, proseNodes } from "./dom.ts";

interface Row {
  readonly id: string;
  readonly page: string;
  readonly sentence: string;
  readonly verdict: "deny" | "ask" | "warn" | "allow";
  readonly tools: readonly string[];
  readonly source: string;
  readonly date?: string;
}

const WORDS = { deny: "blocks", ask: "asks", warn: "warns", allow: "allows" } as const;
const MOST = 200;

/** Puts filters above the list of all rules. */
export async function ruleFilter(box: HTMLElement): Promise<void> {
  loadStyle();
  await loadScript("assets/rules.js");
  const rows = (globalThis as unknown as { readonly bylawRules?: readonly Row[] }).bylawRules ?? [];
  const all = document.getElementById("all");
  if (all === null) return;
  const still = [...all.childNodes];
  const parts = document.querySelector<HTMLElement>(".parts");
  const wanted = { tool: "", verdict: "", source: "", since: "", order: "" };
  const count = el("p", { class: "meta", role: "status" });
  const show = (): void => {
    const { tool, verdict, source, since, order } = wanted;
    const plain = Object.values(wanted).every((v) => v === "");
    if (parts !== null) parts.hidden = !plain;
    if (plain) {
      all.replaceChildren(...still);
      count.textContent = "";
      return;
    }
    const found = rows.filter(
      (r) =>
        (tool === "" || r.tools.includes(tool)) &&
        (verdict === "" || WORDS[r.verdict] === verdict) &&
        (source === "" || r.source === source) &&
        (since === "" || (r.date ?? "") >= since),
    );
    if (order !== "") {
      const sign = order === "newest first" ? -1 : 1;
      found.sort(
        (a, b) => sign * ((a.date ?? "") < (b.date ?? "") ? -1 : (a.date ?? "") > (b.date ?? "") ? 1 : 0),
      );
    }
    count.textContent = `${found.length} of ${rows.length}${found.length > MOST ? `, the first ${MOST} are shown` : ""}`;
    all.replaceChildren(el("ul", { class: "rules" }, ...found.slice(0, MOST).map(item)));
  };
  const set = (name: keyof typeof wanted) => (value: string) => {
    wanted[name] = value;
    show();
  };
  const names = (of: (r: Row) => readonly string[]): string[] => [...new Set(rows.flatMap(of))].sort();
  const since = el("input", { type: "date", onchange: () => set("since")(since.value) });
  box.append(
    el(
      "div",
      { class: "filters" },
      field(
        "Tool",
        choice(
          names((r) => r.tools),
          "",
          set("tool"),
          "any",
        ),
        "filter-tool",
      ),
      field(
        "Verdict",
        choice(
          names((r) => [WORDS[r.verdict]]),
          "",
          set("verdict"),
          "any",
        ),
        "filter-verdict",
      ),
      field(
        "Source",
        choice(
          names((r) => [r.source]),
          "",
          set("source"),
          "any",
        ),
        "filter-source",
      ),
      field("Since", since, "filter-since"),
      field(
        "Order",
        choice(["newest first", "oldest first"], "", set("order"), "as in the sources"),
        "filter-order",
      ),
    ),
    count,
  );
}

function item(row: Row): HTMLElement {
  return el(
    "li",
    { class: "rule" },
    el("span", { class: `badge ${row.verdict}` }, WORDS[row.verdict]),
    el(
      "div",
      {},
      el("a", { href: inSite(row.page) }, ...proseNodes(row.sentence)),
      el("p", { class: "meta" }, row.id, row.date === undefined ? undefined : ` · ${row.date}`),
    ),
  );
}
