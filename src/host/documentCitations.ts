import * as vscode from 'vscode';
import type { CitationItem, CitationScan, OffsetRange } from '../core/citations/citation.ts';
import { citationAt, type CitationAt } from '../core/citations/citationAt.ts';
import type { CitationSyntax } from '../core/citations/citationSyntax.ts';
import { citingGlobs } from '../core/citations/syntaxOverrides.ts';
import { citingLanguages, endingsWithoutLanguage, syntaxOfText, toldSyntax } from '../core/citations/syntaxes.ts';
import { globOfEndings } from '../core/text/globs.ts';
import { RememberedFew } from '../core/remembered.ts';
import type { Settings, SettingsReader } from './adapters/settings.ts';

/** Of so many documents, those asked about last, the citations are remembered. */
const mostRemembered = 8;

/** A text as it was scanned, once for each version of the document. */
export interface ScannedDocument {
  readonly syntax: CitationSyntax;
  readonly text: string;
  readonly scan: CitationScan;
}

/** What an open document cites, by the syntax that its language, name and text or the settings give it. */
export class DocumentCitations {
  readonly #settings: Pick<SettingsReader, 'current' | 'onDidChangeView'>;
  readonly #scanned = new RememberedFew<ScannedDocument | undefined>(mostRemembered);

  constructor(settings: Pick<SettingsReader, 'current' | 'onDidChangeView'>) {
    this.#settings = settings;
  }

  /** `undefined` in a language without citations. The same object as long as neither text nor settings change. */
  of(document: vscode.TextDocument): ScannedDocument | undefined {
    const { citationSyntax } = this.#settings.current;
    return this.#scanned.get([document, document.version, document.languageId, citationSyntax], () => {
      const text = document.getText();
      const syntax = this.syntaxFor(document, text);
      return syntax === undefined ? undefined : { syntax, text, scan: syntax.scan(text) };
    });
  }

  /** How a document with this text, or with this as a part of it, cites. */
  syntaxFor({ uri, languageId }: vscode.TextDocument, text: string): CitationSyntax | undefined {
    const told = toldSyntax(uri.path, languageId, this.#settings.current.citationSyntax);
    return syntaxOfText({ path: uri.path, languageId, told, text });
  }

  /** All items of all clusters, in the order of the text. */
  itemsOf(document: vscode.TextDocument): readonly CitationItem[] {
    return this.of(document)?.scan.clusters.flatMap(({ items }) => items) ?? [];
  }

  /** The citation whose key, with the `@` or brace before it, is at a place; `undefined` elsewhere. */
  at(document: vscode.TextDocument, position: vscode.Position): CitationAt | undefined {
    const scanned = this.of(document);
    return scanned === undefined ? undefined : citationAt(scanned.scan, document.offsetAt(position));
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

/** A document of these that cites nothing after all is told apart by `of`. */
function citingSelector({ citationSyntax }: Pick<Settings, 'citationSyntax'>): vscode.DocumentSelector {
  const toldLanguages = citationSyntax.map(({ of }) => of).filter((of) => /^[\w-]+$/.test(of));
  const languages = new Set([...citingLanguages, ...toldLanguages]);
  const patterns = citingGlobs(citationSyntax).map((glob) => (glob.startsWith('**/') ? glob : `**/${glob}`));
  const plain = { language: 'plaintext', pattern: globOfEndings(endingsWithoutLanguage) };
  return [...[...languages].map((language) => ({ language })), plain, ...patterns.map((pattern) => ({ pattern }))];
}
