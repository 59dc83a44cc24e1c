import type { RelatedPaper } from '../../protocol/readerMessages.ts';
import { displayText } from '../displayText.ts';
import { element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { type MathBudget, proseNodes } from './drawProse.ts';
import { drawLongList } from './longList.ts';

const firstPapers = 8;
const shownWords = 6;

/** Papers near the one shown, and what they share with it. `onOpen` is called when the writer asks for all. */
export function drawRelated(
  shown: { readonly papers: readonly RelatedPaper[]; readonly isOpen: boolean },
  context: { readonly dispatch: (action: ReaderAction) => void; readonly budget: MathBudget },
  onOpen: () => void,
): readonly Node[] {
  const { papers, isOpen } = shown;
  const draw = (paper: RelatedPaper, index: number) =>
    drawPaper(paper, context.budget, {
      id: `related-${index}`,
      open: () => context.dispatch({ type: 'askAt', what: 'openRelated', index }),
    });
  const more = { text: `Show all ${papers.length.toLocaleString('en')}`, id: 'all-related' };
  const list = drawLongList('ul', { items: papers, first: firstPapers, isOpen, draw, more, onOpen });
  return [element('h2', { attributes: { id: 'related-heading' } }, 'Related papers'), ...list];
}

function drawPaper(
  { title, byline, words }: RelatedPaper,
  budget: MathBudget,
  { id, open }: { id: string; open: () => void },
): HTMLElement {
  const name = displayText(title).trim() === '' ? 'Untitled' : title;
  const attributes = { type: 'button', class: 'link', 'data-focus': id, title: 'Open this paper' };
  const by = displayText(byline).trim();
  const shared = words
    .slice(0, shownWords)
    .map(displayText)
    .filter((word) => word.trim() !== '');
  return element(
    'li',
    {},
    element('button', { attributes, onClick: open }, element('bdi', {}, ...proseNodes(name, budget))),
    ...(by === '' ? [] : [element('span', { attributes: { class: 'byline', dir: 'auto' } }, by)]),
    ...(shared.length === 0
      ? []
      : [element('p', { attributes: { class: 'shared', dir: 'auto' } }, `In both: ${shared.join(', ')}`)]),
  );
}
