/** What a key tells of the paper that somebody had in mind. */
export interface AuthorYear {
  /** Its words: `Van Der Berg`. */
  readonly family: string;
  readonly year: string;
  /** Words of the title, in small letters. */
  readonly words: readonly string[];
}

/** Longer keys are read by their beginning. */
const maxLength = 100;
const authorYearTitle = /^(\p{L}[\p{L}\p{M}'’_-]*?)[_:.-]*((?:1[89]|20)\d{2})(?!\d)(.*)$/u;
/** `smith_deep_2020`: words of the title before the year. */
const authorTitleYear = /^(\p{L}[\p{L}\p{M}'’]*)[_:.-](\p{L}.*?)[_:.-]*((?:1[89]|20)\d{2})(?!\d)/u;

/**
 * Reads keys as people and reference managers make them: `smith2020`, `SmithJones2020deep`, `smith_deep_2020`,
 * `smith-2020-deep-learning`. `undefined` of others.
 */
export function authorYearOf(key: string): AuthorYear | undefined {
  const text = key.slice(0, maxLength).normalize('NFC');
  const [, author, titled, lastYear] = authorTitleYear.exec(text) ?? [];
  if (author !== undefined && titled !== undefined && lastYear !== undefined)
    return { family: wordsOf(author).join(' '), year: lastYear, words: wordsOf(titled).map(lower) };
  const [, family, year, rest = ''] = authorYearTitle.exec(text) ?? [];
  if (family === undefined || year === undefined) return undefined;
  return { family: wordsOf(family).join(' '), year, words: wordsOf(rest).map(lower) };
}

/** Cut at signs and where a capital letter begins a word. */
function wordsOf(text: string): readonly string[] {
  return text.replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ').match(/[\p{L}\p{M}]+/gu) ?? [];
}

function lower(word: string): string {
  return word.toLowerCase();
}
