import { byline } from '../../../core/text/byline.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { NamedPaper } from '../../../core/readingLists.ts';
import type { PaperNeighbours, TextAnswer, ViewRow } from '../../../engine/paperEngine.ts';
import { readerLimits } from '../../../protocol/parseReaderMessage.ts';
import type { CitedPlace, ReaderPlace, ToReader } from '../../../protocol/readerMessages.ts';
import type { PlaceInDocument } from '../../citedPlaces/citedPlacesService.ts';
import type { Services } from '../../services.ts';

/** As many as fit below an abstract without hiding it. */
const mostRelated = 8;
/** What is around a paper that is only passed need not be looked for. */
const pauseMilliseconds = 150;

type About<T extends ToReader['type']> = Extract<ToReader, { readonly type: T }>;

/** What the reader itself knows of where it stands. */
export type OwnPlace = Pick<ReaderPlace, 'canGoBack' | 'canGoForward' | 'pinned'>;

/** The paper that surroundings are of. */
export interface Subject {
  readonly paper: NamedPaper;
  /** The group of the tree that it is read in; that of its strongest row when undefined. */
  readonly group: string | undefined;
}

/** What stands around the paper of one reader: its neighbours in the tree, where it is cited, what is near it. */
export class Surroundings {
  readonly #services: Services;
  readonly #post: (message: ToReader) => void;
  readonly #ownPlace: () => OwnPlace;
  #subject: Subject | undefined;
  #neighbours: PaperNeighbours | undefined;
  #citedIn: About<'citedIn'> | undefined;
  #places: readonly PlaceInDocument[] = [];
  #related: About<'related'> | undefined;
  #relatedKeys: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services, post: (message: ToReader) => void, ownPlace: () => OwnPlace) {
    this.#services = services;
    this.#post = post;
    this.#ownPlace = ownPlace;
  }

  /** Where a step leads in the tree; `undefined` at its ends, and while the tree does not show the paper. */
  step(to: 'previous' | 'next'): ViewRow | undefined {
    return this.#neighbours?.[to];
  }

  /** By the index in the last `citedIn`. */
  citedPlace(index: number): PlaceInDocument | undefined {
    return this.#places[index];
  }

  /** The key at an index of the last `related`. */
  related(index: number): string | undefined {
    return this.#relatedKeys[index];
  }

  /** Another paper is shown, or the same one by another key: everything is asked anew, and told as it comes. */
  show(subject: Subject): void {
    const isSame = this.#subject?.paper.key === subject.paper.key;
    this.#subject = subject;
    if (!isSame) this.#forget();
    this.placeChanged();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#lookFurther(), isSame ? 0 : pauseMilliseconds);
  }

  #lookFurther(): void {
    this.citedElsewhere();
    this.#ask('find related papers', (asked) => this.#findRelated(asked));
  }

  /** Documents cite it in other places now. */
  citedElsewhere(): void {
    this.#ask('find where a paper is cited', (asked) => this.#findPlaces(asked));
  }

  /** The order of the tree, or the reader's own place, is another one. */
  placeChanged(): void {
    this.#ask('find the neighbours of a paper', (asked) => this.findNeighbours(asked));
  }

  /** Tells a page that starts anew what is known. */
  tellAgain(): void {
    this.#tellPlace();
    if (this.#citedIn !== undefined) this.#post(this.#citedIn);
    if (this.#related !== undefined) this.#post(this.#related);
  }

  #forget(): void {
    this.#neighbours = undefined;
    this.#citedIn = undefined;
    this.#places = [];
    this.#related = undefined;
    this.#relatedKeys = [];
  }

  /** What is not wanted any more when it comes is dropped. */
  #ask(name: string, work: (subject: Subject) => Promise<void>): void {
    const subject = this.#subject;
    if (subject !== undefined) this.#services.guard.background(name, () => work(subject));
  }

  /** Resolves when `step` answers for the tree as it is. */
  async findNeighbours(subject: Subject | undefined = this.#subject): Promise<void> {
    if (subject === undefined) return;
    const { library, shownTree } = this.#services;
    const neighbours = await library.engine.neighbours(shownTree.view, subject.paper.key, subject.group);
    if (subject !== this.#subject) return;
    this.#neighbours = neighbours;
    this.#tellPlace();
  }

  #tellPlace(): void {
    if (this.#subject === undefined) return;
    const { previous, next } = this.#neighbours ?? {};
    const place = { ...this.#ownPlace(), hasPrevious: previous !== undefined, hasNext: next !== undefined };
    this.#post({ type: 'place', key: this.#subject.paper.key, place });
  }

  async #findPlaces(subject: Subject): Promise<void> {
    const { places, count, searching } = await this.#services.citedPlaces.of(subject.paper);
    if (subject !== this.#subject) return;
    this.#places = places.slice(0, readerLimits.list);
    const message: ToReader = {
      type: 'citedIn',
      key: subject.paper.key,
      places: this.#places.map(shownPlace),
      count,
      searching,
    };
    // While somebody types in a document it is the same again and again.
    if (JSON.stringify(message) === JSON.stringify(this.#citedIn)) return;
    this.#citedIn = message;
    this.#post(message);
  }

  async #findRelated(subject: Subject): Promise<void> {
    const { key } = subject.paper;
    const answers = await this.#services.library.engine.related(key, mostRelated);
    if (subject !== this.#subject) return;
    this.#relatedKeys = answers.map(({ row }) => row.key);
    this.#related = { type: 'related', key, papers: answers.map(shownRelated) };
    this.#post(this.#related);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subject = undefined;
  }
}

function shownPlace({ path, line, before, citation, after }: CitedPlace): CitedPlace {
  return { path: cut(path), line, before: cut(before), citation: cut(citation), after: cut(after) };
}

function shownRelated({ row, words }: TextAnswer): About<'related'>['papers'][number] {
  return { title: shorten(row.title, readerLimits.title), byline: cut(byline(row)), words: words.map(cut) };
}

function cut(text: string): string {
  return shorten(text, readerLimits.line);
}
