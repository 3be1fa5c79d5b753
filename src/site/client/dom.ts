// Making elements, and what all scripts know of the page that they are in. Text is only ever set as text.

type Child = Node | string | undefined | false;
type Properties = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>;

/** An element with its attributes (`true` is an empty one), its listeners (`onclick`) and what stands in it. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
  element.append(...children.filter((c): c is Node | string => c !== undefined && c !== false));
  return element;
}

/** A sentence of a source: what stands between backticks is code. */
export function proseNodes(text: string): (Node | string)[] {
  const parts = text.split("`");
  const pairs = parts.length % 2 === 1 ? parts.length : parts.length - 1;
  return parts.map((part, i) => (i >= pairs ? `\`${part}` : i % 2 === 1 ? codeNode(part) : part));
}

/** A piece of code; a short word stays on one line. */
function codeNode(text: string): HTMLElement {
  return el("code", { class: text.length < 35 && !/\s/.test(text) ? "w" : undefined }, text);
}

/** The address of a file of the site, from the page that this is. */
export function inSite(path: string): string {
  return `${document.documentElement.dataset["root"] ?? ""}${path}`;
}

const LOADED = new Map<string, Promise<void>>();

/** Loads a script of the site once. */
export function loadScript(path: string): Promise<void> {
  const known = LOADED.get(path);
  if (known !== undefined) return known;
  const loading = new Promise<void>((done, fail) => {
    const script = el("script", {
      src: inSite(path),
      onload: () => done(),
      onerror: () => fail(new Error(path)),
    });
    document.head.append(script);
  });
  LOADED.set(path, loading);
  return loading;
}

/** Loads the style of what scripts show. */
export function loadStyle(): void {
  if (LOADED.has("style")) return;
  LOADED.set("style", Promise.resolve());
  document.head.append(el("link", { rel: "stylesheet", href: inSite("assets/extra.css") }));
}

/** A value that belongs to a label, both in one block. */
export function field(label: string, control: HTMLElement, id: string): HTMLElement {
  control.id = id;
  return el("div", { class: "field" }, el("label", { for: id }, label), control);
}

/** A choice; an empty value stands first where nothing may be chosen. */
export function choice(
  values: readonly string[],
  chosen: string,
  changed: (value: string) => void,
  none?: string,
): HTMLSelectElement {
  const select = el("select", { onchange: () => changed(select.value) });
  if (none !== undefined) select.append(el("option", { value: "" }, none));
  for (const value of values) select.append(el("option", { value, selected: value === chosen }, value));
  return select;
}
