import { cardPlace } from './cardPlace.ts';

/** Milliseconds the pointer rests on a citation before its card comes, and is away before it goes. */
const showAfter = 250;
const hideAfter = 200;
const citation = '.paperside-citation[data-works]';

/**
 * Shows what a citation cites when the pointer rests on it or it has the focus: title, authors and abstract, which the
 * reference list carries. Stays while the pointer is on it; goes with Escape.
 */
export class WorkCard {
  readonly #page: Document;
  readonly #card: HTMLElement;
  #anchor: Element | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Document) {
    this.#page = page;
    this.#card = page.createElement('div');
    this.#card.className = 'paperside-card';
    this.#card.id = 'paperside-card';
    this.#card.setAttribute('role', 'tooltip');
    this.#card.hidden = true;
  }

  /** Listens from now on. */
  start(): void {
    const page = this.#page;
    page.addEventListener('mouseover', ({ target }) => this.#onPointer(target));
    // Out of the window no element tells that the pointer is over it.
    page.documentElement.addEventListener('mouseleave', () => this.#onPointer(page.documentElement));
    page.addEventListener('focusin', ({ target }) => this.#onFocus(target));
    page.addEventListener('focusout', () => this.#later(hideAfter, () => this.#hide()));
    page.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#hide();
    });
    page.defaultView?.addEventListener('scroll', () => this.#hide(), { passive: true });
    // The text has been drawn again, and what the card stood at may be gone.
    page.defaultView?.addEventListener('vscode.markdown.updateContent', () => {
      if (this.#anchor?.isConnected !== true) this.#hide();
    });
  }

  #onPointer(target: EventTarget | null): void {
    if (!(target instanceof Element)) return;
    if (this.#card.contains(target)) return this.#stay();
    const anchor = target.closest(citation);
    if (anchor === null) {
      if (this.#anchor !== undefined && !this.#anchor.matches(':focus')) this.#later(hideAfter, () => this.#hide());
      else if (this.#anchor === undefined) this.#stay();
    } else if (anchor === this.#anchor) this.#stay();
    else this.#later(showAfter, () => this.#show(anchor));
  }

  #onFocus(target: EventTarget | null): void {
    const anchor = target instanceof Element ? target.closest(citation) : null;
    // A click has the pointer there already; the keyboard has nothing else.
    if (anchor?.matches(':focus-visible') === true) this.#later(0, () => this.#show(anchor));
  }

  #later(milliseconds: number, work: () => void): void {
    this.#stay();
    this.#timer = setTimeout(work, milliseconds);
  }

  #stay(): void {
    clearTimeout(this.#timer);
  }

  #show(anchor: Element): void {
    this.#hide();
    const works = (anchor.getAttribute('data-works') ?? '').split(' ').filter((work) => /^\d+$/.test(work));
    const parts = works.flatMap((work) => this.#page.querySelector(`.paperside-cards > [data-work="${work}"]`) ?? []);
    if (parts.length === 0 || !anchor.isConnected) return;
    this.#card.replaceChildren(...parts.map((part) => part.cloneNode(true)));
    // Outside of what VS Code draws again while one types.
    this.#page.body.append(this.#card);
    this.#card.hidden = false;
    this.#card.scrollTop = 0;
    // It is as wide as it wants only where nothing is right of it.
    this.#card.style.left = '0';
    const { clientWidth: width, clientHeight: height } = this.#page.documentElement;
    const [line] = anchor.getClientRects();
    const place = cardPlace(line ?? anchor.getBoundingClientRect(), this.#card.getBoundingClientRect(), {
      width,
      height,
    });
    this.#card.style.left = `${place.left}px`;
    this.#card.style.top = `${place.top}px`;
    this.#anchor = anchor;
    anchor.setAttribute('aria-describedby', this.#card.id);
  }

  #hide(): void {
    this.#stay();
    this.#card.hidden = true;
    this.#anchor?.removeAttribute('aria-describedby');
    this.#anchor = undefined;
  }
}
