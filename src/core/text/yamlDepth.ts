/** At most how deep brackets, and marks of lists and keys in one line, are nested in a YAML text. Linear. */
export function yamlDepth(source: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of source.matchAll(/[[\]{}]|[?:-](?=[ \t]+[?-][ \t])/g)) {
    depth = sign === ']' || sign === '}' ? Math.max(depth - 1, 0) : depth + 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
