import { LatestQuestion } from '../../../core/picking/latestQuestion.ts';
import type { PaperDetails, PaperRow, SearchAnswer } from '../../../engine/paperEngine.ts';
import type { Services } from '../../services.ts';

const shownRows = 50;
/** As many as VS Code's own quick open remembers on a screen. */
const shownRecent = 10;

/** What a row of the pick is made of. */
export interface FoundPaper {
  readonly row: Pick<PaperRow, 'key' | 'title' | 'authors'> &
    Partial<Pick<PaperRow, 'year' | 'venue' | 'aliases' | 'marks'>>;
  /** The sentence of the abstract that matched. */
  readonly excerpt: SearchAnswer['excerpt'];
}

/** What there is to show for a value. */
export interface Found {
  readonly value: string;
  /** `failed`: no answer, and none to be expected before the library changes. */
  readonly state: 'complete' | 'indexing' | 'failed';
  /** At least one; the first have names where there are several. */
  readonly sections: readonly { readonly name: string; readonly papers: readonly FoundPaper[] }[];
}

/** The questions of one pick: each answer is for the last question, or there is none. */
export class PickSearch {
  readonly #services: Services;
  /** `crypto.randomUUID` is missing where a web host is not served over https. */
  readonly #session = Math.random().toString(36);
  readonly #questions = new LatestQuestion<Found>({
    ask: (value, number) => this.#answer(value, number),
    giveUp: (value) => ({ value, state: 'failed', sections: [] }),
  });

  constructor(services: Services) {
    this.#services = services;
  }

  /** `undefined` when a later question was asked meanwhile, or this one was withdrawn. Never rejects. */
  ask(value: string): Promise<Found | undefined> {
    return this.#questions.ask(value);
  }

  /** Nobody waits for an answer any more. */
  withdraw(): void {
    this.#questions.withdraw();
  }

  async #answer(value: string, number: number): Promise<Found | undefined> {
    const { library, guard } = this.#services;
    try {
      if (value.trim() === '') return await this.#everything(value);
      const turn = { session: this.#session, number };
      const { answers, indexing, superseded } = await library.engine.search({ query: value, limit: shownRows, turn });
      if (superseded) return undefined;
      return { value, state: this.#stateOf(indexing), sections: [{ name: '', papers: answers }] };
    } catch (error) {
      // An engine that has stopped is started again: `library` says so, and its change asks anew.
      const isLoading = library.state === 'loading';
      if (!isLoading) guard.report('search', error);
      return { value, state: isLoading ? 'indexing' : 'failed', sections: [] };
    }
  }

  /** Before anything is typed: what was used last comes first, as in VS Code's quick open. */
  async #everything(value: string): Promise<Found> {
    const { library, writerFacts } = this.#services;
    const { recent, cited } = writerFacts.current;
    const [used, citedHere, rows] = await Promise.all([
      this.#papers(recent.slice(0, shownRecent)),
      this.#papers(cited.slice(0, shownRecent)),
      library.engine.rows(shownRows),
    ]);
    const listed = new Set<string>();
    const sections = [
      { name: 'recently used', rows: used },
      { name: 'cited in this document', rows: citedHere },
      { name: 'all papers', rows },
    ].map((section) => {
      const papers = section.rows.filter(({ key }) => !listed.has(key) && listed.add(key));
      return { name: section.name, papers: papers.map((row) => ({ row, excerpt: undefined })) };
    });
    const full = sections.filter(({ papers }) => papers.length > 0);
    const named = full.length > 1 ? full : full.map(({ papers }) => ({ name: '', papers }));
    return { value, state: this.#stateOf(false), sections: named };
  }

  /** Those that there still are, in this order. */
  async #papers(keys: readonly string[]): Promise<readonly FoundPaper['row'][]> {
    const { engine } = this.#services.library;
    const papers = await Promise.all(keys.map((key) => engine.paper(key)));
    return papers.filter((paper) => paper !== undefined).map((paper) => this.#marked(paper));
  }

  #marked(paper: PaperDetails): FoundPaper['row'] {
    return { ...paper, marks: this.#services.writerFacts.marksOf(paper) };
  }

  #stateOf(indexing: boolean): Found['state'] {
    const { state } = this.#services.library;
    if (state === 'failed') return 'failed';
    return indexing || state === 'loading' ? 'indexing' : 'complete';
  }
}
