/** Plurals that no rule below gets right. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['matrices', 'matrix'],
  ['vertices', 'vertex'],
  ['vertexes', 'vertex'],
  ['indices', 'index'],
  ['analyses', 'analysis'],
  ['hypotheses', 'hypothesis'],
  ['theses', 'thesis'],
  ['biases', 'bias'],
  ['children', 'child'],
  ['mice', 'mouse'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['corpora', 'corpus'],
  ['bacteria', 'bacterium'],
  ['movies', 'movie'],
  ['heuristics', 'heuristic'],
  ['metrics', 'metric'],
  ['topics', 'topic'],
  ['characteristics', 'characteristic'],
  ['clinics', 'clinic'],
  // No plurals:
  ...'bayes does always perhaps sometimes ours hers texas atlas canvas alas gas whereas christmas news'
    .split(' ')
    .map((word): [string, string] => [word, word]),
]);

/** Ends of words that look like plurals and are none: status, process, analysis, bias, continuous, robotics, series. */
const notPlural = /(?:ss|us|is|ias|ics|series|species|lens|pancreas)$/;
const esPlural = /(?:sses|shes|[^e]ches|xes|zzes)$/;

/**
 * Singular and plural, British and American spelling of an English word as one form, for lower-case words. It stops
 * there on purpose: a Porter stemmer also makes one word of "generative" and "general", "university" and "universe",
 * and its stems could not be shown to people.
 */
export function foldWord(word: string): string {
  if (word.length <= 3) return word;
  const known = irregular.get(word);
  if (known !== undefined) return known;
  return american(singular(word));
}

function singular(word: string): string {
  if (!word.endsWith('s') || notPlural.test(word)) return word;
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (esPlural.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

function american(word: string): string {
  if (word.length < 6) return word === 'colour' ? 'color' : word;
  // Most words are none of these, and to look is faster than to replace.
  const plain = word.includes('our') ? word.replace(/(behavi|col|neighb|lab|hum|fav)our/, '$1or') : word;
  if (plain.endsWith('isation')) return `${plain.slice(0, -'isation'.length)}ization`;
  return plain.endsWith('lling') || plain.endsWith('lled') ? plain.replace(/([ae]l)l(ing|ed)$/, '$1$2') : plain;
}
