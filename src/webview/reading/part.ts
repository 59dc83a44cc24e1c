import { keepingFocus } from '../dom.ts';

/**
 * A part of the page that is drawn anew only when what it shows differs, so that selection and focus elsewhere, and within
 * what did not change, are left alone. Gives the function that shows a value; `draw` says what `element` then contains.
 */
export function redrawn<T>(element: HTMLElement, draw: (value: T) => readonly (Node | string)[]): (value: T) => void {
  let shown: { readonly value: T; readonly text: string } | undefined;
  return (value) => {
    if (shown !== undefined && shown.value === value) return;
    const text = JSON.stringify(value);
    if (shown === undefined || shown.text !== text)
      keepingFocus(element, () => element.replaceChildren(...draw(value)));
    shown = { value, text };
  };
}
