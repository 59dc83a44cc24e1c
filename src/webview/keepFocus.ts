/**
 * Gives the focus back to what had it when the page lost it, such as to a search that was left again. Chromium clears the
 * focus of a frame that loses it, so that the keyboard would start anew at the top of the page.
 */
export function keepFocus(): void {
  let last: HTMLElement | undefined;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof HTMLElement ? target : undefined;
  });
  // Who clicks says where the focus is to be.
  document.addEventListener('pointerdown', () => {
    last = undefined;
  });
  addEventListener('focus', () => {
    if (last === undefined || document.activeElement !== document.body) return;
    current(last)?.focus({ preventScroll: true });
  });
}

/** The element itself, or what was drawn in its place meanwhile. */
function current(element: HTMLElement): HTMLElement | null {
  const name = element.getAttribute('data-focus');
  if (element.isConnected || name === null) return element;
  return document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(name)}"]`);
}
