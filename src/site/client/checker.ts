// The live checker: a command, a playbook or a decision; what is shown is in the hash, so that a link shares it.
import { commandPanel } from "./command-panel.ts";
import { decisionPanel } from "./decision-panel.ts";
import { el } from "./dom.ts";
import type { Mount } from "./mount.ts";
import { playbookPanel } from "./playbook-panel.ts";

const TABS = [
  ["command", "Command", commandPanel],
  ["playbook", "Playbook", playbookPanel],
  ["decision", "Decision", decisionPanel],
] as const;
type Tab = (typeof TABS)[number];

const mount: Mount = (box, state) => {
  if (state !== undefined) {
    box.replaceChildren(commandPanel(new URLSearchParams(state), () => {}));
    return;
  }
  let written = "";
  const panel = el("div", { role: "tabpanel", id: "panel", "aria-labelledby": "tab-command" });
  const remember = (values: URLSearchParams): void => {
    written = `#${values}`;
    history.replaceState(null, "", written);
  };
  const buttons = TABS.map((tab, i) => {
    const [name, title] = tab;
    return el(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-controls": "panel",
        onclick: () => show(tab, new URLSearchParams()),
        onkeydown: (event) => {
          const step =
            event instanceof KeyboardEvent ? { ArrowRight: 1, ArrowLeft: -1 }[event.key] : undefined;
          if (step === undefined) return;
          const other = (i + step + TABS.length) % TABS.length;
          const [to, button] = [TABS[other], buttons[other]];
          if (to !== undefined) show(to, new URLSearchParams());
          button?.focus();
        },
      },
      title,
    );
  });
  const show = ([name, , make]: Tab, values: URLSearchParams): void => {
    for (const [i, button] of buttons.entries()) {
      const own = TABS[i]?.[0] === name;
      button.setAttribute("aria-selected", String(own));
      button.tabIndex = own ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", `tab-${name}`);
    panel.replaceChildren(make(values, remember));
  };
  const fromHash = (): void => {
    if (location.hash === written && written !== "") return;
    const values = new URLSearchParams(location.hash.slice(1));
    show(TABS.find(([name]) => values.has(name)) ?? TABS[0], values);
  };
  box.replaceChildren(
    el("div", { role: "tablist", "aria-label": "What is checked", class: "tabs" }, ...buttons),
    panel,
  );
  addEventListener("hashchange", fromHash);
  fromHash();
};

Object.assign(globalThis, { bylawMount: mount });
