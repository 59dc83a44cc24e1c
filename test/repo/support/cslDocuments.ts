import { seeded } from '../../support/seeded.ts';
import { cslKeys } from './cslWorks.ts';

/** A document, and the language that it is in. */
export interface CslDocument {
  readonly text: string;
  readonly language: string;
  /** Keys of works that are in the list without being cited. */
  readonly listed: readonly string[];
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
    ', {pp. iv, vi-xi, (xv)-(xvii)} with suffix',
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
    const listed = index % 4 === 2 ? writer.listed() : [];
    const nocite = `---\nnocite: |\n  ${listed.map((key) => `@${key}`).join(', ')}\n---\n\n`;
    return { text: `${listed.length > 0 ? nocite : ''}${paragraphs.join('\n\n')}\n`, language, listed };
  });
}

class Writer {
  #notes = 0;
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
      () => `Stone says so -@${this.#key()} and @{${this.#key()}} says that.`,
      () => `# Walls ${this.#group(2)}`,
      () => `One ${this.#group(1)}, two ${this.#group(1)} and three ${this.#group(2)} of them.`,
      () => `Walls fall^[As ${this.#group(2)} says, and @${this.#key()}.] and stand^[${this.#group(1)}].`,
      () => this.#footnote(),
    ];
    return this.#pick(kinds)();
  }

  /** Works that only the list has. */
  listed(): readonly string[] {
    return [this.#key(), this.#key()];
  }

  #footnote(): string {
    this.#notes += 1;
    const contents = [
      this.#group(2),
      `See ${this.#group(2)}.`,
      `@${this.#key()} says it, too ${this.#group(1)}. Others do not.`,
      `So says @${this.#key()} [${this.#locator()}].\n\n    And ${this.#group(1)} says more.`,
    ];
    return `Walls[^${this.#notes}] stand ${this.#group(1)}.\n\n[^${this.#notes}]: ${this.#pick(contents)}`;
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
