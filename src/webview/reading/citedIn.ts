import type { CitedPlace } from '../../protocol/readerMessages.ts';
import { displayText } from '../displayText.ts';
import { button, element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';

/** The first of many places: more would push the rest of the page away. */
const firstPlaces = 5;

/** Places that cite the paper; `count` are there in all. `undefined` while nothing was said yet. */
export interface CitedIn {
  readonly places: readonly CitedPlace[];
  readonly count: number;
  readonly searching: boolean;
  /** All places that are known are shown. */
  readonly isOpen: boolean;
}

/** What the section says and lists; `onOpen` is called when the writer asks for all. */
export function drawCitedIn(
  cited: CitedIn | undefined,
  dispatch: (action: ReaderAction) => void,
  onOpen: () => void,
): readonly Node[] {
  const count = cited?.count ?? 0;
  const number = element('span', { attributes: { class: 'count' } }, count.toLocaleString('en'));
  const heading = element(
    'h2',
    { attributes: { id: 'cited-heading' } },
    'Cited in',
    ...(count === 0 ? [] : [' ', number]),
  );
  if (cited === undefined || count === 0)
    return [
      heading,
      quiet(cited?.searching === false ? 'No text in the workspace cites it yet.' : 'Looking through the workspace…'),
    ];
  const { places, searching, isOpen } = cited;
  const entries = places.map((place, index) =>
    drawPlace(place, () => dispatch({ type: 'askAt', what: 'openCitedPlace', index }), index),
  );
  const list = isOpen || entries.length <= firstPlaces ? [element('ol', {}, ...entries)] : beginningOf(entries, onOpen);
  const left = count - places.length;
  const beyond = left > 0 ? [quiet(`${left.toLocaleString('en')} more are not listed.`)] : [];
  return [heading, ...list, ...beyond, ...(searching ? [quiet('Looking through the workspace…')] : [])];
}

/** The first entries, and a button that brings the others; the first of them then gets the focus. */
function beginningOf(entries: readonly HTMLElement[], onOpen: () => void): readonly HTMLElement[] {
  const list = element('ol', {}, ...entries.slice(0, firstPlaces));
  const look = { text: `Show all ${entries.length.toLocaleString('en')}`, id: 'all-places', kind: 'more' };
  const opener = button(look, () => {
    list.replaceChildren(...entries);
    opener.remove();
    onOpen();
    entries[firstPlaces]?.querySelector('button')?.focus();
  });
  return [list, opener];
}

/** The whole entry may be clicked, but for those who select text in it; the button is for the keyboard and screen readers. */
function drawPlace({ path, line, before, citation, after }: CitedPlace, open: () => void, index: number): HTMLElement {
  const where = `${displayText(path)}:${line}`;
  const name = button(
    { text: where, id: `place-${index}`, kind: 'link', title: 'Go to this citation' },
    () => undefined,
  );
  const sentence = element(
    'p',
    { attributes: { class: 'sentence', dir: 'auto' } },
    displayText(before),
    element('strong', {}, displayText(citation)),
    displayText(after),
  );
  const entry = element('li', { attributes: { class: 'entry' } }, name, sentence);
  entry.addEventListener('click', ({ target }) => {
    const isSelecting = document.getSelection()?.isCollapsed === false;
    if (!isSelecting || (target instanceof Node && name.contains(target))) open();
  });
  return entry;
}

function quiet(text: string): HTMLElement {
  return element('p', { attributes: { class: 'quiet' } }, text);
}
