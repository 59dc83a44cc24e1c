import { generatedKey } from '../../src/core/library/citationKey.ts';
import type { Paper } from '../../src/core/paper.ts';
import { inventedWords } from './inventedWords.ts';
import { seeded } from './seeded.ts';

/**
 * Papers that nobody wrote, for machines without a corpus: titles, abstracts and names put together by templates from
 * word lists of the project, words as uneven in frequency as those of a language, with a long tail of names that only few
 * papers share. The same for the same count, and the beginning of a longer list; keys are distinct.
 */
export function inventedPapers(count: number): readonly Paper[] {
  const author = new PaperAuthor(seeded(11));
  const papers: Paper[] = [];
  const keys = new Set<string>();
  while (papers.length < count) {
    const paper = author.paper(papers.length);
    if (keys.has(paper.key)) continue;
    keys.add(paper.key);
    papers.push(paper);
  }
  return papers;
}

/** `{t}` thing, `{q}` quality, `{d}` deed, `{o}` tool, `{n}` the paper's own name, `{m}` somebody else's, `{y}` a number. */
const titleTemplates = [
  '{n}: {q} {t} {t} for {q} {t} {t}',
  '{q} {t} {t} with {q} {t} {o}',
  'Learning to {d} {q} {t} from {t} {t}',
  '{n}: A {q} {o} for {t} {t}',
  'Towards {q} {t} {t} via {t} {o}',
  'On the {t} of {q} {t} {t}',
  '{q} and {q} {t} {t} in {t} {t}',
  'How to {d} {t} {t}: A {q} {o}',
  'Can {t} {t} {d} {q} {t}?',
  '{m} Revisited: {q} {t} {o} for {t}',
  '{t} {t} Meets {t}: {q} {o} and {o}',
  'Beyond {m}: {q} {t} for {q} {t} {t}',
  'When {t} {d}s {t}: {q} {t} under {t} {t}',
  'A {q} {o} to {d} {t} {t} in {y} {t}s',
  '{t}-aware {t} {t} by {q} {t} {o}',
];

const openings = [
  '{q} {t} {t} is central to {t} {t}, yet it is hard to {d} {t}s when the {t} is {q}.',
  'We study how to {d} {q} {t}s from a {t} of {t}s.',
  'Recent {t} {t}s {d} {t}s with {q} {t}, but they do not {d} the {t} of a {t}.',
  'To {d} a {t} one needs {q} {t}s, which are rare in {t} {t}.',
  'This paper asks whether {q} {t}s {d} {t}s as well as {t}s do.',
  'Most {o}s for {t} {t} rely on {q} {t}s and on a {q} {o}.',
];

const middles = [
  'We introduce {n}, a {q} {o} that {d}s {t}s by a {q} {t} {o}.',
  '{n} uses a {q} {o} to {d} each {t} and a {q} {t} to {d} the {t}.',
  'In contrast to {m}, our {o} does not {d} the {t} and needs no {q} {t}.',
  'The {o} {d}s the {t} of {q} {t}s first and {d}s their {t}s afterwards.',
  'Our {q} {o} is trained with a {t} {o} on {y} {t}s.',
  'We show that the {t} of a {q} {t} bounds the {t} of its {t}s.',
  'A {q} {t} {o} lets {t}s {d} without {q} {t}.',
  'Two {t}s, one {q} and one {q}, share a {t} {o}.',
  'We give a {q} {o} whose {t} grows with the {t} of the {t} only.',
  'Each {t} is described by {y} {q} {t}s taken from {m}.',
];

const closings = [
  'On {m} and {m} it {d}s {y} percent more {t}s than {m}.',
  'Experiments with {y} {t}s show that {n} is {y} times faster than {m}.',
  'The {t}s, the {o} and the {t} {t} are public.',
  'We find that {q} {t} matters more than the {t} of the {o}.',
  'An ablation tells that the {t} {o} brings most of the {t}.',
  'Finally, we discuss what a {q} {t} means for {t} {t}.',
];

class PaperAuthor {
  readonly #random: () => number;
  /** Names that papers share: of data sets, of well-known methods. */
  readonly #known: readonly string[];

  constructor(random: () => number) {
    this.#random = random;
    this.#known = Array.from({ length: 3000 }, () => this.#coined());
  }

  paper(line: number): Paper {
    const name = this.#coined();
    // Titles say what is special: rare words are more frequent in them.
    const title = capitalized(this.#filled(this.#pick(titleTemplates, 1), name, 1.3));
    const sentences = [
      this.#pick(openings, 1),
      ...Array.from({ length: 3 + this.#below(5) }, () => this.#pick(middles, 1)),
      ...Array.from({ length: 1 + this.#below(3) }, () => this.#pick(closings, 1)),
    ];
    const start = { line: line * 4, character: 0 };
    const range = { start, end: { line: line * 4 + 2, character: 0 } };
    return {
      key: generatedKey(title),
      aliases: [],
      title,
      abstract: sentences.map((sentence) => upperFirst(this.#filled(sentence, name))).join(' '),
      authors: Array.from({ length: 1 + this.#below(6) }, () => this.#person()),
      year: 2025 - Math.trunc(25 * this.#random() ** 2),
      venue: this.#pick(inventedWords.venues, 1.5),
      doi: `10.5555/${String(line)}.${String(this.#below(100_000))}`,
      keywords: this.#random() < 0.3 ? [this.#filled('{t} {t}', name), this.#filled('{q} {t}', name)] : [],
      sources: [{ uri: 'file:///invented.txt', range }],
    };
  }

  #filled(template: string, name: string, skew = 2.2): string {
    return template.replace(/\{([a-z])\}/g, (_, slot: string) => {
      if (slot === 't') return this.#thing(skew);
      if (slot === 'q') return this.#pick(inventedWords.qualities, skew);
      if (slot === 'd') return this.#pick(inventedWords.deeds, skew);
      if (slot === 'o') return this.#pick(inventedWords.tools, skew);
      if (slot === 'm') return this.#pick(this.#known, 3);
      return slot === 'y' ? String(2 + Math.trunc(200 * this.#random() ** 3)) : name;
    });
  }

  /** Now and then two things in one word. */
  #thing(skew: number): string {
    const thing = this.#pick(inventedWords.things, skew);
    return this.#random() < 0.04 ? `${thing}-${this.#pick(inventedWords.things, 1)}` : thing;
  }

  #person(): string {
    const initial = this.#random() < 0.15 ? ` ${'ABCDEFGHJKLMNPRSTVW'.charAt(this.#below(19))}.` : '';
    return `${this.#pick(inventedWords.given, 1.3)}${initial} ${this.#pick(inventedWords.surnames, 1.8)}`;
  }

  /** A name as methods have: `KaroFormer`, `MITEN-Bench`, `Polzen2`. */
  #coined(): string {
    const stem = Array.from({ length: 2 + this.#below(2) }, () => this.#pick(inventedWords.syllables, 1)).join('');
    const ending = this.#pick(inventedWords.endings, 1.5);
    const style = this.#below(4);
    if (style === 0) return `${upperFirst(stem)}${upperFirst(ending)}`;
    if (style === 1) return `${stem.toUpperCase()}-${upperFirst(ending)}`;
    return style === 2 ? `${upperFirst(stem)}${String(2 + this.#below(8))}` : upperFirst(stem);
  }

  /** The greater `skew`, the more often the first ones. */
  #pick(words: readonly string[], skew: number): string {
    return words[Math.trunc(words.length * this.#random() ** skew)] ?? '';
  }

  #below(count: number): number {
    return Math.trunc(this.#random() * count);
  }
}

const smallWords = new Set('a an and by for from in of on the to under via with'.split(' '));

function capitalized(title: string): string {
  return upperFirst(
    title
      .split(' ')
      .map((word) => (smallWords.has(word) ? word : upperFirst(word)))
      .join(' '),
  );
}

function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
