// Data for scripts as a script, which a page can load from anywhere, also from a folder on the disk.

/** A script that sets a global to a value. It is parsed as JSON, so that no key of it means anything to JavaScript. */
export function dataScript(name: string, value: unknown): string {
  return `globalThis.${name}=JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
}
