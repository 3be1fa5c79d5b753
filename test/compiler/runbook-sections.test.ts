// What headings of runbooks are taken for.
import { describe, expect, test } from "vitest";
import { kindsOfHeading } from "../../src/compiler/1-read/runbook/section-kinds.ts";

describe("a heading of its own", () => {
  test.each([
    ["Symptoms", "symptoms"],
    ["Meaning", "symptoms"],
    ["Alerts", "symptoms"],
    ["1. Symptoms", "symptoms"],
    ["🚨 Symptoms", "symptoms"],
    ["2) 🔍 Investigation", "diagnosis"],
    ["Impact", "impact"],
    ["User impact", "impact"],
    ["Severity", "impact"],
    ["Diagnosis", "diagnosis"],
    ["Quick diagnosis", "diagnosis"],
    ["Root cause", "diagnosis"],
    ["Possible causes", "diagnosis"],
    ["Troubleshooting", "diagnosis"],
    ["Check the logs", "diagnosis"],
    ["2. Identify the bad instance", "diagnosis"],
    ["Reason", "diagnosis"],
    ["Resolution", "resolution"],
    ["Root cause fix", "resolution"],
    ["Mitigation steps", "resolution"],
    ["How to fix it", "resolution"],
    ["Remediation", "resolution"],
    ["Rollback", "resolution"],
    ["Workaround for the gateway", "resolution"],
    ["What to do", "resolution"],
    ["Steps", "resolution"],
    ["Verification", "verification"],
    ["✅ Validation", "verification"],
    ["Post-checks", "verification"],
    ["How to know it worked", "verification"],
    ["Definition of done", "verification"],
    ["Prevention", "prevention"],
    ["Post-incident", "prevention"],
    ["Lessons learned", "prevention"],
    ["Escalation", "escalation"],
    ["On-call", "escalation"],
    ["Related", "related"],
    ["See also", "related"],
    ["Metadata", "metadata"],
    ["Overview", "summary"],
    ["Diagnosis and mitigation", "diagnosis,resolution"],
    ["Detection & triage", "symptoms,diagnosis"],
    ["Slow gate", ""],
    ["What is asked about", ""],
    ["The story of the great outage that we had in spring and what became of it", ""],
  ])("%s: %s", (title, kinds) => {
    expect(kindsOfHeading(title, false).join(",")).toBe(kinds);
  });
});

describe("a heading below one that names a kind", () => {
  test.each([
    ["Check the network", ""],
    ["Verify the alert", ""],
    ["Restart unhealthy pods", ""],
    ["Identify root cause", ""],
    ["Immediate mitigation", "resolution"],
    ["Quick verification", "verification"],
    ["Verification", "verification"],
    ["If the lock is stale", ""],
  ])("%s: %s", (title, kinds) => {
    expect(kindsOfHeading(title, true).join(",")).toBe(kinds);
  });
});
