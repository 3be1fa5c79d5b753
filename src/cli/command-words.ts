// Operands and options that several commands have.

export const POLICY = {
  flags: "--policy <file>",
  about: "the compiled policy (default: policy.json in the output folder)",
};
export const TEXT_OR_JSON = { flags: "--format <format>", about: "text or json (default: text)" };
