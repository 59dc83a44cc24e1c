import { button, element } from '../dom.ts';
import type { PictureFormat } from '../../protocol/mapMessages.ts';

/** What the buttons do. */
export interface ToolbarActions {
  zoom(factor: number): void;
  reset(): void;
  toggleLasso(): void;
  toggleList(): void;
  save(format: PictureFormat): void;
}

/** The buttons over the map. */
export class Toolbar {
  readonly element: HTMLElement;
  /** What moves the picture is of no use in the list. */
  readonly #ofPicture: readonly HTMLButtonElement[];
  readonly #lasso: HTMLButtonElement;
  readonly #list: HTMLButtonElement;

  constructor(actions: ToolbarActions) {
    this.#lasso = make('Lasso', 'Lasso: drag around papers (or drag with Shift)', () => actions.toggleLasso());
    this.#list = make('List', 'List of all papers', () => actions.toggleList());
    const moves = [
      make('+', 'Zoom in (+)', () => actions.zoom(1.5)),
      make('−', 'Zoom out (−)', () => actions.zoom(1 / 1.5)),
      make('Show All', 'Show All (0)', () => actions.reset()),
    ];
    this.#ofPicture = [...moves, this.#lasso];
    this.element = element(
      'div',
      { attributes: { class: 'toolbar', role: 'toolbar', 'aria-label': 'Theme map' } },
      ...moves,
      this.#lasso,
      this.#list,
      make('SVG…', 'Export as SVG…', () => actions.save('svg')),
      make('PNG…', 'Export as PNG…', () => actions.save('png')),
    );
    this.show({ lasso: false, list: false });
  }

  /** Which of the two that stay pressed are. */
  show({ lasso, list }: { readonly lasso: boolean; readonly list: boolean }): void {
    this.#lasso.setAttribute('aria-pressed', String(lasso));
    this.#list.setAttribute('aria-pressed', String(list));
    for (const tool of this.#ofPicture) tool.disabled = list;
  }
}

function make(text: string, label: string, run: () => void): HTMLButtonElement {
  return button({ text, id: `tool-${label}`, kind: 'tool', label, title: label }, run);
}
