import type { CitationOptions, Engine } from 'citeproc';

/** Formats with other options than those of the style. */
export function withOptions<T>({ citation }: Engine, options: Partial<CitationOptions>, format: () => T): T {
  const own = { ...citation.opt };
  Object.assign(citation.opt, options);
  try {
    return format();
  } finally {
    Object.assign(citation.opt, own);
  }
}
