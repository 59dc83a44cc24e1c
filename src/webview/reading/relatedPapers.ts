import type { RelatedPaper } from '../../protocol/readerMessages.ts';
import { displayText } from '../displayText.ts';
import { element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { type MathBudget, proseNodes } from './drawProse.ts';

const shownWords = 6;

/** Papers near the one shown, and what they share with it. */
export function drawRelated(
  papers: readonly RelatedPaper[],
  budget: MathBudget,
  dispatch: (action: ReaderAction) => void,
): readonly Node[] {
  const drawn = papers.map((paper, index) =>
    drawPaper(paper, budget, {
      id: `related-${index}`,
      open: () => dispatch({ type: 'askAt', what: 'openRelated', index }),
    }),
  );
  return [element('h2', { attributes: { id: 'related-heading' } }, 'Related papers'), element('ul', {}, ...drawn)];
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
