// A finding leads to its rule's page where the project says where its site is, and nowhere where it doesn't.
import { expect, test } from "vitest";
import { reasonOf } from "../../src/cli/hook/reason.ts";
import { regex, sha256 } from "../../src/cli/node-tools.ts";
import { Checker } from "../../src/validators/checker.ts";
import { compileFiles } from "../support/compile.ts";
import { DEPLOY, TestProject } from "../support/project.ts";

const SITE = '{"site": "https://rules.example.org/team/"}';
const URL = "https://rules.example.org/team/rules/wait-for-health.html";
const COMMAND = ["check", "deployctl --region us-east"];

async function checked(config: string, ...more: string[]): Promise<string> {
  const project = new TestProject({ "learnings/deploy.md": DEPLOY, "bylaw.config.json": config });
  await project.bylaw(["build"]);
  return (await project.bylaw([...COMMAND, ...more])).out;
}

test("as text", async () => {
  expect(await checked(SITE)).toContain(`  page: ${URL}\n`);
  expect(await checked("{}")).not.toContain("page:");
});

test("as JSON", async () => {
  expect(JSON.parse(await checked(SITE, "--format", "json")).findings[0].url).toBe(URL);
  expect(JSON.parse(await checked("{}", "--format", "json")).findings[0]).not.toHaveProperty("url");
});

test("as SARIF", async () => {
  const rules = JSON.parse(await checked(SITE, "--format", "sarif")).runs[0].tool.driver.rules;
  expect(rules).toEqual([expect.objectContaining({ id: "wait-for-health", helpUri: URL })]);
});

test("in what an agent is told, and in every verdict, whoever asks", () => {
  const verdictFor = (site?: string) => {
    const { policy } = compileFiles({ "learnings/deploy.md": DEPLOY }, site === undefined ? {} : { site });
    return new Checker(policy, { sha256, regex }).check({
      kind: "command",
      command: "deployctl --region us-east",
    });
  };
  const verdict = verdictFor("https://rules.example.org/team");
  expect(verdict.findings.map((f) => f.url)).toEqual([URL]);
  expect(reasonOf(verdict)).toContain(`) ${URL}`);
  expect(reasonOf(verdictFor())).not.toContain("http");
});

test.each(['{"site": "javascript:alert(1)"}', '{"site": "rules.example.org"}'])(
  "%s is no site",
  async (config) => {
    const project = new TestProject({ "learnings/deploy.md": DEPLOY, "bylaw.config.json": config });
    expect((await project.bylaw(["build"])).err).toContain("invalid-config");
  },
);

test("and there is such a page", async () => {
  const project = new TestProject({ "learnings/deploy.md": DEPLOY });
  expect(await project.bylaw(["site"])).toMatchObject({ status: 0 });
  expect(project.read("dist/site/rules/wait-for-health.html")).toContain(
    "a deployment that nobody watches fails",
  );
});
