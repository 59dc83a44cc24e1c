/** Tags that publishers and CSL put into titles and abstracts; any other `<…>` is text. */
const tag =
  /<\/?(?:i|b|em|strong|u|sub|sup|sc|span|p|br|bold|italic|title|sec|list|list-item|jats:[a-z-]{1,20}|ns\d:[a-z]{1,9}|mml:[a-z]{1,12})(?:\s[^<>]{0,200})?\/?>/gi;
const blockEnd = /<\/(?:jats:)?(?:p|title|sec|list-item)\s{0,9}>|<br\s{0,9}\/?>/gi;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
]);

/** The text of a value with the markup that publishers use (`<i>`, `<sub>`, JATS) and entities: both become plain text. Linear. */
export function plainMarkup(text: string): string {
  const bare = text.includes('<') ? text.replace(blockEnd, ' ').replace(tag, '') : text;
  return bare.includes('&') ? bare.replace(entity, decodeEntity) : bare;
}

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  const isText = (code >= 32 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
  return isText ? String.fromCodePoint(code) : whole;
}

/** One line: markup gone, white space collapsed. */
export function plainLine(text: string): string {
  const bare = plainMarkup(text);
  return /[^\S ]|\s\s|^\s|\s$/.test(bare) ? bare.replace(/\s+/g, ' ').trim() : bare;
}

/** As `plainLine`, but blank lines stay, as `\n\n`. */
export function plainParagraphs(text: string): string {
  if (!/\n\s*\n|\r\s*\r|<\/(?:jats:)?p>/.test(text)) return plainLine(text);
  const paragraphs = text.split(/\r?\n\s*?\r?\n|\r\s*?\r|<\/(?:jats:)?p>/).map(plainLine);
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}
