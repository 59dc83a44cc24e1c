import { button, element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';
import { stepFrom } from './rovingFocus.ts';

const choices: readonly { readonly text: string; readonly action: ReaderAction }[] = [
  { text: 'Citation key', action: { type: 'ask', what: 'copyKey' } },
  { text: 'BibTeX entry', action: { type: 'copyAs', format: 'bibtex' } },
  { text: 'Formatted reference', action: { type: 'copyAs', format: 'text' } },
  { text: 'Other form…', action: { type: 'copyAs', format: 'other' } },
];

/** The menu that `opener` opens below itself. It closes by itself when the writer looks elsewhere. */
export function createCopyMenu(opener: HTMLButtonElement, dispatch: (action: ReaderAction) => void): HTMLElement {
  const items = choices.map(({ text, action }) => {
    const item = button({ text, id: `copy-${text}`, kind: 'menu-item' }, () => {
      // Gives the focus back to the opener.
      menu.hidePopover();
      dispatch(action);
    });
    item.setAttribute('role', 'menuitem');
    item.tabIndex = -1;
    return item;
  });
  const attributes = { class: 'menu', role: 'menu', popover: 'auto', 'aria-label': 'Copy as' };
  const menu = element('div', { attributes }, ...items);
  opener.setAttribute('aria-haspopup', 'menu');
  opener.setAttribute('aria-expanded', 'false');
  opener.popoverTargetElement = menu;
  menu.addEventListener('toggle', (event) => {
    const isOpen = event.newState === 'open';
    opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) items[0]?.focus();
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Tab') menu.hidePopover();
    const at = items.findIndex((item) => item === event.target);
    const to = at < 0 ? undefined : stepFrom(at, event.key, items.length);
    if (to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  });
  return menu;
}
