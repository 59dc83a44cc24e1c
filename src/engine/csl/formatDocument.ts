import type { Citation, Engine } from 'citeproc';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type {
  CitedCluster,
  FormattedCitation,
  FormattedDocument,
  FormattedReference,
} from '../../core/csl/formatRequest.ts';
import { textOf, type FormattedText } from '../../core/csl/formattedText.ts';
import { authorInText } from '../../core/csl/authorInText.ts';
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
  const context: CitationContext = { locatorTerms, inNotes: style.inNotes, idOf: (key) => workOf(key)?.id };
  const uncited = works.map(({ id }) => id);
  const ask = (citations: readonly (Citation | undefined)[]): Texts => run(citeproc, citations, uncited);
  const isUnnamed = ({ inText, items: [first] }: CitedCluster): boolean =>
    inText && first !== undefined && !isNamed(workOf(first.key));
  const authors = authorsInText({ clusters, context, ask, mayBeTitles: clusters.some(isUnnamed) });
  const texts = ask(citationsOf(clusters, context, new Set(authors.keys())));
  return {
    kind: 'formatted',
    style: style.title,
    inNotes: style.inNotes,
    citations: clusters.map(({ items }, index): FormattedCitation => {
      const unknown = items.map(({ key }) => key).filter((key) => workOf(key) === undefined);
      const id = String(index);
      const text = texts.get(id) ?? [];
      return { author: authors.get(id) ?? [], text: style.inNotes ? capitalised(text) : text, unknown };
    }),
    references: referencesOf(citeproc),
  };
}

/** By the index of the citation. */
type Texts = ReadonlyMap<string, FormattedText>;

/** What authors in the sentence are made of. */
interface AuthorParts {
  readonly clusters: readonly CitedCluster[];
  readonly context: CitationContext;
  readonly ask: (citations: readonly (Citation | undefined)[]) => Texts;
  /** There are works without authors, for which titles stand. */
  readonly mayBeTitles: boolean;
}

/** The authors that stand in the sentence, of citations that have such. */
function authorsInText({ clusters, context, ask, mayBeTitles }: AuthorParts): Texts {
  const isInText = (id: string): boolean => clusters[Number(id)]?.inText === true;
  if (!clusters.some(({ inText }) => inText)) return new Map();
  const authors = [...ask(authorsOf(clusters, context, 'author'))].filter(
    ([id, text]) => isInText(id) && text.length > 0,
  );
  if (authors.length === 0 || !mayBeTitles) return new Map(authors);
  const whole = ask(authorsOf(clusters, context, 'whole'));
  return new Map(authors.map(([id, text]) => [id, authorInText(text, whole.get(id) ?? [])]));
}

/** Whether a work has an author, or somebody whom styles name in the author's place. */
function isNamed(work: CslItem | undefined): boolean {
  return work?.author !== undefined || work?.editor !== undefined || work?.translator !== undefined;
}

/** A note begins as a sentence does. */
function capitalised([first, ...others]: FormattedText): FormattedText {
  if (first === undefined) return [];
  return [{ ...first, text: first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...others];
}

/** The text of each citation by its id. */
function run(citeproc: Engine, citations: readonly (Citation | undefined)[], uncited: readonly string[]): Texts {
  // citeproc keeps what it knows of a work, which may have changed since.
  citeproc.restoreProcessorState([]);
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
