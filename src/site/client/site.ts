// The script of every page: themes at once, all else when the page is there, and what is heavy when it is asked for.
import { el, inSite, loadScript, loadStyle } from "./dom.ts";
import type { Mount, Tools } from "./mount.ts";
import { applyTheme, themeButton } from "./theme.ts";

applyTheme();

document.addEventListener("DOMContentLoaded", () => {
  document.querySelector("[data-tools]")?.append(searchButton(), themeButton());
  if (document.querySelector(".command") !== null) void withTools((tools) => tools.runbooks());
  const filter = document.querySelector<HTMLElement>("[data-filter]");
  if (filter !== null) void withTools((tools) => tools.ruleFilter(filter));
  const checker = document.getElementById("checker");
  if (checker !== null) void mount(checker, undefined);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.try"))
    link.addEventListener("click", tryHere);
  document.querySelector<HTMLFormElement>("[data-ask]")?.addEventListener("submit", ask);
});

/** Does something with the tools once they are loaded. */
async function withTools(use: (tools: Tools) => unknown): Promise<void> {
  await loadScript("assets/tools.js");
  const { bylawTools } = globalThis as unknown as { readonly bylawTools?: Tools };
  if (bylawTools !== undefined) use(bylawTools);
}

/** A button that opens the search; so does the key `/`. */
function searchButton(): HTMLElement {
  const open = (): void => void withTools((tools) => tools.openSearch());
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    const typing =
      at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    open();
  });
  return el("button", { type: "button", class: "quiet", "aria-keyshortcuts": "/", onclick: open }, "Search");
}

/** The checker below the example; without it, and with a key held, the link leads to the checker's page. */
function tryHere(event: MouseEvent): void {
  const { currentTarget: link } = event;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const example = link.closest(".example");
  if (example === null) return;
  event.preventDefault();
  const open = example.querySelector(".checker");
  if (open !== null) {
    open.remove();
    link.setAttribute("aria-expanded", "false");
    return;
  }
  const box = el("div", { class: "checker" });
  example.append(box);
  link.setAttribute("aria-expanded", "true");
  void mount(box, new URL(link.href).hash.slice(1));
}

function ask(event: Event): void {
  const form = event.currentTarget;
  if (!(form instanceof HTMLFormElement)) return;
  event.preventDefault();
  const command = form.querySelector("input")?.value ?? "";
  location.href = inSite(`check.html#${new URLSearchParams({ c: command })}`);
}

/** Loads the checker with the policy and puts it into a box; `state` is a hash, the page's own where there is none. */
async function mount(box: HTMLElement, state: string | undefined): Promise<void> {
  loadStyle();
  box.append(el("p", { class: "meta" }, "Loading the checker …"));
  try {
    await Promise.all([loadScript("assets/policy.js"), loadScript("assets/checker.js")]);
    const mounted = (globalThis as unknown as { readonly bylawMount?: Mount }).bylawMount;
    mounted?.(box, state);
  } catch {
    box.replaceChildren(el("p", { role: "alert" }, "The checker can't be loaded."));
  }
}
