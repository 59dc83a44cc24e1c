import { displayText } from '../displayText.ts';
import { element } from '../dom.ts';
import type { Size } from './camera.ts';

/** What is said of a paper under the pointer. */
export interface CardPaper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number | undefined;
  readonly theme: string;
}

const mostAuthors = 6;
const longestTitle = 300;

/** The small card beside the pointer: title, authors and year, theme. */
export class HoverCard {
  readonly element = element('div', { attributes: { class: 'card', hidden: '' } });

  /** Shows a paper beside a point, where there is room. */
  show({ title, authors, year, theme }: CardPaper, [x, y]: readonly [number, number], size: Size): void {
    const names = authors.length > mostAuthors ? [...authors.slice(0, mostAuthors), '…'] : authors;
    const facts = [names.join(', '), year === undefined ? '' : String(year)].filter((part) => part !== '').join(' · ');
    const lines = [
      element('p', { attributes: { class: 'card-title', dir: 'auto' } }, displayText(title).slice(0, longestTitle)),
      ...(facts === '' ? [] : [element('p', { attributes: { dir: 'auto' } }, displayText(facts))]),
      element('p', { attributes: { class: 'card-theme', dir: 'auto' } }, displayText(theme)),
    ];
    this.element.replaceChildren(...lines);
    this.element.hidden = false;
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = x + 14 + width > size.width ? Math.max(4, x - 14 - width) : x + 14;
    const top = y + 14 + height > size.height ? Math.max(4, y - 14 - height) : y + 14;
    this.element.style.transform = `translate(${String(Math.round(left))}px, ${String(Math.round(top))}px)`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
