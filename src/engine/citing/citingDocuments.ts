import { citedPlacesIn } from '../../core/citations/citedPlaces.ts';
import { syntaxOfText } from '../../core/citations/syntaxes.ts';
import { SerialQueue } from '../../core/serialQueue.ts';
import { decodePaperBytes } from '../decodeText.ts';
import type { CitedIn, DocumentChange, DocumentPlace } from '../paperEngine.ts';
import { DocumentPlaces } from './documentPlaces.ts';

/** Where the documents of the workspace cite papers. Keeps what they cite and the sentences around it, not the texts. */
export class CitingDocuments {
  readonly #documents = new Map<string, DocumentPlaces>();
  /** By key: URIs of the documents that cite it. */
  readonly #citing = new Map<string, Set<string>>();
  readonly #breathe: () => Promise<void>;
  readonly #queue = new SerialQueue();

  /** `breathe` lets others have a turn between two documents; when it rejects, the rest of the call is given up. */
  constructor(breathe: () => Promise<void>) {
    this.#breathe = breathe;
  }

  /** Takes documents in, call after call in their order: an older text never replaces a newer one. */
  set(changes: readonly DocumentChange[]): Promise<void> {
    return this.#queue.run(() => this.#set(changes));
  }

  async #set(changes: readonly DocumentChange[]): Promise<void> {
    for (const change of changes) {
      this.#replace(change.uri, placesIn(change));
      await this.#breathe();
    }
  }

  #replace(uri: string, places: DocumentPlaces | undefined): void {
    for (const key of this.#documents.get(uri)?.keys ?? []) {
      const citing = this.#citing.get(key);
      citing?.delete(uri);
      if (citing?.size === 0) this.#citing.delete(key);
    }
    this.#documents.delete(uri);
    if (places === undefined || places.keys.length === 0) return;
    this.#documents.set(uri, places);
    for (const key of places.keys) {
      const citing = this.#citing.get(key);
      if (citing === undefined) this.#citing.set(key, new Set([uri]));
      else citing.add(uri);
    }
  }

  /** The first `limit` places that cite one of these keys, by URI and in the order of each document. */
  find(keys: readonly string[], limit: number): CitedIn {
    const sought = new Set(keys);
    const uris = new Set(keys.flatMap((key) => [...(this.#citing.get(key) ?? [])]));
    const places: DocumentPlace[] = [];
    let count = 0;
    for (const uri of [...uris].sort()) {
      const document = this.#documents.get(uri);
      if (document === undefined) continue;
      count += document.count(sought);
      if (places.length < limit) places.push(...document.places(uri, sought, limit - places.length));
    }
    return { places, count };
  }
}

function placesIn(change: DocumentChange): DocumentPlaces | undefined {
  if (change.kind === 'removed') return undefined;
  const text = change.kind === 'text' ? change.text : decodePaperBytes(change.bytes, change.uri).text;
  if (text === undefined) return undefined;
  const languageId = change.kind === 'text' ? change.languageId : undefined;
  const syntax = syntaxOfText({ path: change.uri, languageId, told: change.syntax, text });
  if (syntax === undefined) return undefined;
  return new DocumentPlaces(citedPlacesIn(text, syntax));
}
