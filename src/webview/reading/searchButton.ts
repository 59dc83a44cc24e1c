import type { SearchableFact } from '../../protocol/readerMessages.ts';
import { displayText } from '../displayText.ts';
import { button, element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';

/** A fact of the paper, by its index among its kind. */
export interface ShownFact {
  readonly fact: SearchableFact;
  readonly index: number;
  readonly value: string;
  readonly kind: 'term' | 'chip';
}

/** A fact as a button that searches for it; a text that shows nothing is no button, since a button needs a name. */
export function searchButton(
  { fact, index, value, kind }: ShownFact,
  dispatch: (action: ReaderAction) => void,
): HTMLElement {
  const text = displayText(value);
  if (text.trim() === '') return element('bdi', {}, text);
  const look = { text, id: `${fact}-${index}`, kind, title: `Search for this ${fact}` };
  return button(look, () => dispatch({ type: 'searchFor', fact, index }));
}
