import type { CslItem } from '../../core/bibliography/cslItem.ts';
import { readFrontMatter } from '../../core/bibliography/frontMatter.ts';
import type { CitedCluster, FormattedDocument } from '../../core/csl/formatRequest.ts';
import type { Paper } from '../../core/paper.ts';
import type { PreviewAnswer, PreviewCitation, WorkCard } from '../../core/preview/previewAnswer.ts';
import { cardOfPaper, cardOfWork } from '../../core/preview/workCard.ts';
import type { CitationFormatter } from '../formatting/citationFormatter.ts';
import type { CitingText } from '../bibliography/documentMetadata.ts';
import type { DocumentFormats } from '../formatting/documentFormats.ts';
import { ExpectedError } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';

/** So many works that are listed without being cited have a card. */
const mostListed = 300;

/** What a preview is made with. */
export interface PreviewParts {
  readonly library: Pick<LibraryService, 'engine' | 'state'>;
  readonly formatter: Pick<CitationFormatter, 'format'>;
  readonly documentFormats: Pick<DocumentFormats, 'of'>;
}

/** The works of a document: those that its own bibliography has, and papers of the library, by the keys that it cites. */
interface Works {
  readonly own: readonly CslItem[];
  readonly papers: ReadonlyMap<string, Paper>;
}

/**
 * Formats the citations of a document for its preview. What cannot be formatted is a problem of the answer. Rejects when
 * the engine has stopped.
 */
export async function makePreview(
  { library, formatter, documentFormats }: PreviewParts,
  document: CitingText,
  clusters: readonly CitedCluster[],
): Promise<PreviewAnswer> {
  const keys = [...new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)))];
  const format = await documentFormats.of(document, keys);
  const { bibliography, hasReferences } = readFrontMatter(document.text);
  const asked = [...new Set([...keys, ...format.listed.slice(0, mostListed)])];
  const found = await Promise.all(asked.map(async (key) => [key, await library.engine.paper(key)] as const));
  const papers = new Map(found.flatMap(([key, paper]) => (paper === undefined ? [] : [[key, paper] as const])));
  const isCiting = papers.size + format.works.length + bibliography.length > 0 || hasReferences;
  const answer = {
    marksUnknown: library.state === 'ready' && isCiting,
    title: format.title,
    isListSuppressed: format.suppressBibliography,
    citations: clusters.map(() => undefined),
    references: [],
    inNotes: false,
    problems: format.problems,
  };
  // Mentions of people and packages look like citations.
  if (!isCiting) return { ...answer, problems: [] };
  try {
    const { style, language, works, listed } = format;
    const formatted = await formatter.format({ style, language, works, listed, citations: clusters });
    const problems = [
      ...new Set([...format.problems, ...(formatted.problem === undefined ? [] : [formatted.problem])]),
    ];
    return { ...answer, ...shown(formatted, clusters, { own: works, papers }), problems };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    return { ...answer, problems: [...format.problems, error.message] };
  }
}

function shown(
  { citations, references, inNotes }: FormattedDocument,
  clusters: readonly CitedCluster[],
  { own, papers }: Works,
): Pick<PreviewAnswer, 'citations' | 'references' | 'inNotes'> {
  const places = new Map(references.flatMap(({ keys }, place) => keys.map((key) => [key, place] as const)));
  const cards = new Map<string, WorkCard>(own.map((work) => [work.id, cardOfWork(work)]));
  // The library may know more of a work, such as its abstract.
  for (const paper of papers.values()) cards.set(paper.key, cardOfPaper(paper));
  return {
    inNotes,
    citations: citations.map((citation, index): PreviewCitation => {
      const cited = (clusters[index]?.items ?? []).map(
        ({ key }) => places.get(key) ?? places.get(papers.get(key)?.key ?? key),
      );
      return { ...citation, works: [...new Set(cited.filter((place) => place !== undefined))] };
    }),
    references: references.map((reference) => ({ ...reference, card: cards.get(reference.keys[0] ?? '') })),
  };
}
