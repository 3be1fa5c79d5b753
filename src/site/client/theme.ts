// Light, dark, or as the system says; remembered where the browser lets us.
import { el } from "./dom.ts";

const KEY = "bylaw-theme";
const THEMES = ["system", "light", "dark"] as const;
type Theme = (typeof THEMES)[number];

function remembered(): Theme {
  try {
    const said = localStorage.getItem(KEY);
    return THEMES.find((t) => t === said) ?? "system";
  } catch {
    return "system";
  }
}

/** Puts the remembered theme on the page; runs before anything is shown. */
export function applyTheme(theme = remembered()): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** A button that goes on to the next theme. */
export function themeButton(): HTMLElement {
  let theme = remembered();
  const button = el("button", {
    type: "button",
    class: "quiet",
    onclick: () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
      try {
        if (theme === "system") localStorage.removeItem(KEY);
        else localStorage.setItem(KEY, theme);
      } catch {
        // It holds for this page only.
      }
      applyTheme(theme);
      show();
    },
  });
  const show = (): void => {
    button.textContent = { system: "Auto", light: "Light", dark: "Dark" }[theme];
    button.setAttribute("aria-label", `${button.textContent} colours`);
  };
  show();
  return button;
}
