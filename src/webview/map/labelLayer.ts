import type { ThemeMap } from '../../core/themeMap/themeMap.ts';
import { displayText } from '../displayText.ts';
import { element, keepingFocus } from '../dom.ts';
import type { Anchor } from './anchors.ts';
import { toScreen, type Camera, type Size } from './camera.ts';
import { placeLabels, type Wish } from './placeLabels.ts';

/** More names than this are not read, and one for each so many square pixels. */
const mostLabels = 60;
const roomForLabel = 18_000;
const longestLabel = 60;
/** Longer names stand in two lines. */
const longLine = 16;

interface Label {
  readonly anchor: Anchor;
  readonly element: HTMLButtonElement;
  readonly lines: readonly string[];
  readonly fontSize: number;
  size: Size;
}

/** A name as it stands in the picture, by its middle. */
export interface PlacedLabel {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly fontSize: number;
}

/** The names of the themes over the map: real buttons, in the theme's fonts, none over another. */
export class LabelLayer {
  readonly element = element('div', { attributes: { class: 'labels' } });
  readonly #pick: (theme: string) => void;
  #labels: readonly Label[] = [];
  #placed: readonly PlacedLabel[] = [];

  constructor(pick: (theme: string) => void) {
    this.#pick = pick;
  }

  /** Where names stand now. */
  get placed(): readonly PlacedLabel[] {
    return this.#placed;
  }

  /** Other names, or other places for them. */
  setAnchors(map: ThemeMap, anchors: readonly Anchor[], colours: readonly string[]): void {
    const most = anchors[0]?.count ?? 1;
    keepingFocus(this.element, () => {
      this.#labels = anchors.slice(0, mostLabels).flatMap((anchor) => {
        const theme = map.themes[anchor.theme];
        if (theme === undefined) return [];
        const text = displayText(theme.label).slice(0, longestLabel);
        const fontSize = Math.round(11 + 3 * Math.sqrt(anchor.count / most));
        const lines = linesOf(text);
        return [{ anchor, lines, fontSize, size: { width: 0, height: 0 }, element: this.#make(theme.id, text, lines) }];
      });
      this.element.replaceChildren(...this.#labels.map((label) => label.element));
    });
    for (const { element: one, fontSize, anchor } of this.#labels) {
      one.style.fontSize = `${String(fontSize)}px`;
      one.style.setProperty('--theme-colour', colours[anchor.theme] ?? 'currentColor');
    }
    for (const label of this.#labels) {
      const { offsetWidth: width, offsetHeight: height } = label.element;
      label.size = { width, height };
    }
  }

  #make(theme: string, text: string, lines: readonly string[]): HTMLButtonElement {
    const made = element(
      'button',
      {
        attributes: { type: 'button', class: 'label', 'data-focus': `label-${theme}`, title: `Select “${text}”` },
        onClick: () => this.#pick(theme),
      },
      element('span', { attributes: { class: 'swatch' } }),
      element('span', {}, ...lines.map((line) => element('bdi', {}, line, ' '))),
    );
    return made;
  }

  /** Puts the names where they belong by the camera; those without room are hidden. `spare`: dots that are few. */
  place(camera: Camera, size: Size, spare: readonly Wish[]): void {
    const inView = this.#labels.map(({ anchor, size: own }) => {
      const [x, y] = toScreen(camera, size, anchor.x, anchor.y);
      return { x, y, ...own };
    });
    const isSeen = ({ x, y }: Wish): boolean => x >= 0 && y >= 0 && x <= size.width && y <= size.height;
    const seen = this.#labels
      .flatMap((label, at) => {
        const wish = inView[at];
        return wish !== undefined && isSeen(wish) ? [{ label, wish }] : [];
      })
      .slice(0, Math.max(3, (size.width * size.height) / roomForLabel));
    const places = placeLabels(
      seen.map(({ wish }) => wish),
      size,
      spare,
    );
    const placeOf = new Map(seen.map(({ label }, at) => [label, places[at]]));
    this.#placed = this.#labels.flatMap((label) => {
      const place = placeOf.get(label);
      label.element.classList.toggle('away', place === undefined);
      if (place === undefined) return [];
      const [x, y] = [Math.round(place[0] - label.size.width / 2), Math.round(place[1] - label.size.height / 2)];
      label.element.style.transform = `translate(${String(x)}px, ${String(y)}px)`;
      return [{ lines: label.lines, x: place[0], y: place[1], fontSize: label.fontSize }];
    });
  }
}

/** In two lines of about the same length, where the name is long. */
function linesOf(text: string): readonly string[] {
  if (text.length <= longLine) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const middle = text.length / 2;
  const [cut] = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return cut === undefined ? [text] : [text.slice(0, cut), text.slice(cut + 1)];
}
