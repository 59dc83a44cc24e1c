/**
 * Makes the buttons of a toolbar one stop of the Tab key: the arrow keys, Home and End move between them, and the one used
 * last is where Tab comes back to. For buttons that stay; those that can do nothing now are `aria-disabled` and are passed
 * over by nobody, so that the focus never falls out of the page.
 */
export function roveFocus(bar: HTMLElement): void {
  const buttons = Array.from(bar.querySelectorAll<HTMLElement>('button'));
  const stopAt = (target: HTMLElement) => {
    for (const one of buttons) one.tabIndex = one === target ? 0 : -1;
  };
  for (const one of buttons.slice(0, 1)) stopAt(one);
  bar.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && buttons.includes(target)) stopAt(target);
  });
  bar.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = buttons.findIndex((one) => one === event.target);
    const to = at < 0 ? undefined : stepFrom(at, event.key, buttons.length);
    if (to === undefined) return;
    event.preventDefault();
    buttons[to]?.focus();
  });
}

/** Where a key leads in a row of `count`, around its ends; `undefined` for other keys. */
export function stepFrom(at: number, key: string, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
