// Playbooks made up for measuring: tasks in layers, gates on statuses, tasks that are waived, and some that mend.

/** A playbook of about as many tasks as wanted. */
export function playbook(tasks: number): string {
  const lines = [
    "# A large one",
    "",
    "### Fact `mode`",
    "",
    "- From: the operator",
    "- Values: `fast`, `slow`",
    "",
    "### Every task",
    "",
    "- On failure: tell `owner`",
    "",
  ];
  for (let i = 0; i < tasks; i++) {
    lines.push(`### Task \`t${i}\``, "", ...needs(i), `- Runs: \`tool-${i % 50} run t${i}\``);
    lines.push(
      `- Passes when stdout contains \`t${i}: done\``,
      `- Fails when stdout contains \`t${i}: lost\``,
      "",
    );
    if (i % 10 === 9)
      lines.push(`### Gate \`g${i}\``, "", `- Needs: \`t${i}\` is \`Pass\`, \`t${i - 1}\``, "");
  }
  return lines.join("\n");
}

function needs(i: number): string[] {
  if (i < 20) return [];
  const gate = `g${i - (i % 10) - 1}`;
  if (i % 10 === 3) return [`- Needs: \`t${i - 20}\``, "- When: `mode` is `slow`"];
  if (i % 10 === 7) return [`- Needs: \`t${i - 21}\` is \`Fail\``];
  return [`- Needs: \`t${i - 10}\`, \`${gate}\``];
}
