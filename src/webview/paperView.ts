import type { ReaderPaper } from '../protocol/readerMessages.ts';
import { element } from './dom.ts';
import type { ReaderAction, ReaderState } from './readerState.ts';
import { beginningOf, drawAbstract, type ShownAbstract } from './reading/abstractView.ts';
import { drawAuthors } from './reading/authorLine.ts';
import { type CitedIn, drawCitedIn } from './reading/citedIn.ts';
import { drawDetails, type RowFacts } from './reading/details.ts';
import { drawProse, newMathBudget } from './reading/drawProse.ts';
import { drawFacts, type LineFacts } from './reading/factLine.ts';
import { drawLinks } from './reading/linkLine.ts';
import { type ProsePiece, readPaperText } from './reading/paperText.ts';
import { redrawn } from './reading/part.ts';
import { drawRelated } from './reading/relatedPapers.ts';

type Dispatch = (action: ReaderAction) => void;

/** The paper in the page: its head, its abstract, and what stands around it. Only what differs is drawn anew. */
export interface PaperView {
  readonly head: HTMLElement;
  readonly abstract: HTMLElement;
  /** Details, places that cite it, papers near it. The last two come late, and nothing stands below them. */
  readonly around: readonly HTMLElement[];
  render(paper: ReaderPaper, around: ReaderState['around']): void;
}

/** Makes the parts of the page; what the writer does goes to `dispatch`. */
export function createPaperView(dispatch: Dispatch): PaperView {
  const head = createHead(dispatch);
  const text = createText(head.title);
  const cited = createCited(dispatch);
  const related = createRelated(dispatch);
  let key: string | undefined;
  let shown: ReaderPaper | undefined;
  return {
    head: head.element,
    abstract: text.abstract,
    around: [head.details, cited.element, related.element],
    render(paper, around) {
      const isOther = paper.key !== key;
      key = paper.key;
      if (paper !== shown) {
        head.render(paper);
        text.render(paper, isOther);
        shown = paper;
      }
      cited.render(around.citedIn, isOther);
      // Below a list that is still to come it would move at once.
      related.render(around.citedIn === undefined ? undefined : around.related);
    },
  };
}

function createHead(dispatch: Dispatch) {
  const title = element('h1', { attributes: { dir: 'auto' } });
  const authors = element('p', { attributes: { class: 'authors' } });
  const facts = element('p', { attributes: { class: 'facts' } });
  const links = element('ul', { attributes: { class: 'links', 'aria-label': 'Links' } });
  const details = element('section', { attributes: { class: 'details', 'aria-label': 'Details' } });
  const showAuthors = redrawn<readonly string[]>(authors, (names) => drawAuthors(names, dispatch));
  const showFacts = redrawn<LineFacts>(facts, (line) => drawFacts(line, dispatch));
  const showLinks = redrawn<ReaderPaper['links']>(links, (all) => drawLinks(all, dispatch));
  const showDetails = redrawn<RowFacts>(details, (rows) => drawDetails(rows, dispatch));
  return {
    title,
    details,
    element: element('header', { attributes: { class: 'head' } }, title, authors, facts, links),
    render(paper: ReaderPaper) {
      const { venue, year, key, lastOpened, versions, sources, themes, keywords } = paper;
      authors.hidden = paper.authors.length === 0;
      showAuthors(paper.authors);
      showFacts({ venue, year, key, lastOpened });
      showLinks(paper.links);
      links.hidden = links.childElementCount === 0;
      showDetails({ versions, sources, themes, keywords });
      details.hidden = details.childElementCount === 0;
    },
  };
}

function createText(title: HTMLElement) {
  const attributes = { class: 'abstract', 'aria-labelledby': 'abstract-heading' };
  const abstract = element('section', { attributes });
  let budget = newMathBudget();
  let whole: ReaderPaper | undefined;
  const showTitle = redrawn<readonly ProsePiece[]>(title, (pieces) => drawProse(pieces, budget));
  const showAbstract = redrawn<ShownAbstract>(abstract, (shown) =>
    drawAbstract(shown, budget, () => {
      isOpen = true;
      if (whole !== undefined) draw(whole);
    }),
  );
  let isOpen = false;
  const draw = (paper: ReaderPaper) => {
    const beginning = isOpen ? paper.abstract : beginningOf(paper.abstract);
    const text = readPaperText({ ...paper, abstract: beginning });
    budget = newMathBudget();
    showTitle(text.title);
    const cutFrom = beginning === paper.abstract ? undefined : paper.abstract.length;
    showAbstract({ paragraphs: text.paragraphs, cutFrom });
  };
  return {
    abstract,
    render(paper: ReaderPaper, isOther: boolean) {
      if (isOther) isOpen = false;
      whole = paper;
      draw(paper);
    },
  };
}

function createCited(dispatch: Dispatch) {
  const section = element('section', { attributes: { class: 'cited', 'aria-labelledby': 'cited-heading' } });
  let isOpen = false;
  const show = redrawn<CitedIn | undefined>(section, (cited) =>
    drawCitedIn(cited, dispatch, () => {
      isOpen = true;
    }),
  );
  let shown: unknown = section;
  return {
    element: section,
    render(cited: ReaderState['around']['citedIn'], isOther: boolean) {
      if (isOther) isOpen = false;
      if (cited === shown && !isOther) return;
      shown = cited;
      show(cited && { places: cited.places, count: cited.count, searching: cited.searching, isOpen });
    },
  };
}

function createRelated(dispatch: Dispatch) {
  const section = element('section', { attributes: { class: 'related', 'aria-labelledby': 'related-heading' } });
  const show = redrawn<NonNullable<ReaderState['around']['related']>>(section, (papers) =>
    drawRelated(papers, newMathBudget(), dispatch),
  );
  return {
    element: section,
    render(papers: ReaderState['around']['related'] = []) {
      section.hidden = papers.length === 0;
      show(papers);
    },
  };
}
