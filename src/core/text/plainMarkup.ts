import { characterOf } from './characterEntities.ts';

/** Tags that publishers and CSL put into titles and abstracts; any other `<…>` is text, such as `p<i and j>k`. */
const tag =
  /<\/?(?:i|b|em|strong|u|sub|sup|sc|scp|inf|small|span|p|br|div|ul|ol|li|h[1-6]|bold|italic|title|sec|list|list-item|jats:[a-z-]{1,20}|ns\d:[a-z]{1,9}|mml:[a-z]{1,12})(?:\s[a-z-]{1,20}(?::[a-z-]{1,20})?\s?=[^<>]{0,200}|\s{0,9})\/?>/gi;
const link = /<a\s[a-z-]{1,20}\s?=[^<>]{0,500}>|<\/a>/gi;
const blockEnd = /<\/(?:jats:)?(?:p|title|sec|list-item|div|li|h[1-6])\s{0,9}>|<br\s{0,9}\/?>/gi;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});/gi;

/**
 * The text of a value with the markup that publishers use (`<i>`, `<sub>`, JATS) and entities: both become plain text. An
 * entity may give a `<`: what it begins is text. Linear.
 */
export function plainMarkup(text: string): string {
  const bare = text.includes('<') ? text.replace(blockEnd, ' ').replace(tag, '').replace(link, '') : text;
  return bare.includes('&') ? bare.replace(entity, (whole) => characterOf(whole.slice(1, -1)) ?? whole) : bare;
}

/** One line: markup gone, white space collapsed. */
export function plainLine(text: string): string {
  const bare = plainMarkup(text);
  return /[^\S ]|\s\s|^\s|\s$/.test(bare) ? bare.replace(/\s+/g, ' ').trim() : bare;
}

const paragraphEnd = /\r?\n[^\S\r\n]*\r?\n\s*|\r[^\S\r\n]*\r\s*|<\/(?:jats:)?p\s{0,9}>/i;

/** As `plainLine`, but blank lines and ends of paragraphs stay, as `\n\n`. */
export function plainParagraphs(text: string): string {
  const paragraphs = text.split(paragraphEnd);
  if (paragraphs.length === 1) return plainLine(text);
  return paragraphs
    .map(plainLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
