import { button, element } from '../dom.ts';

/** Says what is selected, and what can be done with it. */
export class SelectionBar {
  readonly element: HTMLElement;
  readonly #text = element('span', { attributes: { role: 'status', dir: 'auto' } });
  readonly #filter: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;

  constructor(actions: { filter(): void; clear(): void }) {
    this.#filter = button({ text: 'Filter Tree', id: 'filter', kind: 'primary' }, () => actions.filter());
    this.#clear = button({ text: 'Clear', id: 'clear', kind: 'secondary' }, () => actions.clear());
    this.element = element('div', { attributes: { class: 'selection' } }, this.#text, this.#filter, this.#clear);
    this.show(undefined);
  }

  /** `undefined`: nothing is selected. */
  show(selected: { readonly count: number; readonly name: string | undefined } | undefined): void {
    const isNone = selected === undefined;
    this.element.classList.toggle('empty', isNone);
    this.#filter.hidden = isNone;
    this.#clear.hidden = isNone;
    this.#filter.disabled = selected?.count === 0;
    this.#text.textContent = isNone ? '' : textOf(selected);
  }
}

function textOf({ count, name }: { readonly count: number; readonly name: string | undefined }): string {
  const papers = count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`;
  return name === undefined ? `${papers} selected` : `${name}: ${papers} selected`;
}
