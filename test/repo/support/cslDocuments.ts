import { seeded } from '../../support/seeded.ts';
import { cslKeys } from './cslWorks.ts';

/** A document, and the language that it is in. */
export interface CslDocument {
  readonly text: string;
  readonly language: string;
}

const prefixes = ['', '', '', 'see ', 'see also ', 'cf. ', 'e.g., ', '*contra* '];
const suffixesOf: Readonly<Record<string, readonly string[]>> = {
  'en-US': [
    '',
    '',
    '',
    ', p. 3',
    ', pp. 33-35',
    ', 12',
    ', chap. 4',
    ', sec. 2.1',
    ', vol. 2',
    ', p. 3 and passim',
    ', note 4',
    ' and others',
  ],
  'de-DE': ['', '', '', ', S. 3', ', S. 33-35', ', 12', ', Kap. 4', ', Abschn. 2', ', Bd. 2', ' und andere'],
  'fr-FR': ['', '', '', ', p. 3', ', p. 33-35', ', 12', ', chap. 4', ', vol. 2', ' et autres'],
};

/** Documents of a few paragraphs that cite in all ways that Pandoc knows, the same ones each time. */
export function cslDocuments(count: number): readonly CslDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const random = seeded(index + 1);
    const language = index % 5 === 3 ? 'de-DE' : index % 5 === 4 ? 'fr-FR' : 'en-US';
    const writer = new Writer(random, suffixesOf[language] ?? []);
    const paragraphs = Array.from({ length: 4 + Math.floor(random() * 4) }, () => writer.sentence());
    return { text: `${paragraphs.join('\n\n')}\n`, language };
  });
}

class Writer {
  readonly #random: () => number;
  readonly #suffixes: readonly string[];

  constructor(random: () => number, suffixes: readonly string[]) {
    this.#random = random;
    this.#suffixes = suffixes;
  }

  sentence(): string {
    const kinds: readonly (() => string)[] = [
      () => `Walls grow ${this.#group(1)}.`,
      () => `Walls grow ${this.#group(2)}, and fall ${this.#group(1)}.`,
      () => `Some say so ${this.#group(3)}.`,
      () => `@${this.#key()} says so.`,
      () => `@${this.#key()} [${this.#locator()}] says more.`,
      () => `As @${this.#key()} and @${this.#key()} say.`,
      () => this.#double(),
      () => `Stone says so [-@${this.#key()}${this.#pick(this.#suffixes)}].`,
    ];
    return this.#pick(kinds)();
  }

  #group(most: number): string {
    const keys = new Set(Array.from({ length: 1 + Math.floor(this.#random() * most) }, () => this.#key()));
    return `[${[...keys].map((key) => this.#item(key)).join('; ')}]`;
  }

  /** Nobody cites the same work twice in one citation. */
  #double(): string {
    const key = this.#key();
    const other = this.#pick(cslKeys.filter((one) => one !== key));
    return `@${key} [${this.#locator()}; ${this.#item(other)}] says most.`;
  }

  #item(key: string): string {
    return `${this.#pick(prefixes)}@${key}${this.#pick(this.#suffixes)}`;
  }

  #locator(): string {
    return this.#pick(this.#suffixes.filter((suffix) => suffix.startsWith(', '))).slice(2);
  }

  #key(): string {
    return this.#pick(cslKeys);
  }

  #pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.#random() * values.length)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }
}
