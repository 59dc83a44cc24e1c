/** A paper by all the keys that mean it. */
export interface NamedPaper {
  readonly key: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Keys of the papers that were begun, and of those that were read; all others are unread. Oldest first, each once. */
export interface ReadingLists {
  readonly reading: readonly string[];
  readonly read: readonly string[];
}

/** How far the writer has come with a paper: `unread` is one that was never opened. */
export type ReadingState = (typeof readingStates)[number];

/** All of them, in the order in which a paper goes through them. */
export const readingStates = ['unread', 'reading', 'read'] as const;

/** Reads what was stored. What is not of this shape is nothing; what was read does not count as begun. */
export function parseReadingLists(value: unknown): ReadingLists {
  if (typeof value !== 'object' || value === null) return { reading: [], read: [] };
  const read = new Set(textsOf('read' in value ? value.read : undefined));
  const reading = textsOf('reading' in value ? value.reading : undefined).filter((key) => !read.has(key));
  return { reading: [...new Set(reading)], read: [...read] };
}

/** The lists with these papers in another state, by the key each has now; their older keys leave the lists. Linear. */
export function withState(
  { reading, read }: ReadingLists,
  papers: readonly NamedPaper[],
  state: ReadingState,
): ReadingLists {
  const names = new Set(papers.flatMap(namesOf));
  const keys = new Set(papers.map(({ key }) => key));
  const next = {
    reading: reading.filter((key) => !names.has(key)),
    read: read.filter((key) => !names.has(key)),
  };
  return state === 'unread' ? next : { ...next, [state]: [...next[state], ...keys] };
}

/** The lists once a paper has another key. Linear. */
export function withOtherKey({ reading, read }: ReadingLists, from: string, to: string): ReadingLists {
  const renamed = (keys: readonly string[]): readonly string[] => [
    ...new Set(keys.map((key) => (key === from ? to : key))),
  ];
  const done = new Set(renamed(read));
  return { reading: renamed(reading).filter((key) => !done.has(key)), read: [...done] };
}

/** All keys that mean a paper, its own first. */
export function namesOf({ key, aliases }: NamedPaper): readonly string[] {
  return aliases === undefined ? [key] : [key, ...aliases];
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
