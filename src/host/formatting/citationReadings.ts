import type * as vscode from 'vscode';
import type { CitationCluster } from '../../core/citations/citation.ts';
import type { SyntaxText } from '../../core/citations/citationSyntax.ts';
import { citedClusters, type CitedClusters } from '../../core/csl/citedClusters.ts';
import type { FormattedCitation, FormattedDocument } from '../../core/csl/formatRequest.ts';
import { textOf } from '../../core/csl/formattedText.ts';
import { readCitation, readReference } from '../../core/csl/readCitation.ts';
import { RememberedFew } from '../../core/remembered.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { DocumentCitations } from '../documentCitations.ts';
import type { Guard } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';
import type { CitationFormatter, FormatQuestion } from './citationFormatter.ts';
import type { DocumentFormat, DocumentFormats } from './documentFormats.ts';

/**
 * Numbers, letters and short notes depend on all citations of a document. Formatting these takes some 5 ms each, in which the
 * engine does nothing else: of a longer document a citation is formatted by itself.
 */
const mostCitations = 100;
/** Of so many documents and works what was formatted is remembered. */
const [mostDocuments, mostAlone] = [4, 64];

/** How a citation, and a work that it cites, will read. What cannot be formatted is left out. */
export interface CitationReading {
  /** The citation with all of its works, where it stands. */
  readonly citation?: string | undefined;
  /** It is the text of a note. */
  readonly inNotes?: boolean | undefined;
  /** The entry of the work in the reference list. */
  readonly reference?: string | undefined;
}

interface Parts {
  readonly library: Pick<LibraryService, 'onDidChange'>;
  readonly formatter: Pick<CitationFormatter, 'format'>;
  readonly documentFormats: Pick<DocumentFormats, 'of'>;
  readonly citations: Pick<DocumentCitations, 'of'>;
  readonly guard: Guard;
}

/** The style, and what else the document says itself. */
type OwnFormat = Pick<DocumentFormat, 'style' | 'language' | 'works' | 'listed'>;

/** A citation, and its document where that is formatted as a whole. */
interface FormattedIn {
  readonly citation?: FormattedCitation | undefined;
  readonly formatted?: FormattedDocument | undefined;
}

type Formatted = Promise<FormattedDocument | undefined>;

/** Tells how citations read in the style of their document, as long as neither it, the library nor the style changes. */
export class CitationReadings implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  readonly #clusters = new RememberedFew<CitedClusters>(mostDocuments);
  readonly #documents = new RememberedFew<Formatted>(mostDocuments);
  readonly #alone = new RememberedFew<Formatted>(mostAlone);
  /** Grows with every change of the library. */
  #revision = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#store.add(parts.library.onDidChange(() => (this.#revision += 1)));
  }

  /**
   * Of a cluster and a work that it cites, named by the key in the text and that of its paper, if it has one. Rejects as the
   * citations of the document do, not for what cannot be formatted.
   */
  async of(document: vscode.TextDocument, cluster: CitationCluster, keys: readonly string[]): Promise<CitationReading> {
    const scanned = await this.#parts.citations.of(document);
    if (scanned === undefined) return {};
    const cited = this.#clusters.get([scanned], () => citedClusters(scanned.scan));
    const place = cited.places[scanned.scan.clusters.findIndex(({ range }) => range.start === cluster.range.start)];
    const format = await this.#formatOf(document, scanned, cited);
    const [single, { citation, formatted }] = await Promise.all([
      this.#remembered(this.#alone, { ...format, listed: keys.slice(0, 1) }),
      this.#citation(format, cited, place),
    ]);
    const alone = single?.references.map(({ text }) => textOf(text)).join(' ');
    return {
      citation: citation && readCitation(citation),
      inNotes: formatted?.inNotes,
      // Its number is that in the document.
      reference: (formatted && readReference(formatted.references, keys)) ?? alone,
    };
  }

  async #formatOf(
    document: vscode.TextDocument,
    { text, syntax }: SyntaxText,
    cited: CitedClusters,
  ): Promise<OwnFormat> {
    const keys = cited.citations.flatMap(({ items }) => items.map(({ key }) => key));
    const asked = { uri: document.uri, text, syntax: syntax.id };
    const { style, language, works, listed } = await this.#parts.documentFormats.of(asked, [...keys, ...cited.listed]);
    return { style, language, works, listed };
  }

  async #citation(format: OwnFormat, cited: CitedClusters, place = -1): Promise<FormattedIn> {
    const { citations, listed } = cited;
    const own = citations[place];
    if (own === undefined) return {};
    if (citations.length <= mostCitations) {
      const question = { ...format, citations, listed: [...listed, ...format.listed] };
      const formatted = await this.#remembered(this.#documents, question);
      return { formatted, citation: formatted?.citations[place] };
    }
    const formatted = await this.#remembered(this.#alone, { ...format, citations: [own], listed: [] });
    const isSameAlone = formatted?.inNotes === false && formatted.references.every(({ label }) => label.length === 0);
    return isSameAlone ? { citation: formatted.citations[0] } : {};
  }

  /** By what is asked: text around citations that changes is no reason to format them again. */
  #remembered(cache: RememberedFew<Formatted>, question: FormatQuestion): Formatted {
    return cache.get([JSON.stringify(question), this.#revision], () => this.#format(question));
  }

  /** Asked once each, also when nobody waits for it any more: the next one to ask has it. */
  async #format(question: FormatQuestion): Formatted {
    try {
      return await this.#parts.formatter.format(question);
    } catch (error) {
      this.#parts.guard.report('format a citation', error);
      return undefined;
    }
  }

  dispose(): void {
    this.#store.dispose();
  }
}
