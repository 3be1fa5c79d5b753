// Search: a dialog over the page, whose index is loaded at the first word.
import { el, inSite, loadStyle } from "./dom.ts";

/** What is used of Pagefind's script. */
interface Pagefind {
  readonly options: (options: object) => Promise<void>;
  readonly debouncedSearch: (
    text: string,
    options: object,
    milliseconds: number,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<Found> }[] } | null>;
}

interface Found {
  readonly raw_url?: string;
  readonly url: string;
  readonly plain_excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

const MOST = 12;

let dialog: HTMLDialogElement | undefined;

/** Opens the search. */
export function openSearch(): void {
  dialog ??= searchDialog();
  dialog.showModal();
  dialog.querySelector("input")?.select();
}

function searchDialog(): HTMLDialogElement {
  loadStyle();
  const results = el("ul", { class: "found" });
  const state = el("p", { class: "meta", role: "status" }, "Rules, playbooks, runbooks, sources.");
  const input = el("input", {
    type: "search",
    "aria-label": "Search",
    autocomplete: "off",
    spellcheck: "false",
  });
  const close = el("button", { type: "button", class: "quiet", onclick: () => box.close() }, "Close");
  const box = el(
    "dialog",
    { class: "search", "aria-label": "Search" },
    el("div", { class: "row" }, input, close),
    state,
    results,
  );
  let last = "";
  const look = async (): Promise<void> => {
    const text = input.value.trim();
    last = text;
    if (text === "") {
      results.replaceChildren();
      state.textContent = "Rules, playbooks, runbooks, sources.";
      return;
    }
    try {
      const found = await (await pagefind()).debouncedSearch(text, {}, 120);
      if (found === null || last !== text) return;
      const shown = await Promise.all(found.results.slice(0, MOST).map((r) => r.data()));
      if (last !== text) return;
      results.replaceChildren(...shown.map(item));
      const { length } = found.results;
      state.textContent =
        length === 0
          ? `Nothing found for ${text}.`
          : `${length} found${length > MOST ? `, the first ${MOST} are shown` : ""}.`;
    } catch {
      state.textContent = "The search can't be loaded here; it needs the site to be served.";
    }
  };
  input.addEventListener("input", () => void look());
  document.body.append(box);
  return box;
}

function item({ raw_url, url, plain_excerpt, meta }: Found): HTMLElement {
  const path = (raw_url ?? url).replace(/^\/+/, "");
  return el(
    "li",
    {},
    el("a", { href: inSite(path) }, meta["title"] ?? path),
    el("p", { class: "meta" }, decoded(plain_excerpt)),
  );
}

/** Pagefind escapes its excerpts. */
function decoded(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    lt: "<",
    gt: ">",
    amp: "&",
    quot: '"',
    "#39": "'",
    "#x27": "'",
  };
  return text.replace(/&(lt|gt|amp|quot|#39|#x27);/g, (_, name: string) => signs[name] ?? "");
}

let loading: Promise<Pagefind> | undefined;

function pagefind(): Promise<Pagefind> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Pagefind> {
  const address = new URL(inSite("search/pagefind.js"), location.href).href;
  const module = (await import(address)) as Pagefind;
  await module.options({ baseUrl: "/", excerptLength: 18 });
  return module;
}
