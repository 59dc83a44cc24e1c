import { button, element } from '../dom.ts';
import { copyOutcome, copyText } from './copyText.ts';

const goneText =
  'The editor does not answer; its extensions may be restarting. What you write is kept in this page, but not saved.';

/** Says that nobody saves now, over the whole page. */
export interface HostBanner {
  readonly element: HTMLElement;
  render(gone: boolean): void;
}

/** Makes the banner; `text` is what its button copies. */
export function createHostBanner(text: () => string): HostBanner {
  const words = element('p', { attributes: { class: 'alert-text', role: 'alert' } });
  const copyAll = async (): Promise<void> => {
    words.textContent = `${goneText} ${copyOutcome(await copyText(text()))}`;
  };
  const copy = button({ text: 'Copy my notes', id: 'copy-notes', kind: 'secondary' }, () => void copyAll());
  const box = element('div', { attributes: { class: 'alert host-gone', hidden: '' } }, words, copy);
  let shown = false;
  return {
    element: box,
    render(gone) {
      if (gone === shown) return;
      shown = gone;
      box.hidden = !gone;
      words.textContent = gone ? goneText : '';
    },
  };
}
