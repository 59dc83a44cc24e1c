/**
 * Tells which keys are not to be checked: those that are named, and those that a pattern with `*` for any characters
 * means. Case counts. Time grows with the number of patterns.
 */
export function ignoredKeys(named: readonly string[]): (key: string) => boolean {
  const keys = new Set(named);
  const patterns = named.filter((name) => name.includes('*')).map((name) => name.split('*'));
  return (key) => keys.has(key) || patterns.some((pieces) => matches(key, pieces));
}

/** Whether a key is these pieces with anything between them. */
function matches(key: string, [first = '', ...pieces]: readonly string[]): boolean {
  if (!key.startsWith(first)) return false;
  let at = first.length;
  const last = pieces.pop() ?? '';
  for (const piece of pieces) {
    const found = key.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return key.length - last.length >= at && key.endsWith(last);
}
