// The style sheet of a picture: light and dark by what the reader prefers, every colour by a variable that a page may set.
import { NAME, NOTE } from "./boxes.ts";
import { type Colours, DARK, LIGHT, type Look } from "./looks.ts";

const MONO = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace';
const SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

/** Rules only for what stands in a `.bylaw-graph`. A viewer without variables takes the plain colour in front of them. */
export function styleSheet(looks: ReadonlySet<Look>): string {
  const used = [...looks].sort();
  const variables = (light: typeof LIGHT): string => variablesOf(light, used);
  const own = ".bylaw-graph";
  return [
    `${own}{color-scheme:light dark;${variables(LIGHT)}}`,
    `@media (prefers-color-scheme:dark){${own}{${variables(DARK)}}}`,
    `${own} text{font:${NOTE.size}px ${SANS};${paint("fill", "soft", LIGHT.soft)}}`,
    `${own} .name{font:600 ${NAME.size}px ${MONO}}`,
    `${own} .condition .name{font-weight:400}`,
    `${own} .title{font:600 15px ${SANS};${paint("fill", "ink", LIGHT.ink)}}`,
    `${own} .ground{${paint("fill", "ground", LIGHT.ground)}}`,
    `${own} .label{paint-order:stroke;stroke-width:4;stroke-linejoin:round;${paint("stroke", "ground", LIGHT.ground)}}`,
    `${own} .arrow{fill:none;stroke-width:1.25;${paint("stroke", "arrow", LIGHT.arrow)}}`,
    `${own} .tip{${paint("fill", "arrow", LIGHT.arrow)}}`,
    `${own} .tells{stroke-dasharray:1 4;stroke-linecap:round}`,
    `${own} .shape{stroke-width:1.25}`,
    `${own} .ready .shape,${own} .running .shape,${own} .fail .shape{stroke-width:2.25}`,
    `${own} .dashed .shape{stroke-dasharray:6 4}`,
    `${own} .sign{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}`,
    `${own} a:focus-visible .shape{stroke-width:3.5}`,
    ...used.map((look) => lookRules(own, look, LIGHT.looks[look])),
  ].join("\n");
}

/** The style sheet of a page with pictures: all looks, and a light that the page's `data-theme` chooses. */
export function pageSheet(): string {
  const all = Object.keys(LIGHT.looks) as Look[];
  const chosen = (theme: string, light: typeof LIGHT): string =>
    `:root[data-theme="${theme}"] .bylaw-graph{${variablesOf(light, [...all].sort())}}`;
  return `${styleSheet(new Set(all))}\n${chosen("light", LIGHT)}\n${chosen("dark", DARK)}\n`;
}

function variablesOf(light: typeof LIGHT, used: readonly Look[]): string {
  return [
    ...(["ground", "ink", "soft", "arrow"] as const).map((name) => variable(name, light[name])),
    ...used.flatMap((look) =>
      (["fill", "line", "ink"] as const).map((part) => variable(`${look}-${part}`, light.looks[look][part])),
    ),
  ].join("");
}

function lookRules(own: string, look: Look, { fill, line, ink }: Colours): string {
  const at = `${own} .${look}`;
  return [
    `${at} .shape{${paint("fill", `${look}-fill`, fill)};${paint("stroke", `${look}-line`, line)}}`,
    `${at} .sign{${paint("stroke", `${look}-line`, line)}}`,
    `${at} .solid{${paint("fill", `${look}-line`, line)}}`,
    `${at} text{${paint("fill", `${look}-ink`, ink)}}`,
  ].join("");
}

/** A variable of our own, which takes the value of one that a page may set. */
function variable(name: string, value: string): string {
  return `--${name}:var(--bylaw-graph-${name},${value});`;
}

function paint(property: string, name: string, plain: string): string {
  return `${property}:${plain};${property}:var(--${name})`;
}
