import { button, element } from '../dom.ts';
import { drawProse, type MathBudget } from './drawProse.ts';
import type { ProsePiece } from './paperText.ts';

/** Longer abstracts are none: what is behind this is shown when it is asked for. In UTF-16 units. */
const maxShown = 20_000;

/** The beginning of an abstract, as much as is drawn without being asked. */
export function beginningOf(abstract: string): string {
  if (abstract.length <= maxShown) return abstract;
  const space = abstract.lastIndexOf(' ', maxShown);
  return `${abstract.slice(0, space > maxShown - 200 ? space : maxShown)} …`;
}

/** What the abstract shows. */
export interface ShownAbstract {
  readonly paragraphs: readonly (readonly ProsePiece[])[];
  /** How long all of it is, when only its beginning is shown. In UTF-16 units. */
  readonly cutFrom?: number | undefined;
}

/** The abstract, or that there is none. `showAll` draws it anew, whole. */
export function drawAbstract(
  { paragraphs, cutFrom }: ShownAbstract,
  budget: MathBudget,
  showAll: () => void,
): readonly Node[] {
  const heading = element('h2', { attributes: { id: 'abstract-heading', tabindex: '-1' } }, 'Abstract');
  if (paragraphs.length === 0) {
    const none = 'The paper files have no abstract of this paper.';
    return [heading, element('p', { attributes: { class: 'quiet' } }, none)];
  }
  const drawn = paragraphs.map((pieces) => element('p', { attributes: { dir: 'auto' } }, ...drawProse(pieces, budget)));
  if (cutFrom === undefined) return [heading, ...drawn];
  const text = `Show all of it (${cutFrom.toLocaleString('en')} characters)`;
  const more = button({ text, id: 'all-of-abstract', kind: 'more' }, () => {
    showAll();
    document.getElementById('abstract-heading')?.focus({ preventScroll: true });
  });
  return [heading, ...drawn, more];
}
