/** What is dragged: the keys of papers, in their order, as text for another place. */
export function writeDraggedPapers(keys: readonly string[]): string {
  return JSON.stringify({ keys });
}

/** The keys that `writeDraggedPapers` wrote, each once; `[]` of any other text. */
export function readDraggedPapers(text: string): readonly string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys)) return [];
  return [...new Set(value.keys.filter((key): key is string => typeof key === 'string' && key !== ''))];
}
