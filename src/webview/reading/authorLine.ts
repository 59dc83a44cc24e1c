import { button } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { searchButton } from './searchButton.ts';

/** More authors than this are behind a button: some papers have thousands. */
const shownAuthors = 12;

/** Names, each a search. Whoever asks for all of them goes on at the first name that came. */
export function drawAuthors(
  authors: readonly string[],
  dispatch: (action: ReaderAction) => void,
): readonly (Node | string)[] {
  const draw = (names: readonly string[], from: number) =>
    names.flatMap((value, at) => {
      const name = searchButton({ fact: 'author', index: from + at, value, kind: 'term' }, dispatch);
      return from + at === 0 ? [name] : [', ', name];
    });
  // Nobody is helped by "+ 1 more".
  const first = authors.length <= shownAuthors + 1 ? authors : authors.slice(0, shownAuthors);
  const names = draw(first, 0);
  if (first === authors) return names;
  const text = `+ ${(authors.length - shownAuthors).toLocaleString('en')} more`;
  const label = `${text} authors`;
  const more = button({ text, label, id: 'authors', kind: 'more' }, () => {
    const rest = draw(authors.slice(shownAuthors), shownAuthors);
    more.replaceWith(...rest);
    const [, next] = rest;
    if (next instanceof HTMLElement) next.focus();
  });
  return [...names, ' ', more];
}
