/** What scrolls by itself when a formula in it is wider than the page. */
const candidates = 'h1:has(math), .abstract p:has(math), .math.display';

/** Makes what scrolls below `root` reachable by Tab, so that the arrow keys can scroll it, and only that (WCAG 2.1.1). */
export function markScrollStops(root: HTMLElement): void {
  for (const one of root.querySelectorAll<HTMLElement>(candidates)) {
    if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
    else one.removeAttribute('tabindex');
  }
}
