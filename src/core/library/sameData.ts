/** Whether two values of plain data (texts, numbers, lists, objects) are equal; a member that is `undefined` is as none. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, at) => sameData(item, b[at]))
    );
  }
  const mine = Object.entries(a).filter(isSaid);
  const others = new Map<string, unknown>(Object.entries(b).filter(isSaid));
  return mine.length === others.size && mine.every(([name, value]) => sameData(value, others.get(name)));
}

function isSaid([, value]: readonly [string, unknown]): boolean {
  return value !== undefined;
}
