import { citedKeysIn } from '../../core/citations/check/citedKeys.ts';
import type { KeyFacts } from '../../core/citations/check/keyFacts.ts';
import { syntaxOfText, type DocumentText } from '../../core/citations/syntaxes.ts';
import { KeyClaims } from '../../core/library/keyClaims.ts';
import { retractionOf } from '../../core/library/retraction.ts';
import type { Paper } from '../../core/paper.ts';
import { Remembered } from '../../core/remembered.ts';
import type { CitedKeysAnswer } from './citedKeysAnswer.ts';

interface Ports {
  /** Another object whenever the library changed. */
  papers(): readonly Paper[];
  get(key: string): Paper | undefined;
  /** Runs sliced work to its end and lets others have a turn in between. */
  drain(work: Generator<unknown, void, void>): Promise<void>;
}

/** Tells for whole documents what they cite, and what the library knows of that. */
export class CitedKeys {
  readonly #ports: Ports;
  /** Prepared when it is first asked for. */
  readonly #claims = new Remembered<Promise<KeyClaims>>();

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** `undefined` of a document that cites nothing by its language. */
  async in(document: DocumentText): Promise<CitedKeysAnswer | undefined> {
    const syntax = syntaxOfText(document);
    if (syntax === undefined) return undefined;
    const citations = citedKeysIn(document.text, syntax);
    if (citations.length === 0) return { syntax: syntax.id, citations, facts: [] };
    const claims = await this.#prepared();
    const keys = new Set(citations.map(({ key }) => key));
    return { syntax: syntax.id, citations, facts: [...keys].map((key) => this.#facts(key, claims)) };
  }

  #facts(key: string, claims: KeyClaims): KeyFacts {
    const paper = this.#ports.get(key);
    const named = paper && {
      key: paper.key,
      aliases: paper.aliases,
      title: paper.title,
      entries: paper.sources.flatMap(({ uri, key: own }) => (own === undefined ? [] : [{ uri, key: own.trim() }])),
      retraction: retractionOf(paper),
    };
    return { key, paper: named, claims: claims.of(key) };
  }

  #prepared(): Promise<KeyClaims> {
    const papers = this.#ports.papers();
    return this.#claims.get([papers], () => this.#prepare(papers));
  }

  async #prepare(papers: readonly Paper[]): Promise<KeyClaims> {
    const claims = new KeyClaims();
    await this.#ports.drain(claims.add(papers));
    return claims;
  }
}
