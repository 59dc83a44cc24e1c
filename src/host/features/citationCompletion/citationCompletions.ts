import * as vscode from 'vscode';
import { keyCompletion, type KeyCompletion } from '../../../core/citations/completion/keyCompletion.ts';
import { answerQuietly } from '../../navigation/answerQuietly.ts';
import type { Services } from '../../services.ts';
import { paperMarkdown } from '../../ui/paperMarkdown.ts';
import type { AcceptedPapers } from './acceptedPapers.ts';
import { citationItems, type CitationItem } from './citationItem.ts';
import { offeredPapers, type OfferedPaper } from './offeredPapers.ts';
import { textAround, type TextPart } from '../../textAround.ts';

/** A key that is being typed in a document. */
export interface TypedCitation {
  readonly part: TextPart;
  readonly completion: KeyCompletion;
}

/** Offers papers wherever a key of a citation is being typed. */
export class CitationCompletions implements vscode.CompletionItemProvider<CitationItem> {
  readonly #services: Services;
  readonly #accepted: AcceptedPapers;
  #asked = 0;

  constructor(services: Services, accepted: AcceptedPapers) {
    this.#services = services;
    this.#accepted = accepted;
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList<CitationItem> | undefined> {
    return answerQuietly(this.#services, 'complete a citation', async () => {
      const typed = this.typedAt(document, position);
      if (typed === undefined) return undefined;
      const papers = await this.offered(document, typed);
      if (papers === undefined || token.isCancellationRequested) return undefined;
      // The next letter is another question: the search knows more than a filter of these.
      const items = citationItems({ document, position, ...typed }, papers);
      this.#accepted.offer(document, items);
      return new vscode.CompletionList(items, true);
    });
  }

  async resolveCompletionItem(item: CitationItem): Promise<CitationItem> {
    const { library } = this.#services;
    const paper = await answerQuietly(this.#services, 'describe a paper', () => library.engine.paper(item.key));
    if (paper !== undefined) item.documentation = paperMarkdown(paper);
    return item;
  }

  /** The key that is being typed at a place of a document; `undefined` where none is, and with the setting off. */
  typedAt(document: vscode.TextDocument, position: vscode.Position): TypedCitation | undefined {
    const { citations, settings } = this.#services;
    // Most documents have no citations, whatever their text is.
    if (!settings.current.completesCitations || citations.syntaxFor(document, '') === undefined) return undefined;
    const part = textAround(document, position);
    const syntax = citations.syntaxFor(document, part.text);
    const offset = document.offsetAt(position) - part.start;
    const completion = syntax && keyCompletion(syntax, part.text, offset);
    return completion && { part, completion };
  }

  /** Papers for what is typed, best first; `undefined` when none are to be offered, and when a later question came. */
  offered(document: vscode.TextDocument, { completion }: TypedCitation): Promise<readonly OfferedPaper[] | undefined> {
    this.#asked += 1;
    const turn = { session: `completion ${document.uri.toString()}`, number: this.#asked };
    const { library, recent } = this.#services;
    return offeredPapers(library.engine, { completion, recent: recent.keys, turn });
  }
}
