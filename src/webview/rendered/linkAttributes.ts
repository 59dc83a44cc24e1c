import type { NoteLink } from './noteRenderer.ts';

/** The attributes of a link that only the page can follow: no `href`, so that nothing else ever does. */
export function linkAttributes(kind: NoteLink['kind'], target: string, escape: (text: string) => string): string {
  const safe = escape(target);
  return `class="link" role="link" tabindex="0" data-kind="${kind}" data-target="${safe}" title="${safe}"`;
}
