// Works out arithmetic whose operands are known whole numbers.
import type { ArithmeticExpression } from "unbash";
import type { State } from "../model.ts";

function operand(text: string, state: State): number | undefined {
  const values = /^[A-Za-z_]\w*$/.test(text) ? state.variables.get(text) : [text];
  const value = values?.length === 1 ? values[0] : undefined;
  return value !== undefined && /^(?:0|-?[1-9]\d{0,14})$/.test(value) ? Number(value) : undefined;
}

function binary(operator: string, left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : Math.trunc(left / right);
    case "%":
      return right === 0 ? undefined : left % right;
    default:
      return undefined;
  }
}

/** The value of an arithmetic expression, or undefined where it is not known. */
export function evaluate(expression: ArithmeticExpression | undefined, state: State): number | undefined {
  if (expression === undefined) return undefined;
  switch (expression.type) {
    case "ArithmeticWord": {
      const name = /^\$(?:\{(\w+)\}|(\w+))$/.exec(expression.value);
      return operand(name?.[1] ?? name?.[2] ?? expression.value, state);
    }
    case "ArithmeticGroup":
      return evaluate(expression.expression, state);
    case "ArithmeticUnary": {
      const value = evaluate(expression.operand, state);
      if (value === undefined || !expression.prefix) return undefined;
      return expression.operator === "-" ? 0 - value : expression.operator === "+" ? value : undefined;
    }
    case "ArithmeticBinary": {
      const left = evaluate(expression.left, state);
      const right = evaluate(expression.right, state);
      if (left === undefined || right === undefined) return undefined;
      const value = binary(expression.operator, left, right);
      return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
    }
    default:
      return undefined;
  }
}
