// JSON Schemas from the zod types of the contract.
import { z } from "zod";
import { configSchema } from "../../src/policy/schema/config.ts";
import { ledgerEventSchema } from "../../src/policy/schema/ledger.ts";
import { policySchema } from "../../src/policy/schema/policy.ts";
import { actionSchema, verdictSchema } from "../../src/policy/schema/verdict.ts";
import { stateSchema } from "../../src/policy/schema/workflow.ts";
import type { Generated } from "./write.ts";

const titles = {
  policy: [policySchema, "A compiled Bylaw policy"],
  verdict: [verdictSchema, "The checker's answer to an action"],
  action: [actionSchema, "An action that is about to happen"],
  state: [stateSchema, "How far a run of a playbook is"],
  "ledger-event": [ledgerEventSchema, "An event of a run, as its ledger holds it"],
  config: [configSchema, "The optional bylaw.config.json of a project"],
} as const;

/** The JSON Schema of one contract, in draft 2020-12. */
export function jsonSchema(name: keyof typeof titles): object {
  const [schema, title] = titles[name];
  return { $id: `bylaw:${name}`, title, ...z.toJSONSchema(schema, { reused: "ref" }) };
}

/** The committed schemas. */
export function schemas(): Generated[] {
  return (Object.keys(titles) as (keyof typeof titles)[]).map((name) => ({
    path: `schemas/${name}.schema.json`,
    content: `${JSON.stringify(jsonSchema(name), null, 2)}\n`,
  }));
}
