// Values that are made at the first need.

/** A function that makes its value when it is first called, and gives the same from then on. */
export function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}
