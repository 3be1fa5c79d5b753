// A decision table as real ones are: whether an image becomes the one that everybody pulls.

/** The gate in front of the tag, by what the end-to-end tests say. Facts as a workflow knows them. */
export const PROMOTE = `# Moving the tag

### Fact \`trigger\`

- From: the operator
- Values: \`dispatch\`, \`end-to-end\`, \`publish\`

### Fact \`status\`

- From: output of \`gh run list\`
- Values: \`completed\`, \`in_progress\`, \`queued\`, \`requested\`, \`waiting\`, \`pending\`, \`none\`

### Fact \`conclusion\`

- From: output of \`gh run list\`
- Values: \`success\`, \`failure\`, \`timed_out\`, \`cancelled\`, \`neutral\`, \`skipped\`, \`stale\`, \`none\`

### Fact \`ancestry\`

- From: output of \`gh api\`
- Values: \`ahead\`, \`identical\`, \`behind\`, \`diverged\`, \`error\`, \`no-label\`

### Outcome \`abort\`

- Exit status: 1
- Message: the tag stays on the last good image.

### Outcome \`defer\`

- Exit status: 0
- Message: a later run decides.

### Outcome \`proceed\`

- Exit status: 0

### Decision \`tests-gate\`

Exactly one row applies.

| \`trigger\` | \`status\` | \`conclusion\` | then | because |
| --- | --- | --- | --- | --- |
| \`dispatch\` | any | any | \`proceed\` | a person has looked at it |
| \`end-to-end\` | any | any | \`proceed\` | the tests themselves fired this, and only when green |
| \`publish\` | \`completed\` | \`success\` | \`proceed\` | the tests are green |
| \`publish\` | \`completed\` | \`failure\`, \`timed_out\` | \`abort\` | the tests found a regression |
| \`publish\` | \`completed\` | \`cancelled\` | \`defer\` | a newer push took its place and has a run of its own |
| \`publish\` | \`in_progress\`, \`queued\`, \`requested\`, \`waiting\`, \`pending\` | any | \`defer\` | its own end fires this again |
| \`publish\` | \`none\` | \`none\` | \`proceed\` | the change touches nothing that these tests cover |
| otherwise | | | \`abort\` | a state that nobody expected |

### Decision \`promotion\`

The first matching row applies.

| \`tests-gate\` | \`trigger\` | \`ancestry\` | then | because |
| --- | --- | --- | --- | --- |
| \`abort\` | | | \`abort\` | the tests decide first |
| \`defer\` | | | \`defer\` | the tests decide first |
| \`proceed\` | \`dispatch\` | any | \`proceed\` | a person decides which way to go |
| \`proceed\` | any | \`ahead\`, \`identical\`, \`no-label\` | \`proceed\` | nothing goes backwards |
| \`proceed\` | any | is not \`ahead\`, \`identical\` or \`no-label\` | \`abort\` | the tag would go backwards, or nobody knows |

### The rule

- **Never** run \`crane tag\`, when \`promotion\` is not \`proceed\`.
  - Blocks: \`crane tag app:new latest\` when \`promotion\` is \`defer\`
  - Passes: \`crane tag app:new latest\` when \`promotion\` is \`proceed\`
`;
