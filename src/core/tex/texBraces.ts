/**
 * For each `{` of a TeX value the offset of its `}`; 0 for all other characters, so also for a `{` that is never closed.
 * `\{` and `\}` are characters. Linear.
 */
export function closingBraces(value: string): Int32Array {
  const closing = new Int32Array(value.length);
  const open: number[] = [];
  for (let i = 0; i < value.length; i += 1) {
    const code = value.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x7b) open.push(i);
    else if (code === 0x7d) {
      const start = open.pop();
      if (start !== undefined) closing[start] = i;
    }
  }
  return closing;
}
