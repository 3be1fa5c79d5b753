// Sources that try to run or fetch something when their pages are looked at. The browser test loads them too.

const PROSE = `
<script>globalThis.pwned = 1</script>
<img src=x onerror="globalThis.pwned = 2">
<svg onload="globalThis.pwned = 3"><animate onbegin="globalThis.pwned = 3"/><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>

[a link that runs](javascript:globalThis.pwned=4) [another](JaVaScRiPt:globalThis.pwned=5)
[a third](data:text/html,<script>globalThis.pwned=6</script>) [a fourth](<javascript:globalThis.pwned=7>)
[no protocol](//evil.example/x) [out](../../../../etc/passwd) [site](site:index.html)
[a plain link to the web](https://example.org/ "title\\" onmouseover=globalThis.pwned=8")
![a picture](https://evil.example/pixel.png) ![another](javascript:globalThis.pwned=9)
[ref]

[ref]: javascript:globalThis.pwned=10

| <img src=x onerror=globalThis.pwned=11> | \`</code><script>globalThis.pwned=12</script>\` |
| --- | --- |
| a | <a href="javascript:globalThis.pwned=13">x</a> |

\`\`\`html" onmouseover="globalThis.pwned=14
</code></pre><script>globalThis.pwned = 15</script>
\`\`\`

<style>* { display: none }</style>
<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">
<form action="https://evil.example/"><button>x</button></form>

- [ ] a task with a box
- A footnote[^1] and &lt;script&gt;globalThis.pwned=16&lt;/script&gt;.

[^1]: <script>globalThis.pwned = 17</script>
`;

const BAD = '"><img src=x onerror=globalThis.pwned=20>';

/** A project whose every name and text is hostile. */
export const HOSTILE: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ name: `<script>globalThis.pwned=21</script>${BAD}` }),
  "learnings/log.md": `# A log <img src=x onerror=globalThis.pwned=22>

### List \`${BAD}\`

| member | reason |
| --- | --- |
| \`../../x\` | </td><svg onload=globalThis.pwned=23></svg> |
| \`__proto__\` | <img src=x onerror=globalThis.pwned=24> |

## 2026-01-01 — <b onclick=globalThis.pwned=25>x</b> ../../../etc/passwd ${BAD}

- **Never** pass \`--force\` to \`deployctl\`.
  - Id: \`no-force\`
  - Because: </dd><img src=x onerror=globalThis.pwned=26> \`</dd><script>globalThis.pwned=26</script>\`
  - Blocks: \`deployctl --force '</script><script>globalThis.pwned=27</script>'\`
  - Passes: \`deployctl '"><svg onload=globalThis.pwned=28>'\`
- A plain item <img src=x onerror=globalThis.pwned=29> \`${BAD}\`.
`,
  // Sources with unclosed HTML are refused; what they would be shown as is looked at all the same.
  "learnings/prose.md": `# Prose
${PROSE}
## 2026-01-02 — <script>globalThis.pwned=40</script>
${PROSE}`,
  [`playbooks/"><svg onload=globalThis.pwned=30>.md`]: `# Ship

### Task \`</text><script>globalThis.pwned=31</script>\`

- Passes when it exits 0
- Fails when stdout contains \`"><script>globalThis.pwned=32</script>\`

### Task \`b"onload="globalThis.pwned=33\`

- Needs: \`</text><script>globalThis.pwned=31</script>\`
- Passes when it exits 0
- Fails when it exits 1
`,
  "playbooks/incident.md": `---
kind: runbook
---

# Incident <img src=x onerror=globalThis.pwned=34>

## Diagnosis

1. Look <img src=x onerror=globalThis.pwned=35>.

   \`\`\`bash
   deployctl --force "</code><script>globalThis.pwned=36</script>" <"onload=globalThis.pwned=37>
   \`\`\`

   Look for: \`<script>globalThis.pwned=38</script>\` <img src=x onerror=globalThis.pwned=38>
`,
};
