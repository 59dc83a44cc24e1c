import type { NoteLink } from './noteRenderer.ts';

/** The attributes of a link that only the page can follow: no `href`, so that nothing else ever does. */
export function linkAttributes({ kind, target }: NoteLink, title = target): [name: string, value: string][] {
  return [
    ['class', 'link'],
    ['tabindex', '0'],
    ['data-kind', kind],
    ['data-target', target],
    ['title', title],
  ];
}
