/** Pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 4;
const edge = 8;

/**
 * Where a card stands at a place of the window, in pixels from its upper left corner: below it, above it where there is
 * more room, and never beyond the edges.
 */
export function cardPlace(
  place: { readonly left: number; readonly top: number; readonly bottom: number },
  card: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  const below = window.height - edge - (place.bottom + gap);
  const above = place.top - gap - edge;
  const isBelow = card.height <= below || below >= above;
  const top = isBelow ? place.bottom + gap : place.top - gap - card.height;
  return {
    left: Math.max(edge, Math.min(place.left, window.width - edge - card.width)),
    top: Math.max(edge, Math.min(top, window.height - edge - card.height)),
  };
}
