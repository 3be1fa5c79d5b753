// Runbooks: a button that copies each command, and placeholders that are filled in once for all commands.
import { el, field } from "./dom.ts";

/** Adds what a runbook's page has with JavaScript. */
export function runbooks(): void {
  for (const command of document.querySelectorAll<HTMLElement>(".command")) addCopy(command);
  const box = document.querySelector<HTMLElement>(".fill");
  if (box !== null) addFields(box);
}

function addCopy(command: HTMLElement): void {
  const button = el(
    "button",
    {
      type: "button",
      class: "quiet copy",
      onclick: async () => {
        const text = command.querySelector("pre")?.textContent ?? "";
        try {
          await navigator.clipboard.writeText(text);
          button.textContent = "Copied";
        } catch {
          getSelection()?.selectAllChildren(command.querySelector("pre") ?? command);
          button.textContent = "Selected";
        }
        setTimeout(() => {
          button.textContent = "Copy";
        }, 1_500);
      },
    },
    "Copy",
  );
  button.setAttribute("aria-label", `Copy: ${command.dataset["command"] ?? ""}`);
  command.append(button);
}

/** The values are in the hash, so a link can bring them. */
function addFields(box: HTMLElement): void {
  const names = (box.dataset["placeholders"] ?? "").split("\n");
  const given = new URLSearchParams(location.hash.slice(1));
  const values = new Map(names.map((name) => [name, given.get(name) ?? ""]));
  const originals = [...document.querySelectorAll<HTMLElement>(".command")].map((command) => ({
    code: command.querySelector("code"),
    html: [...(command.querySelector("code")?.childNodes ?? [])],
    text: command.dataset["command"] ?? "",
  }));
  const fill = (): void => {
    const set = [...values].filter(([, value]) => value !== "");
    for (const { code, html, text } of originals) {
      if (code === null) continue;
      const touched = set.some(([name]) => text.includes(`<${name}>`));
      if (touched)
        code.textContent = set.reduce(
          (now, [name, value]) => now.replaceAll(`<${name}>`, () => quoted(value)),
          text,
        );
      else code.replaceChildren(...html);
    }
  };
  const fields = names.map((name, i) => {
    const input = el("input", { value: values.get(name), autocomplete: "off", spellcheck: "false" });
    input.addEventListener("input", () => {
      values.set(name, input.value);
      const hash = new URLSearchParams([...values].filter(([, v]) => v !== ""));
      history.replaceState(null, "", `#${hash}`);
      fill();
    });
    return field(`<${name}>`, input, `fill-${i}`);
  });
  box.replaceChildren(
    el("p", { class: "meta" }, "Fill in once, for every command on this page:"),
    el("div", { class: "fields" }, ...fields),
  );
  fill();
}

/** A value as one word of a shell. */
function quoted(value: string): string {
  return /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
