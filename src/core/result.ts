/** The outcome of something that may be refused: a value, or why there is none. Never thrown. */
export type Result<T, E = string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };
