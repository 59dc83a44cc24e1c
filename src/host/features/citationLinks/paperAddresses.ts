import type * as vscode from 'vscode';
import { paperLinks } from '../../../core/reading/paperLinks.ts';
import type { LibraryService } from '../../libraryService.ts';

/** Of a document that cites more papers the others have no links. */
const mostAsked = 500;

/** The addresses of papers on the web, kept as long as the library stays the same: links are asked for as one types. */
export class PaperAddresses implements vscode.Disposable {
  readonly #library: Pick<LibraryService, 'engine' | 'onDidChange'>;
  readonly #listener: vscode.Disposable;
  #known = new Map<string, string | undefined>();

  constructor(library: Pick<LibraryService, 'engine' | 'onDidChange'>) {
    this.#library = library;
    this.#listener = library.onDidChange(() => {
      this.#known = new Map();
    });
  }

  /** By key: `https:` addresses of DOIs or at arXiv; papers without one are left out. */
  async of(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const known = this.#known;
    const asked = [...new Set(keys)];
    const unknown = asked.filter((key) => !known.has(key)).slice(0, mostAsked);
    const papers = await Promise.all(unknown.map((key) => this.#library.engine.paper(key)));
    for (const [index, paper] of papers.entries()) {
      const links = paper === undefined ? [] : paperLinks(paper);
      known.set(unknown[index] ?? '', links.find(({ label }) => label === 'DOI' || label === 'arXiv')?.url);
    }
    return new Map(asked.flatMap((key) => addressOf(key, known.get(key))));
  }

  dispose(): void {
    this.#listener.dispose();
  }
}

function addressOf(key: string, url: string | undefined): readonly (readonly [string, string])[] {
  return url === undefined ? [] : [[key, url]];
}
