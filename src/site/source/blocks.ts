// Markdown of a source as safe elements: what could run, fetch or pretend is taken out, whatever it looks like.
import type { Element, ElementContent, Root as HastRoot } from "hast";
import { defaultSchema, type Schema, sanitize } from "hast-util-sanitize";
import type { Definition, RootContent } from "mdast";
import { toHast } from "mdast-util-to-hast";

/** Only what Markdown itself makes. No image, no form, no id, and no address but of the web, of mail and relative ones. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [
    ...[
      "a",
      "blockquote",
      "br",
      "code",
      "del",
      "em",
      "h1",
      "h2",
      "h3",
      "h4",
      "h5",
      "h6",
      "hr",
      "li",
      "ol",
      "p",
    ],
    ...["pre", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"],
  ],
  attributes: {
    a: ["href", "title"],
    code: [["className", /^language-[\w+#.-]{1,40}$/]],
    ol: ["start"],
    td: ["align"],
    th: ["align"],
  },
  protocols: { href: ["http", "https", "mailto"] },
  clobber: [],
  required: {},
  strip: ["script", "style"],
};

/** The elements of some blocks of a document; `definitions` are the targets of its reference links. Places are kept. */
export function safeElements(
  blocks: readonly RootContent[],
  definitions: readonly Definition[],
): ElementContent[] {
  const children = [...blocks.flatMap(shownBlock), ...definitions];
  const tree = toHast({ type: "root", children }, { handlers: HANDLERS });
  const root: HastRoot = tree.type === "root" ? tree : { type: "root", children: [] };
  const safe = sanitize(root, SCHEMA);
  return safe.type === "root"
    ? safe.children.filter(
        (n): n is ElementContent => n.type === "element" || (n.type === "text" && n.value.trim() !== ""),
      )
    : [];
}

/** Footnotes stay where they are written; frontmatter is no content. */
function shownBlock(node: RootContent): RootContent[] {
  if (node.type === "yaml" || node.type === "definition") return [];
  if (node.type !== "footnoteDefinition") return [node];
  const label: RootContent = {
    type: "paragraph",
    children: [{ type: "strong", children: [{ type: "text", value: `[${node.identifier}]` }] }],
  };
  return [label, ...node.children];
}

const text = (value: string): ElementContent => ({ type: "text", value });

const HANDLERS = {
  /** HTML is shown as what it is: characters. */
  html: (_: unknown, node: { readonly value: string }): ElementContent[] =>
    /^\s*<!--/.test(node.value) ? [] : [element("code", [text(node.value)])],
  image: (_: unknown, node: { readonly alt?: string | null }): ElementContent => text(node.alt ?? ""),
  imageReference: (_: unknown, node: { readonly alt?: string | null }): ElementContent =>
    text(node.alt ?? ""),
  footnoteReference: (_: unknown, node: { readonly identifier: string }): ElementContent =>
    element("sup", [text(`[${node.identifier}]`)]),
};

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}
