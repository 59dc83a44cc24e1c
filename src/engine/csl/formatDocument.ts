import type { Citation, Engine } from 'citeproc';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type {
  CitedCluster,
  FormattedCitation,
  FormattedDocument,
  FormattedReference,
} from '../../core/csl/formatRequest.ts';
import { textOf, type FormattedText } from '../../core/csl/formattedText.ts';
import { readCiteprocHtml } from '../../core/csl/readCiteprocHtml.ts';
import { authorsOf, citationsOf, type CitationContext } from './citeprocCitations.ts';
import type { Processor } from './processor.ts';

/** What is formatted, with the work that each key means. */
export interface DocumentWorks {
  readonly clusters: readonly CitedCluster[];
  readonly listed: readonly string[];
  readonly workOf: (key: string) => CslItem | undefined;
}

/** Formats all citations of a document. Throws what citeproc throws. */
export function formatDocument(
  processor: Processor,
  { clusters, listed, workOf }: DocumentWorks,
): Omit<FormattedDocument, 'problem'> {
  const { citeproc, style, locatorTerms } = processor;
  const keys = [...clusters.flatMap(({ items }) => items.map(({ key }) => key)), ...listed];
  const works = keys.map(workOf).filter((work) => work !== undefined);
  processor.setWorks(new Map(works.map((work) => [work.id, work])));
  // citeproc keeps what it knows of a work, which may have changed since.
  citeproc.restoreProcessorState([]);
  const context: CitationContext = { locatorTerms, inNotes: style.inNotes, idOf: (key) => workOf(key)?.id };
  const uncited = works.map(({ id }) => id);
  const authors = clusters.some(({ inText }) => inText)
    ? run(citeproc, authorsOf(clusters, context), uncited)
    : new Map<string, FormattedText>();
  if (authors.size > 0) citeproc.restoreProcessorState([]);
  const texts = run(citeproc, citationsOf(clusters, context), uncited);
  return {
    kind: 'formatted',
    style: style.title,
    inNotes: style.inNotes,
    citations: clusters.map(({ items, inText }, index): FormattedCitation => {
      const unknown = items.map(({ key }) => key).filter((key) => workOf(key) === undefined);
      const id = String(index);
      return { author: (inText && authors.get(id)) || [], text: texts.get(id) ?? [], unknown };
    }),
    references: referencesOf(citeproc),
  };
}

/** The text of each citation by its id. */
function run(
  citeproc: Engine,
  citations: readonly (Citation | undefined)[],
  uncited: readonly string[],
): ReadonlyMap<string, FormattedText> {
  const asked = citations.filter((citation) => citation !== undefined);
  const answers = citeproc.rebuildProcessorState(asked, 'html', uncited);
  return new Map(answers.map(([id, , html]) => [id, printed(readCiteprocHtml(html).text)]));
}

/** Of a citation of which nothing is left, citeproc says so in words. */
function printed(text: FormattedText): FormattedText {
  return /^\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: [^\]]*)\]$/.test(textOf(text)) ? [] : text;
}

function referencesOf(citeproc: Engine): readonly FormattedReference[] {
  const list = citeproc.makeBibliography();
  if (list === false) return [];
  const [{ entry_ids: ids }, entries] = list;
  return entries.map((html, index) => {
    const { label, text } = readCiteprocHtml(html);
    return { keys: ids[index] ?? [], label, text };
  });
}
