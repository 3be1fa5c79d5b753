// The regular expression engine as a file of its own, which the hook loads where a pattern needs it.
export * from "re2js";
