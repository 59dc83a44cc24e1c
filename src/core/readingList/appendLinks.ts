import { isPaperAddress } from '../formats/markdown/evidence.ts';
import { eolOf } from '../text/lineEnds.ts';
import { singleLine } from '../text/plainText.ts';
import type { TextEdit } from '../text/position.ts';
import type { DroppedLink } from './droppedLinks.ts';

/** What a new list begins with. */
const heading = '# Papers';

/**
 * Puts links at the end of a Markdown reading list, as entries that the format of such lists reads as papers: with the
 * bullet and the line ends of the list, a heading before them when the text is empty. `links` have addresses as
 * `webAddress` gives them.
 */
export function appendLinks(text: string, links: readonly DroppedLink[]): TextEdit {
  const eol = eolOf(text);
  const bullet = /^([-*+])[ \t]+\S/m.exec(lastLines(text))?.[1] ?? '-';
  const entries = links.map((link) => `${bullet} ${entryOf(link)}${eol}`).join('');
  const body = text.trimEnd();
  if (body === '') return { start: 0, end: text.length, text: `${heading}${eol}${eol}${entries}` };
  const isList = /^\s{0,8}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(body.slice(body.lastIndexOf('\n') + 1));
  return { start: body.length, end: text.length, text: `${eol}${isList ? '' : eol}${entries}` };
}

/** A link that does not lead to a publisher is a paper only where the list says so. */
function entryOf({ title, url }: DroppedLink): string {
  const entry = `[${escaped(title)}](${url})`;
  return isPaperAddress(url) ? entry : `${entry} [[paper](${url})]`;
}

/** As text: nothing in a title is markup, and nothing ends the link. */
function escaped(title: string): string {
  return singleLine(title).replace(/[\\`*_[\]<>&$#~|!]/g, (sign) => `\\${sign}`);
}

/** Enough to see which bullet a list uses. */
function lastLines(text: string): string {
  return text.slice(-2_000);
}
