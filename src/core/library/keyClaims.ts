import type { Paper } from '../paper.ts';
import type { Range } from '../text/position.ts';

/** A paper that a paper file calls by some key. */
export interface KeyClaim {
  /** The paper's own key, which is its alone. */
  readonly paper: string;
  readonly title: string;
  /** Where the file says so. */
  readonly uri: string;
  readonly range: Range;
}

/** So many papers are looked at between two turns of others. */
const slice = 2_000;
/** More are not named. */
const mostClaims = 10;

/** Which papers are called by one key although they are different works. */
export class KeyClaims {
  readonly #first = new Map<string, Paper>();
  readonly #several = new Map<string, Paper[]>();

  /** Takes the papers of a library in, in its order. A generator so that the caller can breathe. Linear. */
  *add(papers: readonly Paper[]): Generator<void, void, void> {
    for (const [index, paper] of papers.entries()) {
      for (const { key } of paper.sources) if (key !== undefined) this.#claim(key, paper);
      if (index % slice === slice - 1) yield;
    }
  }

  #claim(key: string, paper: Paper): void {
    const first = this.#first.get(key);
    if (first === undefined) this.#first.set(key, paper);
    if (first === undefined || first === paper) return;
    const several = this.#several.get(key);
    if (several === undefined) this.#several.set(key, [first, paper]);
    else if (!several.includes(paper) && several.length < mostClaims) several.push(paper);
  }

  /** All papers called so, the one that has the key first, when they are several; else none. */
  of(key: string): readonly KeyClaim[] {
    const several = this.#several.get(key) ?? [];
    const ordered = [...several].sort((a, b) => Number(has(b, key)) - Number(has(a, key)));
    return ordered.map((paper) => {
      const { uri, range, keyRange } = paper.sources.find((source) => source.key === key) ?? paper.sources[0];
      return { paper: paper.key, title: paper.title, uri, range: keyRange ?? range };
    });
  }
}

function has({ key, aliases }: Paper, name: string): boolean {
  return key === name || aliases.includes(name);
}
