import type { StateInline } from 'markdown-it';
import { matchCitationKey } from '../../core/citations/pandoc/citationKey.ts';
import { linkAttributes } from './linkAttributes.ts';
import type { NoteLink } from './noteRenderer.ts';

/** `@key`, alone or within brackets: a link to the paper. Not in a word, such as an address of mail, and not after a `\`. */
export function citationLink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || state.src.charAt(state.pos) !== '@') return false;
  if (state.pos > 0 && /[\p{L}\p{N}\\]/u.test(state.src.charAt(state.pos - 1))) return false;
  const match = matchCitationKey(state.src, state.pos);
  if (match === undefined) return false;
  if (!silent) pushLink(state, { kind: 'paper', target: match.key }, state.src.slice(state.pos, match.end));
  state.pos = match.end;
  return true;
}

/** `[[name]]` or `[[name|what is read]]`: a link to another note. */
const wiki = /\[\[([^[\]|\n]{1,300})(?:\|([^[\]|\n]{1,300}))?\]\]/y;

/** See `wiki`. */
export function noteLink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !state.src.startsWith('[[', state.pos)) return false;
  wiki.lastIndex = state.pos;
  const [whole, name = '', label] = wiki.exec(state.src) ?? [];
  if (whole === undefined || name.trim() === '') return false;
  if (!silent) pushLink(state, { kind: 'note', target: name.trim() }, (label ?? name).trim());
  state.pos += whole.length;
  return true;
}

function pushLink(state: StateInline, link: NoteLink, text: string): void {
  const open = state.push('page_link_open', 'a', 1);
  open.attrs = linkAttributes(link, link.kind === 'paper' ? `@${link.target}` : link.target);
  state.push('text', '', 0).content = text;
  state.push('page_link_close', 'a', -1);
}
