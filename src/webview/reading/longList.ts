import { button, element } from '../dom.ts';

/**
 * A list that begins short: what is over `first` items comes when its button is pressed, and the first of them gets the
 * focus. `name` is what the button is called, and its name for `keepingFocus`.
 */
export interface LongList<T> {
  readonly items: readonly T[];
  readonly first: number;
  readonly isOpen: boolean;
  readonly draw: (item: T, index: number) => HTMLElement;
  readonly more: { readonly text: string; readonly id: string };
  readonly onOpen: () => void;
}

/** The list, and below it the button while there is more. */
export function drawLongList<T>(
  tag: 'ul' | 'ol',
  { items, first, isOpen, draw, more, onOpen }: LongList<T>,
): readonly HTMLElement[] {
  const shown = isOpen ? items.length : Math.min(first, items.length);
  const list = element(tag, {}, ...items.slice(0, shown).map(draw));
  if (shown === items.length) return [list];
  const opener = button({ ...more, kind: 'more' }, () => {
    const rest = items.slice(shown).map((item, index) => draw(item, shown + index));
    list.append(...rest);
    opener.remove();
    onOpen();
    rest[0]?.querySelector('button')?.focus();
  });
  return [list, opener];
}
