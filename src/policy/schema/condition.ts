// What a rule may be limited by: tests on options and lists, and what an operator may lift.
import { z } from "zod";

/** Whether every token of a group must hold (`and`) or one of them is enough (`or`). */
export const joinSchema = z.enum(["and", "or"]);

const optionsTest = { options: z.array(z.string().min(1)).min(1), join: joinSchema };
const optionTest = { option: z.string().min(1) };
const listTest = { ...optionTest, list: z.string().min(1), noun: z.string().optional() };

/** One test on the options of the invocation that a rule is applied to. */
export const testSchema = z.discriminatedUnion("test", [
  z.strictObject({ test: z.literal("used"), ...optionsTest }),
  z.strictObject({ test: z.literal("missing"), ...optionsTest }),
  z.strictObject({
    test: z.literal("is"),
    ...optionTest,
    values: z.array(z.string()).min(1),
    negated: z.boolean(),
  }),
  z.strictObject({ test: z.literal("above"), ...optionTest, value: z.string() }),
  z.strictObject({ test: z.literal("below"), ...optionTest, value: z.string() }),
  z.strictObject({ test: z.literal("looks-like"), ...optionTest, glob: z.string() }),
  z.strictObject({ test: z.literal("matches"), ...optionTest, pattern: z.string() }),
  z.strictObject({ test: z.literal("names-any"), ...listTest }),
  z.strictObject({ test: z.literal("names-outside"), ...listTest }),
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

/** What lifts a rule: a condition on the command, or a word of the operator. */
export const exceptionSchema = z.union([
  z.strictObject({ operator: operatorSchema }),
  z.strictObject({ condition: conditionSchema }),
]);
