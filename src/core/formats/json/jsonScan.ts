/** Deeper items are no papers. */
const maxDepth = 200;

/** The offset behind the object that begins at `at`; `undefined` when it has no end before `limit` or is too deep. Linear. */
export function objectEnd(text: string, at: number, limit: number): number | undefined {
  let depth = 0;
  for (let i = at; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 0x22) i = stringEnd(text, i, limit) - 1;
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1;
      if (depth > maxDepth) return undefined;
    } else if (unit === 0x7d || unit === 0x5d) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return undefined;
}

/** The offset behind the string whose quote stands at `quote`, or `limit`. Linear. */
export function stringEnd(text: string, quote: number, limit: number): number {
  for (let end = text.indexOf('"', quote + 1); end !== -1 && end < limit; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
  return limit;
}
