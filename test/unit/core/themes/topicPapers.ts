import type { Paper } from '../../../../src/core/paper.ts';
import { seeded } from '../../../support/seeded.ts';
import { themePaper } from '../../../support/themeCorpus.ts';

/** Subjects far from each other: names for titles, words for abstracts. */
const subjects = [
  ['Coral Reefs', 'coral reef bleaching algae lagoon polyp ocean warming symbiont larvae'],
  ['Sourdough Bread', 'sourdough bread dough yeast flour fermentation crust gluten baking oven'],
  ['Bridge Vibration', 'bridge vibration cable girder resonance damper concrete traffic load span'],
  ['Medieval Trade', 'medieval trade merchant guild harbour ledger silk tariff caravan coinage'],
  ['Honey Bees', 'honey bee hive pollen nectar queen colony swarm forager beekeeper'],
  ['Glacier Melt', 'glacier melt ice moraine snow runoff crevasse valley meltwater firn'],
  ['Violin Acoustics', 'violin acoustics string bow resonance varnish spruce bridge timbre luthier'],
  ['Chess Openings', 'chess opening gambit pawn knight bishop tournament grandmaster endgame castling'],
] as const;

const filler = 'measured described observed compared season change record long early group common several'.split(' ');

/** Papers on eight subjects, in turn, each from words of its subject and some of none. */
export function topicPapers(count: number, from = 0): readonly Paper[] {
  return Array.from({ length: count }, (_, at) => topicPaper(from + at));
}

/** Which subject paper `at` is on, 0 to 7. */
export function subjectOf(at: number): number {
  return at % subjects.length;
}

/** Papers on the same subjects, each of one of five kinds: words that a fifth of them have tell parts of a subject apart. */
export function papersOfKinds(count: number): readonly Paper[] {
  return topicPapers(count).map(ofAKind);
}

function topicPaper(at: number): Paper {
  const random = seeded(1000 + at);
  const [name, list] = subjects[subjectOf(at)] ?? subjects[0];
  const words = list.split(' ');
  const pick = (from: readonly string[]): string => from[Math.trunc(random() * from.length)] ?? '';
  const sentence = Array.from({ length: 24 }, (_, word) => pick(word % 3 === 2 ? filler : words)).join(' ');
  const title = `${pick(filler)} ${pick(words)} of ${name} with ${pick(words)}`;
  return themePaper(`key${String(at).padStart(4, '0')}`, title, `${sentence}.`);
}

function ofAKind(paper: Paper, at: number): Paper {
  const kinds = ['Winter Storms', 'Island Harbours', 'Ancient Recipes', 'Mountain Villages', 'Old Photographs'];
  const kind = kinds[Math.floor(at / 8) % kinds.length] ?? '';
  const [first = '', second = ''] = kind.toLowerCase().split(' ');
  const about = `${first} ${second} `.repeat(6);
  return { ...paper, title: `${kind} and ${paper.title}`, abstract: `${about}${paper.abstract}` };
}
