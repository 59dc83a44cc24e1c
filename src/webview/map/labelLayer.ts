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

/** A name as it is drawn: kept from one set of anchors to the next, so that the focus stays and nothing is measured twice. */
interface Name extends Size {
  readonly theme: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly fontSize: number;
  readonly element: HTMLButtonElement;
}

/** A name and where it belongs. */
export interface WantedName {
  readonly anchor: Anchor;
  /** Of the theme or part. */
  readonly id: string;
  readonly label: string;
  readonly colour: string;
}

interface Label {
  readonly anchor: Anchor;
  readonly name: Name;
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

  /** Other names, or other places for them: those of themes first, then those of their parts. */
  setNames(themes: readonly WantedName[], parts: readonly WantedName[]): void {
    const most = themes[0]?.anchor.count ?? 1;
    const sized = [
      ...themes.map((one) => ({ ...one, fontSize: Math.round(11 + 3 * Math.sqrt(one.anchor.count / most)) })),
      ...parts.map((one) => ({ ...one, fontSize: 11 })),
    ];
    const before = new Map(this.#labels.map(({ name }) => [name.theme, name]));
    this.#labels = sized.slice(0, mostLabels).map(({ anchor, id, label, colour, fontSize }) => {
      const text = displayText(label).slice(0, longestLabel);
      const known = before.get(id);
      const isSame = known?.text === text && known.fontSize === fontSize;
      const name = isSame ? known : this.#make({ theme: id, text, fontSize });
      name.element.style.setProperty('--theme-colour', colour);
      return { anchor, name };
    });
    const elements = this.#labels.map(({ name }) => name.element);
    const isOther = elements.some((one, at) => this.element.children[at] !== one);
    if (isOther || elements.length !== this.element.children.length)
      keepingFocus(this.element, () => this.element.replaceChildren(...elements));
  }

  /** Measured once, where it will stand. */
  #make({ theme, text, fontSize }: Pick<Name, 'theme' | 'text' | 'fontSize'>): Name {
    const lines = linesOf(text);
    const made = element(
      'button',
      {
        attributes: { type: 'button', class: 'label away', 'data-focus': `label-${theme}`, title: `Select “${text}”` },
        onClick: () => this.#pick(theme),
      },
      element('span', { attributes: { class: 'swatch' } }),
      element('span', {}, ...lines.map((line) => element('bdi', {}, line, ' '))),
    );
    made.style.fontSize = `${String(fontSize)}px`;
    this.element.append(made);
    return { theme, text, lines, fontSize, element: made, width: made.offsetWidth, height: made.offsetHeight };
  }

  /** Puts the names where they belong by the camera; those without room are hidden. `spare`: dots that are few. */
  place(camera: Camera, size: Size, spare: readonly Wish[]): void {
    const seen = this.#labels
      .map(({ anchor, name }) => {
        const [x, y] = toScreen(camera, size, anchor.x, anchor.y);
        return { name, x, y, width: name.width, height: name.height };
      })
      .filter(({ x, y }) => x >= 0 && y >= 0 && x <= size.width && y <= size.height)
      .slice(0, Math.max(3, (size.width * size.height) / roomForLabel));
    const places = placeLabels(seen, size, spare);
    const placeOf = new Map(seen.map(({ name }, at) => [name, places[at]]));
    this.#placed = this.#labels.flatMap(({ name }) => {
      const place = placeOf.get(name);
      name.element.classList.toggle('away', place === undefined);
      if (place === undefined) return [];
      const [x, y] = [Math.round(place[0] - name.width / 2), Math.round(place[1] - name.height / 2)];
      name.element.style.transform = `translate(${String(x)}px, ${String(y)}px)`;
      return [{ lines: name.lines, x: place[0], y: place[1], fontSize: name.fontSize }];
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
