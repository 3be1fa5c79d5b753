// bylaw init: sets up a project, and says what comes next.

import type { CommandRun } from "../command.ts";
import { HOSTS } from "../hook/all-hosts.ts";
import { beginningOf, instructionsIn } from "../init.ts";
import { foundBy } from "../install/found.ts";
import { findProject, projectRoot } from "../io/project.ts";
import { readSources } from "../io/sources.ts";
import { writeWhole } from "../io/write.ts";
import { printDiagnostics } from "../print/diagnostics.ts";
import { style } from "../print/style.ts";
import { EXIT } from "../terminal.ts";
import { today } from "../today.ts";

export const init: CommandRun = (_, terminal) => {
  const root = projectRoot(terminal.cwd);
  const project = findProject(root);
  const paint = style(terminal.color.err);
  if ("problem" in project) {
    terminal.err(printDiagnostics([project.problem], () => undefined, paint));
    return EXIT.unusable;
  }
  const hasSources = readSources(project).files.length > 0;
  const { files, kept } = beginningOf(project, hasSources, today());
  const failure = writeWhole(files);
  if (failure !== undefined) {
    terminal.err(printDiagnostics([failure], () => undefined, paint));
    return EXIT.failed;
  }
  const hosts = HOSTS.flatMap((host) => {
    const by = foundBy(host.name, root, terminal);
    return by === undefined ? [] : [{ name: host.name, by }];
  });
  const there = instructionsIn(root);
  const steps = [
    ...(there.length === 0
      ? []
      : [[`bylaw import ${there.join(" ")}`, "proposes sources of what is written there"]]),
    ["bylaw build", "compiles the sources"],
    ["bylaw trust", "takes the policy in force"],
    [
      `bylaw install ${hosts.length === 0 ? "HOST" : hosts.map((h) => h.name).join(" ")}`,
      "puts the hook in front of the agent",
    ],
  ];
  const where = root === terminal.cwd ? "" : `in ${root}\n`;
  const lines = [
    ...files.map((f) => `wrote ${f.shown}`),
    ...kept.map((path) => `there already: ${path}`),
    hosts.length === 0
      ? "no host was found here"
      : `found ${hosts.map((h) => `${h.name} (${h.by})`).join(", ")}`,
    "next:",
    ...steps.map(([command, does]) => `  ${command} – ${does}`),
  ];
  terminal.out(`${where}${lines.join("\n")}\n`);
  return EXIT.ok;
};
