import { tokenize } from '../../core/search/tokenizer.ts';

/** What a venue goes by, and how it is to be shown. */
export interface VenueName {
  /** The same for spellings of the same venue that differ in case, accents, year, volume and number. */
  readonly key: string;
  /** Without year, number and `Proceedings of`. */
  readonly label: string;
  /** The acronym that stands beside the full name, folded: `acl` of `… Linguistics (ACL 2024)`. */
  readonly acronym?: string | undefined;
}

/** Nobody reads on in longer names; what comes behind it tells no venue from another. */
const longest = 300;

/** Names of series that their papers give in full or short. */
const known: ReadonlyMap<string, string> = new Map([
  ['advances in neural information processing systems', 'neurips'],
  ['neural information processing systems', 'neurips'],
  ['nips', 'neurips'],
  ['international conference on machine learning', 'icml'],
  ['international conference on learning representations', 'iclr'],
  ['association for computational linguistics', 'acl'],
  ['meeting of the association for computational linguistics', 'acl'],
  ['conference on empirical methods in natural language processing', 'emnlp'],
  ['empirical methods in natural language processing', 'emnlp'],
  ['international joint conference on artificial intelligence', 'ijcai'],
  ['aaai conference on artificial intelligence', 'aaai'],
  ['conference on computer vision and pattern recognition', 'cvpr'],
  ['ieee cvf conference on computer vision and pattern recognition', 'cvpr'],
  ['transactions on machine learning research', 'tmlr'],
  ['journal of machine learning research', 'jmlr'],
  ['corr', 'arxiv'],
]);

const beginning = /^(?:in\s{1,3})?(?:the\s{1,3})?(?:proceedings|proc\b\.?)(?:\s{1,3}of)?(?:\s{1,3}the)?\s{1,3}(?=\S)/i;
const ordinal = /\b(?:\d{1,3}(?:st|nd|rd|th)|annual)\s{1,3}/gi;
const numberWords =
  /\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ]?)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w{3,8}teenth|\w{3,6}tieth)\s{1,3}(?=(?:annual|international|aaai|acm|conference|workshop|symposium|ieee|meeting)\b)/gi;
const volume = /[,;:]?\s{0,3}\(?\b(?:vol(?:ume)?\.?|no\.?|issue|part|pp\.?|pages)\s{0,3}\d[^()]{0,80}\)?\s{0,3}$/i;
const yearMark = /(?:\b|(?<=[a-z]))(?:19|20)\d\d\b|['’]\d\d\b/gi;
const bracketed = /\(([^()]{1,60})\)/g;
const acronymText = /^[A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,6}$/;
const arxiv = /^arxiv\b/i;

/** Reads a venue as a paper file names it; `undefined` when there is nothing in it. Linear. */
export function venueName(text: string): VenueName | undefined {
  const name = text.slice(0, longest).replaceAll(/\s+/g, ' ').trim();
  if (arxiv.test(name) || /^corr\b/i.test(name)) return { key: 'arxiv', label: 'arXiv' };
  const bare = withoutYear(name.replace(volume, ''));
  const acronym = /\bworkshops?\b/i.test(bare) ? undefined : acronymOf(bare);
  const full = tidy(
    bare
      .replaceAll(bracketed, (whole, inner: string) => (acronymText.test(inner.trim()) ? ' ' : whole))
      .replace(beginning, '')
      .replaceAll(numberWords, '')
      .replaceAll(ordinal, '')
      .replace(/\s{1,3}\d{1,3}$/, ''),
  );
  const label = full === '' ? tidy(bare) || name : full;
  const folded = tokenize(label).join(' ') || label.toLowerCase();
  if (folded === '') return undefined;
  return { key: known.get(folded) ?? folded, label, acronym };
}

function withoutYear(name: string): string {
  const bare = name.replaceAll(yearMark, '').replaceAll(/\(\s{0,3}\)/g, '');
  // `2023` alone is what there is to be shown.
  return /\p{L}/u.test(bare) ? bare : name;
}

function acronymOf(name: string): string | undefined {
  for (const [, inner = ''] of name.matchAll(bracketed)) {
    if (acronymText.test(inner.trim())) return tokenize(inner).join(' ');
  }
  return undefined;
}

function tidy(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\s([,;:.)])/g, '$1')
    .replace(/^[\s,;:.–-]+/, '')
    .replace(/[\s,;:–-]+$/, '')
    .trim();
}
