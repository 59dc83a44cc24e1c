import type { ThemeMap } from '../../core/themeMap/themeMap.ts';
import type { MapRow } from '../../protocol/mapMessages.ts';
import { displayText } from '../displayText.ts';
import { element, keepingFocus } from '../dom.ts';

/** What the list asks for. */
export interface ListActions {
  /** Rows of a theme from a place on: `addRows` gets them. */
  ask(theme: string, from: number): void;
  open(key: string): void;
  select(theme: string): void;
}

interface OpenTheme {
  readonly rows: MapRow[];
  more: boolean;
}

/** The same papers as a list, for those who do not use a picture: themes as headings, papers in pages. */
export class PaperList {
  readonly element = element('div', { attributes: { class: 'list', 'aria-label': 'Papers by theme', role: 'region' } });
  readonly #actions: ListActions;
  readonly #open = new Map<string, OpenTheme>();
  #map: ThemeMap | undefined;
  #colours: readonly string[] = [];
  #isShown = false;

  constructor(actions: ListActions) {
    this.#actions = actions;
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
    this.element.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLButtonElement) this.#setStop(target);
    });
  }

  /** Draws nothing while it is not to be seen. */
  show(isShown: boolean): void {
    this.#isShown = isShown;
    this.element.hidden = !isShown;
    this.#draw();
  }

  /** Another library: pages of themes that are open are asked for anew. */
  setMap(map: ThemeMap, colours: readonly string[]): void {
    this.#map = map;
    this.#colours = colours;
    const known = new Set(map.themes.map(({ id }) => id));
    for (const theme of this.#open.keys()) {
      if (known.has(theme)) this.#actions.ask(theme, 0);
      else this.#open.delete(theme);
    }
    this.#draw();
  }

  /** An answer to `ask`; one that does not go on where the list ends is too late and passed over. */
  addRows({ theme, from, rows, more }: { theme: string; from: number; rows: readonly MapRow[]; more: boolean }): void {
    const open = this.#open.get(theme);
    if (open === undefined || from > open.rows.length) return;
    open.rows.splice(from, Infinity, ...rows);
    open.more = more;
    this.#draw();
  }

  #draw(): void {
    if (!this.#isShown || this.#map === undefined) return;
    const { themes } = this.#map;
    keepingFocus(this.element, () => {
      this.element.replaceChildren(
        ...themes.filter(({ count }) => count > 0).map((theme) => this.#section(theme, themes.indexOf(theme))),
      );
    });
    const buttons = this.#buttons();
    const focused = buttons.find((one) => one === document.activeElement) ?? buttons[0];
    if (focused !== undefined) this.#setStop(focused);
  }

  #section({ id, label, count }: ThemeMap['themes'][number], number: number): HTMLElement {
    const open = this.#open.get(id);
    const swatch = element('span', { attributes: { class: 'swatch' } });
    swatch.style.setProperty('--theme-colour', this.#colours[number] ?? 'currentColor');
    const toggle = this.#button(`theme-${id}`, 'heading', () => this.#toggle(id));
    toggle.setAttribute('aria-expanded', String(open !== undefined));
    toggle.append(
      swatch,
      element('bdi', {}, displayText(label)),
      element('span', { attributes: { class: 'count' } }, ` ${count.toLocaleString('en')}`),
    );
    const select = this.#button(`select-${id}`, 'link', () => this.#actions.select(id));
    select.append('Select');
    select.setAttribute('aria-label', `Select ${displayText(label)}`);
    const head = element('div', { attributes: { class: 'list-head' } }, element('h2', {}, toggle), select);
    return element('section', {}, head, ...(open === undefined ? [] : [this.#papers(id, open)]));
  }

  #papers(theme: string, { rows, more }: OpenTheme): HTMLElement {
    const items = rows.map(({ key, title, byline }) => {
      const paper = this.#button(`paper-${theme}-${key}`, 'row', () => this.#actions.open(key));
      paper.append(element('bdi', {}, displayText(title)));
      if (byline !== '') paper.append(element('span', { attributes: { class: 'byline' } }, displayText(byline)));
      return element('li', {}, paper);
    });
    if (more) {
      const next = this.#button(`more-${theme}`, 'link', () => this.#actions.ask(theme, rows.length));
      next.append('Show More');
      items.push(element('li', {}, next));
    }
    return element('ul', {}, ...items);
  }

  #button(id: string, kind: string, onClick: () => void): HTMLButtonElement {
    return element('button', {
      attributes: { type: 'button', class: kind, 'data-focus': id, tabindex: '-1' },
      onClick,
    });
  }

  #toggle(theme: string): void {
    if (this.#open.delete(theme)) this.#draw();
    else {
      this.#open.set(theme, { rows: [], more: false });
      this.#draw();
      this.#actions.ask(theme, 0);
    }
  }

  #buttons(): readonly HTMLButtonElement[] {
    return [...this.element.querySelectorAll('button')];
  }

  /** One stop for Tab: the arrow keys go on from there. */
  #setStop(button: HTMLButtonElement): void {
    for (const one of this.element.querySelectorAll('button[tabindex="0"]')) one.setAttribute('tabindex', '-1');
    button.tabIndex = 0;
  }

  #onKey(event: KeyboardEvent): void {
    const buttons = this.#buttons();
    const at = buttons.findIndex((one) => one === document.activeElement);
    const to = nextStop(event.key, at, buttons.length);
    const current = buttons[at];
    if (to !== undefined) buttons[to]?.focus();
    else if (current !== undefined && opens(event.key, current)) current.click();
    else return;
    event.preventDefault();
  }
}

function nextStop(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** Right opens a heading, Left closes it. */
function opens(key: string, button: HTMLButtonElement): boolean {
  const expanded = button.getAttribute('aria-expanded');
  return (key === 'ArrowRight' && expanded === 'false') || (key === 'ArrowLeft' && expanded === 'true');
}
