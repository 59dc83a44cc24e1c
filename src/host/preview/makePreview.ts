import type { Paper } from '../../core/paper.ts';
import { readFrontMatter } from '../../core/bibliography/frontMatter.ts';
import type { CitedCluster, FormattedDocument } from '../../core/csl/formatRequest.ts';
import type { PreviewAnswer, PreviewCitation, WorkCard } from '../../core/preview/previewAnswer.ts';
import { byline } from '../../core/text/byline.ts';
import { shorten } from '../../core/text/plainText.ts';
import type { CitationFormatter } from '../formatting/citationFormatter.ts';
import { ExpectedError } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';

const longestTitle = 300;
const longestAbstract = 1_500;

/** What a preview is made with. */
export interface PreviewParts {
  readonly library: Pick<LibraryService, 'engine' | 'state'>;
  readonly formatter: Pick<CitationFormatter, 'format'>;
}

/**
 * Formats the citations of a document for its preview. What cannot be formatted is a problem of the answer. Rejects when
 * the engine has stopped.
 */
export async function makePreview(
  { library, formatter }: PreviewParts,
  text: string,
  clusters: readonly CitedCluster[],
): Promise<PreviewAnswer> {
  const keys = [...new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)))];
  const found = await Promise.all(keys.map(async (key) => [key, await library.engine.paper(key)] as const));
  const papers = new Map(found.flatMap(([key, paper]) => (paper === undefined ? [] : [[key, paper] as const])));
  const frontMatter = readFrontMatter(text);
  const hasBibliography = frontMatter.bibliography.length > 0 || frontMatter.hasReferences;
  const marksUnknown = library.state === 'ready' && (papers.size > 0 || hasBibliography);
  const common = { marksUnknown, title: '', isListSuppressed: false };
  // Mentions of people and packages look like citations.
  if (papers.size === 0 && !hasBibliography) {
    return { ...common, citations: clusters.map(() => undefined), references: [], inNotes: false, problems: [] };
  }
  try {
    const formatted = await formatter.format({ citations: clusters });
    return { ...common, ...shown(formatted, clusters, papers) };
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error;
    const citations = clusters.map(() => undefined);
    return { ...common, citations, references: [], inNotes: false, problems: [error.message] };
  }
}

function shown(
  { citations, references, inNotes, problem }: FormattedDocument,
  clusters: readonly CitedCluster[],
  papers: ReadonlyMap<string, Paper>,
): Pick<PreviewAnswer, 'citations' | 'references' | 'inNotes' | 'problems'> {
  const places = new Map(references.flatMap(({ keys }, place) => keys.map((key) => [key, place] as const)));
  const byKey = new Map([...papers.values()].map((paper) => [paper.key, paper]));
  return {
    inNotes,
    problems: problem === undefined ? [] : [problem],
    citations: citations.map((citation, index): PreviewCitation => {
      const cited = (clusters[index]?.items ?? []).map(({ key }) => places.get(papers.get(key)?.key ?? key));
      return { ...citation, works: [...new Set(cited.filter((place) => place !== undefined))] };
    }),
    references: references.map((reference) => {
      const paper = byKey.get(reference.keys[0] ?? '');
      return { ...reference, card: paper && cardOf(paper) };
    }),
  };
}

function cardOf(paper: Paper): WorkCard {
  return {
    title: shorten(paper.title, longestTitle),
    byline: [byline(paper), paper.venue ?? ''].filter((part) => part !== '').join(' · '),
    abstract: shorten(paper.abstract, longestAbstract),
  };
}
