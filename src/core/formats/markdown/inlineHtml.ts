import { plainMarkup } from '../../text/plainMarkup.ts';

/** An HTML tag in a text. `url` and `alt` of links and images, else `''`. */
export interface Tag {
  readonly kind: 'link' | 'image' | 'strong' | 'em' | 'break' | 'other';
  readonly closes: boolean;
  readonly url: string;
  readonly alt: string;
  readonly end: number;
}

const tag = /<(\/?)([a-z][a-z\d-]{0,15})((?:\s[^<>]{0,1000})?)\/?>/iy;
const entity = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/iy;
const kinds: ReadonlyMap<string, Tag['kind']> = new Map([
  ['a', 'link'],
  ['img', 'image'],
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'em'],
  ['em', 'em'],
  ['br', 'break'],
]);
/** Those that leave nothing behind; any other `<…>` is text. */
const others = new Set(
  'p div span center sub sup u s del ins kbd code small big font tt mark details summary picture source table thead tbody tr td th ul ol li h1 h2 h3 h4 h5 h6 hr nobr abbr cite samp var blockquote script style svg iframe video audio'.split(
    ' ',
  ),
);

const nothing = { closes: false, url: '', alt: '' };
/** Behind these a new line begins. */
const blocks = new Set(['p', 'div', 'li', 'tr', 'summary', 'blockquote', 'center']);

/** The tag at `at`, where it is one that lists use. */
export function tagAt(source: string, at: number): Tag | undefined {
  tag.lastIndex = at;
  const [whole, slash, name = '', attributes = ''] = tag.exec(source) ?? [];
  if (whole === undefined) return undefined;
  const kind = kinds.get(name.toLowerCase()) ?? (others.has(name.toLowerCase()) ? 'other' : undefined);
  if (kind === undefined) return undefined;
  if (slash === '/' && blocks.has(name.toLowerCase())) return { ...nothing, kind: 'break', end: at + whole.length };
  const url = kind === 'link' ? attribute(attributes, 'href') : kind === 'image' ? attribute(attributes, 'src') : '';
  const alt = kind === 'image' ? attribute(attributes, 'alt') : '';
  return { kind, closes: slash === '/', url, alt, end: at + whole.length };
}

function attribute(attributes: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(String.raw`\s${name}\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))`, 'i').exec(attributes) ?? [];
  return plainMarkup((double ?? single ?? bare ?? '').trim());
}

/** The character that the entity at `at` stands for. */
export function entityAt(source: string, at: number): { readonly text: string; readonly end: number } | undefined {
  entity.lastIndex = at;
  const whole = entity.exec(source)?.[0];
  if (whole === undefined) return undefined;
  const text = plainMarkup(whole);
  return text === whole ? undefined : { text, end: at + whole.length };
}
