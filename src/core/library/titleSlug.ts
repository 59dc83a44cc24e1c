import { transliterate } from 'transliteration';

/** Longest slug, prefix included. */
const maxLength = 40;
const maxWords = 4;

/** Part of every key ever cited: never change a word of it (the search has its own list). */
const skipped = new Set(
  'a an the of for in on at to from by with without and or as is are be via using use toward towards into over under'.split(
    ' ',
  ),
);

/** What Quarto and pandoc-crossref take for a cross-reference when it stands before the first hyphen. */
const crossReferences =
  'fig tbl sec eq lst thm lem cor prp cnj def exm exr tip nte wrn imp cau rem sol alg vid dia apx ch'.split(' ');

/** Names that Windows refuses for files: notes are named after keys. */
const devices = 'con prn aux nul clock com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt0 lpt1 lpt2 lpt3 lpt4'
  .concat(' lpt5 lpt6 lpt7 lpt8 lpt9')
  .split(' ');

const reserved = new Set([...crossReferences, ...devices]);

/** Where the head of a title ends: colon, question mark, a dash (a hyphen only between spaces). */
const headEnd = /[:?\uFF1A\uFF1F\u2013\u2014\u2015]|\s-+\s/;

const notAscii = /[\u0080-\uFFFF]/;

/**
 * A short readable ASCII name of a title: lower-case words of `[a-z0-9]` joined by single hyphens, 1 to 40 characters.
 * The head before a colon, dash or question mark when it has one to four words (the name people give the paper), else
 * the first four words that carry meaning; `paper` when nothing is left. A pure function of the title.
 */
export function titleSlug(title: string): string {
  // A title this long is no title; the cut bounds the work for hostile ones.
  const text = title.slice(0, 1000).replace(/[{}$]/g, '').normalize('NFC');
  const head = slugWords(text.split(headEnd, 1)[0] ?? '');
  return joined(head.length > 0 && head.length <= maxWords ? head : significant(slugWords(text)));
}

function slugWords(text: string): readonly string[] {
  const ascii = notAscii.test(text) ? transliterate(text) : text;
  return (
    ascii
      .replace(/['`\u2018\u2019]/g, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  );
}

function significant(words: readonly string[]): readonly string[] {
  const meaningful = words.filter((word) => !skipped.has(word));
  return (meaningful.length > 0 ? meaningful : words).slice(0, maxWords);
}

/** As many whole words as fit; a first word that means something else to a tool gets `paper-` before it. */
function joined(words: readonly string[]): string {
  const first = words[0];
  if (first === undefined) return 'paper';
  let slug = reserved.has(first) ? 'paper' : '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug === '' ? first.slice(0, maxLength) : slug;
}
