import * as vscode from 'vscode';
import type { CitationItem, CitationScan, OffsetRange } from '../core/citations/citation.ts';
import { citationInPart, type CitationAt } from '../core/citations/citationAt.ts';
import { itemsInOrder } from '../core/citations/citedItems.ts';
import type { CitationSyntax, SyntaxText } from '../core/citations/citationSyntax.ts';
import { answerOfNow, scanHereOrElsewhere } from '../core/citations/longScan.ts';
import { citingGlobs } from '../core/citations/syntaxOverrides.ts';
import { citingLanguages, endingsWithoutLanguage, syntaxOfText, toldSyntax } from '../core/citations/syntaxes.ts';
import { globOfEndings } from '../core/text/globs.ts';
import { RememberedFew } from '../core/remembered.ts';
import type { Settings, SettingsReader } from './adapters/settings.ts';
import type { LibraryService } from './libraryService.ts';
import { textAround } from './textAround.ts';

/** Of so many documents, those asked about last, the citations are remembered. */
const mostRemembered = 8;

/** A text as it was scanned, once for each version of the document. */
export type ScannedDocument = SyntaxText;

/** The citations of a part of a document. */
export interface ScannedPart {
  readonly scan: CitationScan;
  readonly text: string;
  /** Where the part begins in the document: its ranges are of the part. */
  readonly start: number;
}

interface Parts {
  readonly settings: Pick<SettingsReader, 'current' | 'onDidChangeView'>;
  readonly library: Pick<LibraryService, 'engine'>;
}

/** What an open document cites, by the syntax that its language, name and text or the settings give it. */
export class DocumentCitations {
  readonly #settings: Parts['settings'];
  readonly #library: Parts['library'];
  readonly #scanned = new RememberedFew<ScannedDocument | Promise<ScannedDocument> | undefined>(mostRemembered);

  constructor({ settings, library }: Parts) {
    this.#settings = settings;
    this.#library = library;
  }

  /**
   * All citations of a document as it is when this resolves; those of a long one are found by the engine. `undefined` in a
   * language without citations. The same object as long as neither text nor settings change. Rejects with a cancellation
   * when the text changes again and again.
   */
  async of(document: vscode.TextDocument): Promise<ScannedDocument | undefined> {
    const now = await answerOfNow(
      () => document.version,
      () => this.#scan(document),
    );
    if (now === 'changing') throw new vscode.CancellationError();
    return now.answer;
  }

  #scan(document: vscode.TextDocument): ScannedDocument | Promise<ScannedDocument> | undefined {
    const { citationSyntax } = this.#settings.current;
    return this.#scanned.get([document, document.version, document.languageId, citationSyntax], () => {
      const text = document.getText();
      const syntax = this.syntaxFor(document, text);
      if (syntax === undefined) return undefined;
      const { path } = document.uri;
      const scan = scanHereOrElsewhere(syntax, text, {
        scanElsewhere: () => this.#library.engine.scanCitations({ path, told: syntax.id, text }),
        breathe: () => new Promise((resolve) => setTimeout(resolve, 0)),
      });
      return scan instanceof Promise ? scan.then((found) => ({ syntax, text, scan: found })) : { syntax, text, scan };
    });
  }

  /** Whether a document is in a language with citations. */
  cites(document: vscode.TextDocument): boolean {
    return this.syntaxFor(document, '') !== undefined;
  }

  /** What is cited around a place, at once: all of a document, or a part of a long one. `undefined` as with `of`. */
  around(document: vscode.TextDocument, position: vscode.Position): ScannedPart | undefined {
    if (!this.cites(document)) return undefined;
    const { text, start, isWhole } = textAround(document, position);
    const known = isWhole ? this.#scan(document) : undefined;
    if (known !== undefined && !(known instanceof Promise)) return { scan: known.scan, text, start };
    const scan = this.syntaxFor(document, text)?.scan(text);
    return scan && { scan, text, start };
  }

  /** How a document with this text, or with this as a part of it, cites. */
  syntaxFor({ uri, languageId }: vscode.TextDocument, text: string): CitationSyntax | undefined {
    const told = toldSyntax(uri.path, languageId, this.#settings.current.citationSyntax);
    return syntaxOfText({ path: uri.path, languageId, told, text });
  }

  /** All items of all clusters, in the order of the text. Rejects as `of` does. */
  async itemsOf(document: vscode.TextDocument): Promise<readonly CitationItem[]> {
    const scanned = await this.of(document);
    return scanned === undefined ? [] : itemsInOrder(scanned.scan);
  }

  /** The citation whose key, with the `@` or brace before it, is at a place; `undefined` elsewhere. At once. */
  at(document: vscode.TextDocument, position: vscode.Position): CitationAt | undefined {
    const part = this.around(document, position);
    return part && citationInPart(part.scan, part.start, document.offsetAt(position));
  }

  /** The citation at the cursor of an editor. */
  atCursor(editor: vscode.TextEditor | undefined): CitationAt | undefined {
    return editor === undefined ? undefined : this.at(editor.document, editor.selection.active);
  }

  /**
   * Registers what is offered in documents that cite: in the languages that have a syntax and, as long as the settings
   * say so, in the languages and files that they name. Registers anew when the settings change.
   */
  register(provide: (selector: vscode.DocumentSelector) => vscode.Disposable): vscode.Disposable {
    let told = JSON.stringify(this.#settings.current.citationSyntax);
    let registered = provide(citingSelector(this.#settings.current));
    const listener = this.#settings.onDidChangeView(() => {
      const now = JSON.stringify(this.#settings.current.citationSyntax);
      if (now === told) return;
      told = now;
      registered.dispose();
      registered = provide(citingSelector(this.#settings.current));
    });
    return new vscode.Disposable(() => {
      listener.dispose();
      registered.dispose();
    });
  }
}

/** Offsets as a range of the document that they were found in. */
export function rangeIn(document: vscode.TextDocument, { start, end }: OffsetRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** A range of a document as offsets of its text. */
export function offsetsIn(document: vscode.TextDocument, { start, end }: vscode.Range): OffsetRange {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** A document of these that cites nothing after all is told apart by `cites`. */
function citingSelector({ citationSyntax }: Pick<Settings, 'citationSyntax'>): vscode.DocumentSelector {
  const toldLanguages = citationSyntax.map(({ of }) => of).filter((of) => /^[\w-]+$/.test(of));
  const languages = new Set([...citingLanguages, ...toldLanguages]);
  const patterns = citingGlobs(citationSyntax).map((glob) => (glob.startsWith('**/') ? glob : `**/${glob}`));
  const plain = { language: 'plaintext', pattern: globOfEndings(endingsWithoutLanguage) };
  return [...[...languages].map((language) => ({ language })), plain, ...patterns.map((pattern) => ({ pattern }))];
}
