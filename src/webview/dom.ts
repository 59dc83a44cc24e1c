/** What an element may be given: attributes by name (`undefined` leaves one out) and a click listener. */
interface Options {
  readonly attributes?: Readonly<Record<string, string | undefined>>;
  readonly onClick?: () => void;
}

/** Makes an HTML element. Strings become text nodes: nothing is ever read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== undefined) made.setAttribute(name, value);
  }
  const { onClick } = options;
  if (onClick !== undefined) made.addEventListener('click', onClick);
  made.append(...children);
  return made;
}

/** A real button. `id` names it for `keepingFocus`; a `label` must contain the visible text (WCAG 2.5.3). */
export function button(
  look: {
    readonly text: string;
    readonly id: string;
    readonly kind: string;
    readonly label?: string;
    readonly title?: string;
  },
  onClick: () => void,
): HTMLButtonElement {
  const attributes = {
    type: 'button',
    class: look.kind,
    'data-focus': look.id,
    'aria-label': look.label,
    title: look.title,
  };
  return element('button', { attributes, onClick }, element('bdi', {}, look.text));
}

/** Runs `redraw`, which replaces children of `root`; a focused `data-focus` element gets the focus back by its name. */
export function keepingFocus(root: HTMLElement, redraw: () => void): void {
  const focused = root.contains(document.activeElement) ? document.activeElement?.getAttribute('data-focus') : null;
  redraw();
  if (typeof focused !== 'string') return;
  root.querySelector<HTMLElement>(`[data-focus="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
