import { plainLine } from '../text/plainMarkup.ts';
import { shorten, singleLine } from '../text/plainText.ts';

/** A web address with what it was called where it was dragged from. */
export interface DroppedLink {
  readonly url: string;
  /** `''` when nothing is known. */
  readonly title: string;
}

/** Texts of a drag by their types, as browsers give them. */
export interface DroppedTexts {
  /** `text/uri-list`: one address a line. */
  readonly uriList?: string | undefined;
  /** `text/html`: the dragged link. */
  readonly html?: string | undefined;
  /** `text/x-moz-url`: address and title, line by line. */
  readonly mozUrl?: string | undefined;
  /** `text/plain`. */
  readonly plain?: string | undefined;
}

const maxUrl = 2_000;
const maxTitle = 300;
const maxLinks = 20;
const maxHtml = 100_000;

const anchor =
  /<a\s[^<>]{0,4000}?\bhref\s?=\s?(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})')[^<>]{0,4000}>([^]{0,1000}?)<\/a>/gi;

/**
 * The web addresses of a drag, each once, twenty at most, with the titles that the browser gave. Only `http:` and
 * `https:`: whatever else is among them (`javascript:`, `command:`, files) is no link. Linear.
 */
export function droppedLinks(texts: DroppedTexts): readonly DroppedLink[] {
  const titles = new Map([...titlesOfHtml(texts.html ?? ''), ...titlesOfMozilla(texts.mozUrl ?? '')]);
  const listed = [texts.uriList ?? '', texts.plain ?? ''].map(addressesIn).find((urls) => urls.length > 0);
  const urls = new Set(listed ?? titles.keys());
  return [...urls].slice(0, maxLinks).map((url) => ({ url, title: titles.get(url) ?? '' }));
}

/** A web address that can be written into a file, with what ends a link there written otherwise; `undefined` for any other. */
export function webAddress(text: string): string | undefined {
  const url = text.trim();
  if (url.length > maxUrl || !/^https?:\/\/[^\s/?#\\@]+(?:[/?#]|$)/i.test(url)) return undefined;
  // No white space, no control or invisible character has a place in an address.
  if (/[\s\p{C}]/u.test(url)) return undefined;
  const escaped = url.replace(/["<>[\\\]^`{|}]/g, percent);
  return isBalanced(escaped) ? escaped : escaped.replace(/[()]/g, percent);
}

/** What a link is called, without what browsers and arXiv put around a title; `''` when that is but an address. */
export function linkTitle(text: string): string {
  const title = singleLine(plainLine(text.slice(0, 2_000))).replace(/^\[\d{4}\.\d{4,5}(?:v\d{1,3})?\]\s*/, '');
  return /^https?:\/\/\S*$/i.test(title) ? '' : shorten(title, maxTitle);
}

function addressesIn(text: string): readonly string[] {
  const lines = text.slice(0, maxUrl * maxLinks).split(/\r\n|\r|\n/);
  return lines.filter((line) => !line.startsWith('#')).flatMap((line) => webAddress(line) ?? []);
}

function titlesOfHtml(html: string): readonly (readonly [string, string])[] {
  return [...html.slice(0, maxHtml).matchAll(anchor)].flatMap(([, double, single, text = '']) => {
    const url = webAddress(plainLine(double ?? single ?? ''));
    return url === undefined ? [] : [[url, linkTitle(text.replace(/<[^<>]{0,500}>/g, ' '))] as const];
  });
}

function titlesOfMozilla(text: string): readonly (readonly [string, string])[] {
  const lines = text.slice(0, maxHtml).split(/\r\n|\r|\n/);
  return lines.flatMap((line, index) => {
    const url = index % 2 === 0 ? webAddress(line) : undefined;
    return url === undefined ? [] : [[url, linkTitle(lines[index + 1] ?? '')] as const];
  });
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Parentheses that belong together may stand in the target of a link. */
function isBalanced(url: string): boolean {
  let depth = 0;
  for (const character of url) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0 || depth > 3) return false;
  }
  return depth === 0;
}
