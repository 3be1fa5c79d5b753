// Bounds that keep any text cheap to read. Past a bound the reader reports a problem instead of guessing.

/** Longest text that is read, in UTF-16 code units. */
export const MAX_TEXT = 256 * 1024;
/** Most here-documents in one text: the parser's time grows faster than their number. */
export const MAX_HERE_DOCUMENTS = 500;
/** Most parentheses that are open at once. */
export const MAX_PARENTHESES = 300;
/** Most invocations that one reading lists. */
export const MAX_INVOCATIONS = 3_000;
/** Most commands that are walked, counted once for every time a loop or function body is walked. */
export const MAX_STEPS = 6_000;
/** Most words that all invocations have together. */
export const MAX_ALL_WORDS = 60_000;
/** Most texts that are parsed for one reading, counting the scripts that programs carry. */
export const MAX_PARSES = 2_000;
/** Most code units that all carried scripts have together. */
export const MAX_NESTED_TEXT = 2 * 1024 * 1024;
/** Deepest nesting of compound commands, substitutions, carried scripts and function calls. */
export const MAX_NESTING = 100;
/** Deepest syntax tree that is inspected. */
export const MAX_TREE_DEPTH = 500;
/** Most values that a variable is followed through; with more it is unknown. */
export const MAX_VALUES = 16;
/** Most combinations of values that one command is read with. */
export const MAX_COMBINATIONS = 64;
/** Most words that one word may become by brace expansion. */
export const MAX_BRACE_WORDS = 256;
/** Longest written word whose braces are expanded: the search takes square time. */
export const MAX_BRACE_TEXT = 2_048;
/** Most variables, functions or aliases that are followed at once. */
export const MAX_NAMES = 500;
/** Most words of a loop for which its body is walked one by one. */
export const MAX_ITEMS = 64;
/** Most words that one command may have. */
export const MAX_WORDS = 10_000;
/** Most characters that one value may have. */
export const MAX_VALUE = 64 * 1024;
/** Most places at which a carried command may begin when options of its carrier are not known. */
export const MAX_STARTS = 8;
/** How often one function may be open at the same time. */
export const MAX_RECURSION = 2;
/** Most files of which the text is asked for. */
export const MAX_FILES = 20;
/** Longest text of a file that is read. */
export const MAX_FILE_TEXT = 128 * 1024;
/** Most files whose text is remembered because the commands themselves wrote it. */
export const MAX_WRITTEN = 50;
/** Most successful invocations that are remembered at one point. */
export const MAX_FACTS = 1_000;
