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
    const said = await this.#parts.metadata.of(document);
    const [{ style, language, problem }, own] = await Promise.all([
      this.#styleOf(said),
      this.#worksOf(document, said, keys),
    ]);
    const problems = [said.frontMatter.problem?.message, ...said.projectProblems, problem, ...own.problems];
    return {
      style,
      language,
      works: own.works,
      listed: own.listed,
      linkCitations: said.linkCitations ?? false,
      suppressBibliography: said.suppressBibliography ?? false,
      title: said.title ?? '',
      problems: problems.filter((one) => one !== undefined),
    };
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
  ): Promise<Pick<DocumentFormat, 'works' | 'listed' | 'problems'>> {
    const { uris } = await this.#parts.bibliography.files(document);
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
        works: found.works,
        listed: [...new Set([...named, ...everything])],
        problems: found.files.flatMap(problemsOf),
      };
    } catch {
      return { works: [], listed: named, problems: [noEngine] };
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
