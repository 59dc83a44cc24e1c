import { cslItemOf } from '../../core/bibliography/cslJson.ts';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type { CslFile, FormatAnswer, FormatRequest } from '../../core/csl/formatRequest.ts';
import type { Paper } from '../../core/paper.ts';

/** A request with what is needed to answer it where the library is not. */
export interface FormatJob extends FormatRequest {
  /** Papers of the library by the keys of the request. Its own works win over them. */
  readonly library?: ReadonlyMap<string, CslItem> | undefined;
}

/** Formats citations: in the same thread at once, or in another one. */
export interface Formatter {
  /** Formats, or says what is missing for it. Rejects when the thread has ended. */
  format(job: FormatJob): FormatAnswer | Promise<FormatAnswer>;
  /** Takes in files that an answer named. */
  provide(files: readonly CslFile[]): void | Promise<void>;
}

/** The request with the papers that it means. `get`: a paper by its key or one of its aliases. */
export function formatJob(request: FormatRequest, get: (key: string) => Paper | undefined): FormatJob {
  const library = new Map<string, CslItem>();
  const own = new Set((request.works ?? []).map(({ id }) => id));
  for (const key of [...request.citations.flatMap(({ items }) => items.map((item) => item.key)), ...request.listed]) {
    if (library.has(key) || own.has(key)) continue;
    const paper = get(key);
    if (paper !== undefined) library.set(key, cslItemOf(paper));
  }
  return { ...request, library };
}
