import type { ReaderPaper } from '../../protocol/readerMessages.ts';
import { displayText } from '../displayText.ts';
import { button, element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { openedAgo } from './openedAgo.ts';
import { searchButton } from './searchButton.ts';

/** What the line below the authors tells. */
export type LineFacts = Pick<ReaderPaper, 'venue' | 'year' | 'key' | 'lastOpened'>;

/** Where and when, the citation key, and when it was read last. */
export function drawFacts(facts: LineFacts, dispatch: (action: ReaderAction) => void): readonly (Node | string)[] {
  const { venue = '', year, key, lastOpened } = facts;
  const parts: HTMLElement[] = [];
  if (venue !== '') parts.push(searchButton({ fact: 'venue', index: 0, value: venue, kind: 'term' }, dispatch));
  if (year !== undefined) {
    parts.push(searchButton({ fact: 'year', index: 0, value: String(year), kind: 'term' }, dispatch));
  }
  const look = { text: `@${displayText(key)}`, id: 'key', kind: 'term key', title: 'Copy the citation key' };
  parts.push(button(look, () => dispatch({ type: 'ask', what: 'copyKey' })));
  if (lastOpened !== undefined) {
    const title = new Date(lastOpened).toLocaleString();
    parts.push(element('span', { attributes: { title } }, openedAgo(lastOpened, Date.now())));
  }
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}
