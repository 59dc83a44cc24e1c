import * as vscode from 'vscode';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type { StyleChoice } from '../../core/csl/formatRequest.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { BibliographyWorks, type BibliographyState } from '../bibliography/bibliographyWorks.ts';
import type { DocumentBibliography } from '../bibliography/documentBibliography.ts';
import type { CitingText, DocumentMetadata, SaidOfCitations } from '../bibliography/documentMetadata.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { LibraryService } from '../libraryService.ts';
import type { FoundStyle, StyleFiles } from './styleFiles.ts';

/** How the citations of a document are formatted. */
export interface DocumentFormat {
  /** Of its front matter, else of its project, else of the setting. */
  readonly style: StyleChoice;
  /** BCP 47; `''`: that of the style. */
  readonly language: string;
  /** Works that its own bibliography has under the keys that were asked about: they win over the library. */
  readonly works: readonly CslItem[];
  /** Keys of works that are listed without being cited (`nocite`). */
  readonly listed: readonly string[];
  readonly linkCitations: boolean;
  readonly suppressBibliography: boolean;
  /** The heading of the reference list, in Markdown; `''` when there is none. */
  readonly title: string;
  /** One sentence each, with the next step; with text of files: escape it. */
  readonly problems: readonly string[];
}

/** In what style and language a document is formatted. */
export interface DocumentStyle extends FoundStyle {
  /** BCP 47; `''`: that of the style. */
  readonly language: string;
}

/** What a document's own bibliography came to, and how its citations are formatted. */
export interface BibliographyReport {
  readonly format: DocumentFormat;
  /** Its bibliography files, in their order. */
  readonly files: readonly BibliographyState[];
  /** It names something on the web besides. */
  readonly hasOthers: boolean;
  /** It lists works in its own front matter. */
  readonly hasReferences: boolean;
}

type OwnWorks = Pick<DocumentFormat, 'works' | 'listed' | 'problems'> & Pick<BibliographyReport, 'files' | 'hasOthers'>;

interface Parts {
  readonly library: LibraryService;
  readonly settings: SettingsReader;
  readonly styles: StyleFiles;
  readonly metadata: DocumentMetadata;
  readonly bibliography: DocumentBibliography;
}

/** Tells how the citations of documents are formatted, by what these say themselves and by the settings. */
export class DocumentFormats implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #works: BibliographyWorks;
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());

  /** A style, a bibliography or the file of a project changed. Paper files are the library's to tell of, settings theirs. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#works = this.#store.add(new BibliographyWorks(parts.library));
    this.#store.add(this.#works.onDidChange(() => this.#changed.fire()));
    this.#store.add(parts.styles.onDidChange(() => this.#changed.fire()));
    this.#store.add(parts.metadata.onDidChange(() => this.#changed.fire()));
  }

  /** In what style and language a text is formatted now. Never rejects. */
  async styleOf(document: CitingText): Promise<DocumentStyle> {
    return this.#styleOf(await this.#parts.metadata.of(document));
  }

  /** How a text that cites `keys` is formatted now. Never rejects: what cannot be had is a problem. */
  async of(document: CitingText, keys: readonly string[]): Promise<DocumentFormat> {
    return (await this.report(document, keys)).format;
  }

  /** The same, with the bibliography that it comes from. Never rejects. */
  async report(document: CitingText, keys: readonly string[]): Promise<BibliographyReport> {
    const said = await this.#parts.metadata.of(document);
    const [{ style, language, problem }, own] = await Promise.all([
      this.#styleOf(said),
      this.#worksOf(document, said, keys),
    ]);
    const problems = [said.frontMatter.problem?.message, ...said.projectProblems, problem, ...own.problems];
    const format: DocumentFormat = {
      style,
      language,
      works: own.works,
      listed: own.listed,
      linkCitations: said.linkCitations ?? false,
      suppressBibliography: said.suppressBibliography ?? false,
      title: said.title ?? '',
      problems: problems.filter((one) => one !== undefined),
    };
    const { files, hasOthers } = own;
    return { format, files, hasOthers, hasReferences: said.frontMatter.hasReferences };
  }

  async #styleOf({ csl, language, styleFrom }: SaidOfCitations): Promise<DocumentStyle> {
    const { styles, settings } = this.#parts;
    const found = await (csl === undefined ? styles.ofSettings() : styles.named(csl.written, styleFrom));
    return { ...found, language: language ?? settings.current.csl.language };
  }

  async #worksOf(
    document: CitingText,
    { listed = [], frontMatter: { range, hasReferences } }: SaidOfCitations,
    keys: readonly string[],
  ): Promise<OwnWorks> {
    const { uris, hasOthers } = await this.#parts.bibliography.files(document);
    const { uri, text } = document;
    const inline =
      hasReferences && range !== undefined
        ? { document: uri, yaml: text.slice(range.contentStart, range.contentEnd) }
        : undefined;
    const all = listed.includes('*');
    const named = listed.filter((key) => key !== '*');
    try {
      const found = await this.#works.of({ uris, inline, keys: [...new Set([...keys, ...named])], all });
      const everything = all ? found.works.map(({ id }) => id) : [];
      return {
        ...found,
        hasOthers,
        listed: [...new Set([...named, ...everything])],
        problems: found.files.flatMap(problemsOf),
      };
    } catch {
      return { works: [], files: [], hasOthers, listed: named, problems: [noEngine] };
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}

const noEngine =
  'The bibliography of the document could not be read, because the library has stopped: run "Reload Library".';

function problemsOf({ uri, kind }: BibliographyState): readonly string[] {
  const name = vscode.workspace.asRelativePath(uri);
  if (kind === 'missing') return [`The bibliography ${name} does not exist: make it, or correct "bibliography:".`];
  if (kind === 'read') return [];
  return [`The bibliography ${name} cannot be read: name a BibTeX, CSL-JSON, CSL-YAML or RIS file in "bibliography:".`];
}
