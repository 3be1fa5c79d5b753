// The scripts of a package.json.

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function scriptTable(text: string): ReadonlyMap<string, string> | undefined {
  const whole = parseObject(text);
  if (whole === undefined) return undefined;
  const scripts: unknown = "scripts" in whole ? whole.scripts : {};
  if (typeof scripts !== "object" || scripts === null) return undefined;
  return new Map(
    Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** All scripts of a manifest. */
export function scriptsOf(text: string): readonly string[] {
  return [...(scriptTable(text)?.values() ?? [])];
}

/** The scripts that run for a name, with those before and after it; undefined for a text that is no manifest. */
export function namedScripts(
  text: string,
  name: string,
): readonly { readonly name: string; readonly text: string }[] | undefined {
  const table = scriptTable(text);
  if (table === undefined) return undefined;
  return [`pre${name}`, name, `post${name}`].flatMap((each) => {
    const script = table.get(each);
    return script === undefined ? [] : [{ name: each, text: script }];
  });
}
