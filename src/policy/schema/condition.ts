// What a rule may be limited by: tests on the command, on facts and on files, and what an operator may lift.
import { z } from "zod";
import { patternSchema } from "./pattern.ts";
import { shapeSchema } from "./shape.ts";

/** Whether every token of a group must hold (`and`) or one of them is enough (`or`). */
export const joinSchema = z.enum(["and", "or"]);

const name = z.string().min(1);
const text = z.string();

/**
 * What a test looks at: an option's values, any operand, a variable of the command's environment, a fact; in evidence the
 * cell of a column; or the values that an option of a command in a report's section has.
 */
const subjectSchema = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("option"), name }),
  z.strictObject({ of: z.literal("operand") }),
  z.strictObject({ of: z.literal("variable"), name }),
  z.strictObject({ of: z.literal("fact"), name }),
  z.strictObject({ of: z.literal("column"), name }),
  z.strictObject({
    of: z.literal("reported"),
    name,
    commands: z.array(patternSchema).min(1),
    section: name,
  }),
]);

const on = { subject: subjectSchema };
const options = { options: z.array(name).min(1), join: joinSchema };
const list = { list: name, noun: z.string().optional() };

/** One test. */
export const testSchema = z.discriminatedUnion("test", [
  z.strictObject({ test: z.literal("used"), ...options }),
  z.strictObject({ test: z.literal("missing"), ...options }),
  z.strictObject({ test: z.literal("set"), ...on, negated: z.boolean() }),
  z.strictObject({ test: z.literal("is"), ...on, values: z.array(text).min(1), negated: z.boolean() }),
  z.strictObject({ test: z.literal("above"), ...on, value: text }),
  z.strictObject({ test: z.literal("below"), ...on, value: text }),
  z.strictObject({ test: z.literal("looks-like"), ...on, globs: z.array(text).min(1), negated: z.boolean() }),
  z.strictObject({ test: z.literal("matches"), ...on, pattern: text }),
  z.strictObject({ test: z.literal("outside"), ...on, globs: z.array(text).min(1) }),
  z.strictObject({ test: z.literal("names-any"), ...on, ...list }),
  z.strictObject({ test: z.literal("names-outside"), ...on, ...list }),
  z.strictObject({
    test: z.literal("file-exists"),
    option: name.optional(),
    path: name.optional(),
    negated: z.boolean(),
  }),
  z.strictObject({ test: z.literal("on-host"), hosts: z.array(name).min(1) }),
  z.strictObject({ test: z.literal("in-folder"), globs: z.array(name).min(1) }),
  /** Whether texts stand in a section of the report. */
  z.strictObject({
    test: z.literal("stands"),
    texts: z.array(shapeSchema).min(1),
    join: joinSchema,
    section: name,
    negated: z.boolean(),
  }),
]);

/** Tests, or conditions of their own, joined by one word; a single test has the join `and`. */
export const conditionSchema = z.strictObject({
  join: joinSchema,
  get tests(): z.ZodArray<z.ZodUnion<readonly [typeof testSchema, typeof conditionSchema]>> {
    return z.array(z.union([testSchema, conditionSchema])).min(1);
  },
});

/** What an operator may do to lift a rule: `waives` it, `asks` for the thing, or asks for `another` value. */
const operatorSchema = z.enum(["waives", "asks", "another"]);

/** What lifts a rule: a condition on the command, or a word of the operator, which may count only under a condition. */
export const exceptionSchema = z.union([
  z.strictObject({ operator: operatorSchema, condition: conditionSchema.optional() }),
  z.strictObject({ condition: conditionSchema }),
]);
