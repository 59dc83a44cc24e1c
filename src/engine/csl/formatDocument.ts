import type { Citation, Engine } from 'citeproc';
import type { CslItem } from '../../core/bibliography/cslItem.ts';
import type { CitedCluster, FormattedCitation, FormattedDocument } from '../../core/csl/formatRequest.ts';
import { textOf, type FormattedText } from '../../core/csl/formattedText.ts';
import { authorInText } from '../../core/csl/authorInText.ts';
import { readCiteprocHtml } from '../../core/csl/readCiteprocHtml.ts';
import { authorsOf, citationsOf, type CitationContext } from './citeprocCitations.ts';
import type { Processor } from './processor.ts';
import { referencesOf } from './referencesOf.ts';
import { collapsesYears, isSaidApart } from './saidApart.ts';
import { inRuns, joined } from './sortedRuns.ts';
import { withOptions } from './withOptions.ts';

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
  const context: CitationContext = {
    locatorTerms,
    rangeDelimiter: citeproc.getTerm('page-range-delimiter') ?? '–',
    inNotes: style.inNotes,
    idOf: (key) => workOf(key)?.id,
  };
  const cited = new Set(
    citationsOf(clusters, context, new Set()).flatMap(({ citationItems }) => citationItems.map(({ id }) => id)),
  );
  const keys = [...clusters.flatMap(({ items }) => items.map(({ key }) => key)), ...listed];
  const works = new Map(keys.flatMap((key) => workOf(key) ?? []).map((work) => [work.id, work]));
  const uncited = [...works.keys()].filter((id) => !cited.has(id));
  const known = new Map([...uncited, ...cited].flatMap((id) => works.get(id) ?? []).map((work) => [work.id, work]));
  processor.setWorks(known);
  const ask = (citations: readonly Citation[]): Texts => run(citeproc, citations, uncited);
  const isUnnamed = ({ inText, items: [first] }: CitedCluster): boolean =>
    inText && first !== undefined && !isNamed(workOf(first.key));
  const authors = authorsInText({ clusters, context, ask, mayBeTitles: clusters.some(isUnnamed) });
  const named = new Set(authors.keys());
  const citations = sortedInRuns(citationsOf(clusters, context, named), named, ask);
  const hasInNotes = style.inNotes && clusters.some(({ inNote }) => inNote === true);
  const format = (): Texts => textsOf({ citeproc, citations, works: known, ask });
  const bare = hasInNotes ? withOptions(citeproc, { layout_suffix: '' }, format) : undefined;
  const texts = format();
  return {
    kind: 'formatted',
    style: style.title,
    inNotes: style.inNotes,
    citations: clusters.map(({ items, inNote }, index): FormattedCitation => {
      const unknown = items.map(({ key }) => key).filter((key) => workOf(key) === undefined);
      const id = String(index);
      const text = texts.get(id) ?? [];
      const isNote = style.inNotes && inNote !== true;
      const citation = { author: authors.get(id) ?? [], text: isNote ? capitalised(text) : text, unknown };
      return inNote === true && bare !== undefined ? { ...citation, bare: bare.get(id) ?? [] } : citation;
    }),
    references: referencesOf(citeproc, known),
  };
}

/** By the index of the citation. */
type Texts = ReadonlyMap<string, FormattedText>;

/** What authors in the sentence are made of. */
interface AuthorParts {
  readonly clusters: readonly CitedCluster[];
  readonly context: CitationContext;
  readonly ask: (citations: readonly Citation[]) => Texts;
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

/** What citations are formatted with, in their final order. */
interface TextParts {
  readonly citeproc: Engine;
  readonly citations: readonly Citation[];
  readonly works: ReadonlyMap<string, CslItem>;
  readonly ask: (citations: readonly Citation[]) => Texts;
}

/** The texts, of citations in which something is said of one of two works with all the names and years. */
function textsOf({ citeproc, citations, works, ask }: TextParts): Texts {
  const apart = collapsesYears(citeproc)
    ? citations.filter(({ citationItems }) => isSaidApart(citationItems, works))
    : [];
  if (apart.length === 0) return ask(structuredClone(citations));
  const whole = withOptions(citeproc, { collapse: [] }, () => ask(structuredClone(citations)));
  const texts = new Map(ask(structuredClone(citations)));
  for (const { citationID } of apart) texts.set(citationID, whole.get(citationID) ?? []);
  return texts;
}

/** The citations, those that are sorted run by run in their final order. `named`: their authors stand before them. */
function sortedInRuns(
  citations: readonly Citation[],
  named: ReadonlySet<string>,
  ask: (citations: readonly Citation[]) => Texts,
): readonly Citation[] {
  const apart = citations.map((citation) => inRuns(citation, named.has(citation.citationID)));
  if (apart.every((runs) => runs === undefined)) return citations;
  // citeproc writes into what it is given.
  ask(citations.flatMap((citation, index) => apart[index]?.parts ?? [structuredClone(citation)]));
  return citations.map((citation, index) => {
    const runs = apart[index];
    return runs === undefined ? citation : joined(runs);
  });
}

/** The text of each citation by its id. */
function run(citeproc: Engine, citations: readonly Citation[], uncited: readonly string[]): Texts {
  // Numbers of works that are cited depend on those that only the list has.
  if (uncited.length > 0) citeproc.updateUncitedItems(uncited);
  const answers = citeproc.rebuildProcessorState(citations, 'html', uncited);
  return new Map(answers.map(([id, , html]) => [id, printed(readCiteprocHtml(html).text)]));
}

/** Of a citation of which nothing is left, citeproc says so in words. */
function printed(text: FormattedText): FormattedText {
  return /^\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: [^\]]*)\]$/.test(textOf(text)) ? [] : text;
}
