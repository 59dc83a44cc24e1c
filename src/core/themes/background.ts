import { backgroundWords } from './backgroundWords.ts';

/** How a word is mostly used. */
export type WordUse = 'noun' | 'modifier' | 'verb';

/** What is known of a word from papers in general. */
export interface Background {
  /** Share of papers in which it stands. */
  readonly share: number;
  readonly use: WordUse;
}

/** Half of the last band of the list: what a word can have at most that is not in it. */
const unknownShare = 2 ** -10;

let table: ReadonlyMap<string, Background> | undefined;

/** What may be known of a word that is not in the list. */
const unknown = {
  noun: { share: unknownShare, use: 'noun' },
  modifier: { share: unknownShare, use: 'modifier' },
  verb: { share: unknownShare, use: 'verb' },
} as const satisfies Record<WordUse, Background>;

/** Looks a folded word up; one that is not in the list is rare, and its use is guessed from its ending. */
export function backgroundOf(term: string): Background {
  table ??= readTable();
  return table.get(term) ?? guess(term);
}

/** Whether papers in general use the word as a noun; false for a word that is not in the list. */
export function isKnownNoun(term: string): boolean {
  table ??= readTable();
  return table.get(term)?.use === 'noun';
}

/** How much a word says: 0 for one that stands in every paper, 1 for a rare one. */
export function rarityOf(term: string): number {
  return Math.log2(backgroundOf(term).share) / Math.log2(unknownShare);
}

function readTable(): ReadonlyMap<string, Background> {
  const words = new Map<string, Background>();
  for (const [band, row] of backgroundWords.entries()) {
    const share = 0.75 * 2 ** -band;
    const noun: Background = { share, use: 'noun' };
    const modifier: Background = { share, use: 'modifier' };
    const verb: Background = { share, use: 'verb' };
    const inBand = row === '' ? [] : row.split(' ');
    for (let at = 0; at < inBand.length; at += 1) {
      const word = inBand[at] ?? '';
      if (word.endsWith('!')) words.set(word.slice(0, -1), verb);
      else if (word.endsWith('~')) words.set(word.slice(0, -1), modifier);
      else words.set(word, noun);
    }
  }
  return words;
}

const notVerbs = new Set(
  (
    'speed seed feed need embed weed breed anomaly assembly family fly reply supply ally poly butterfly monopoly ' +
    'italy homily'
  ).split(' '),
);
const adjectiveEnding = /(?:al|ive|ous|ful|able|ible|ic|less|ary|ish|ian)$/;
const notAdjectives = new Set(
  (
    'signal journal terminal canal refusal retrieval removal animal approval proposal portal trial appraisal ' +
    'survival arrival disposal rehearsal betrayal denial hospital capital material music logic traffic topic heuristic metric arithmetic panic fabric ' +
    'mechanic drive archive dive objective dictionary vocabulary library summary boundary variable table cable crystal ' +
    'deal meal goal seal dual cannibal criminal individual mammal pedal petal rival vandal garlic picnic pandemic ' +
    'epidemic ethic clinic rubric dialectic graphic physician technician musician politician guardian librarian'
  ).split(' '),
);

/** Adjectives that texts use like nouns ("models are aware of ..."). */
const bareAdjectives = new Set(
  (
    'aware awake benign stubborn smart deceptive distinct separate robust deep rich safe unsafe fair unfair wild remote ' +
    'secure insecure soft rigid sparse dense mobile human latent coarse fine weak strong sure likely unlikely ready ' +
    'worth alone afraid alive beneficial risky early'
  ).split(' '),
);

/** Whether a word is an adjective, participle or adverb by its ending or by its own right, so that it cannot stand alone in a name. */
export function isAdjective(term: string): boolean {
  if (bareAdjectives.has(term) || endsLikeVerb(term)) return true;
  return adjectiveEnding.test(term) && !notAdjectives.has(term);
}

/** Nouns that name nothing without another word beside them ("foundation model", "behavioral science"). */
const vagueNouns = new Set(
  (
    'foundation content world life science role basis place side point thing net frame source rate position dimension ' +
    'velocity region patch sequence layer norm unit line shift answering allocation law score module block weight ' +
    'implementation strategy assessing mitigating completion dependency refinement margin coefficient software generation recognition ' +
    'selection describing processing cell device criterion map layout'
  ).split(' '),
);

/** Whether a word may name something by itself, as far as the word alone can tell. */
export function canStandAlone(term: string): boolean {
  return !vagueNouns.has(term) && !isAdjective(term);
}

function guess(term: string): Background {
  if (endsLikeVerb(term)) return unknown.verb;
  return isAdjective(term) ? unknown.modifier : unknown.noun;
}

function endsLikeVerb(term: string): boolean {
  return (term.endsWith('ly') || term.endsWith('ed')) && !notVerbs.has(term);
}

/** Whether texts use the word as a verb, as `backgroundOf` says. */
export function isVerb(term: string): boolean {
  table ??= readTable();
  const known = table.get(term);
  return known === undefined ? endsLikeVerb(term) : known.use === 'verb';
}
