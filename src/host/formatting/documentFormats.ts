import * as vscode from 'vscode';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import { readFrontMatter, type FrontMatter } from '../../core/bibliography/frontMatter.ts';
import type { StyleChoice } from '../../core/csl/formatRequest.ts';
import { RememberedFew } from '../../core/remembered.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { BibliographyWorks, type BibliographyState } from '../bibliography/bibliographyWorks.ts';
import { bibliographyFilesOf } from '../bibliography/documentBibliography.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { LibraryService } from '../libraryService.ts';
import type { FoundStyle, StyleFiles } from './styleFiles.ts';

/** Of so many documents the front matter is remembered. */
const mostRemembered = 8;

/** A document whose citations are to be formatted. */
export interface FormattedText {
  readonly uri: vscode.Uri;
  readonly text: string;
  /** Id of its citation syntax. */
  readonly syntax: string;
}

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
}

/** Tells how the citations of documents are formatted, by what these say themselves and by the settings. */
export class DocumentFormats implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #works: BibliographyWorks;
  readonly #changed = this.#store.add(new vscode.EventEmitter<void>());
  readonly #read = new RememberedFew<FrontMatter>(mostRemembered);

  /** A style or a bibliography that an answer depends on changed. Paper files are the library's to tell of, settings theirs. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#works = this.#store.add(new BibliographyWorks(parts.library));
    this.#store.add(this.#works.onDidChange(() => this.#changed.fire()));
    this.#store.add(parts.styles.onDidChange(() => this.#changed.fire()));
  }

  /** In what style and language a text is formatted now. Never rejects. */
  async styleOf(document: FormattedText): Promise<DocumentStyle> {
    const { csl, language } = this.#frontMatterOf(document);
    const { styles, settings } = this.#parts;
    const found = await (csl === undefined ? styles.ofSettings() : styles.named(csl, document.uri));
    return { ...found, language: language ?? settings.current.csl.language };
  }

  /** How a text that cites `keys` is formatted now. Never rejects: what cannot be had is a problem. */
  async of(document: FormattedText, keys: readonly string[]): Promise<DocumentFormat> {
    const metadata = this.#frontMatterOf(document);
    const [{ style, language, problem }, own] = await Promise.all([
      this.styleOf(document),
      this.#worksOf(document, metadata, keys),
    ]);
    const problems = [metadata.problem?.message, problem, ...own.problems];
    return {
      style,
      language,
      works: own.works,
      listed: own.listed,
      linkCitations: metadata.linkCitations ?? false,
      suppressBibliography: metadata.suppressBibliography ?? false,
      title: metadata.title ?? '',
      problems: problems.filter((one) => one !== undefined),
    };
  }

  /** LaTeX and Typst say such things in their own ways. */
  #frontMatterOf({ text, syntax }: FormattedText): FrontMatter {
    const read = syntax === 'latex' || syntax === 'typst' ? '' : text;
    return this.#read.get([read], () => readFrontMatter(read));
  }

  async #worksOf(
    { uri, text, syntax }: FormattedText,
    { listed = [], range, hasReferences }: FrontMatter,
    keys: readonly string[],
  ): Promise<Pick<DocumentFormat, 'works' | 'listed' | 'problems'>> {
    const { uris } = await bibliographyFilesOf({ uri, text }, syntax);
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
