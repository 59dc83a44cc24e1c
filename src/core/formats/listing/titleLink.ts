import { identifiersOfUrl, type Identifiers } from '../../text/identifiers.ts';

/** A title with an address behind it, as pages and people paste it. */
export interface TitleLink {
  /** Without the address; `''` when there is nothing else. */
  readonly title: string;
  /** The first of each kind: it is the paper's own. */
  readonly identifiers: Identifiers;
  /** Written as a link (`[Title](https://…)`, `Title <https://…>`), which no sentence of an abstract is. */
  readonly explicit: boolean;
}

const longest = 2_600;
/** `Title [arXiv](https://…) [code](https://…)`. */
const mostLinks = 6;
const address = /^https?:\/\/[^\s<>]+$/i;
/** "Code is available at https://…" is a sentence. */
const opensAddress = /(?:[:,]|\b(?:at|here|see|in|on|via|from|is|are|to|and|or|visit|under|by|of|the|our))$/i;
const linkWords = /^(?:pdf|arxiv|paper|code|link|doi|html|abs|project|page|github|website|url|source|\W*)$/i;

/** Takes the addresses off the end of one line. `undefined` where there are none, or where they belong to a sentence. */
export function titleLink(text: string): TitleLink | undefined {
  if (text.length > longest || !text.includes('://')) return undefined;
  const links: Link[] = [];
  let rest = text;
  for (let link = lastLink(rest); link !== undefined && links.length < mostLinks; link = lastLink(rest)) {
    links.push(link);
    rest = link.before;
  }
  const first = links.at(-1);
  if (first === undefined || opensAddress.test(rest)) return undefined;
  const found = links.map(({ url }) => identifiersOfUrl(url)).toReversed();
  const identifiers = {
    ...found.find(({ doi }) => doi !== undefined),
    ...found.find(({ arxiv }) => arxiv !== undefined),
    ...found.find(({ url }) => url !== undefined),
  };
  return { title: rest.replace(/\s[-–—|]$/, ''), identifiers, explicit: first.explicit };
}

interface Link {
  readonly before: string;
  readonly url: string;
  readonly explicit: boolean;
}

function lastLink(text: string): Link | undefined {
  const markdown = text.endsWith(')') ? markdownLink(text) : undefined;
  if (markdown !== undefined) return markdown;
  const space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
  const token = text.slice(space + 1);
  const wrapped = /^\((.*)\)$|^<(.*)>$|^\[(.*)\]$/.exec(token);
  const url = wrapped?.[1] ?? wrapped?.[2] ?? wrapped?.[3] ?? token;
  if (!address.test(url)) return undefined;
  return { before: text.slice(0, space + 1).trim(), url, explicit: token.startsWith('<') };
}

/** `[text](https://…)` at the end: a text that only names the link goes with it. */
function markdownLink(text: string): Link | undefined {
  const joint = text.lastIndexOf('](');
  const open = joint === -1 ? -1 : openingBracket(text, joint);
  if (open === -1) return undefined;
  const url = text
    .slice(joint + 2, -1)
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/\s+"[^"]*"$/, '');
  if (!address.test(url)) return undefined;
  const label = text.slice(open + 1, joint).trim();
  const before = text.slice(0, open).trim();
  if (linkWords.test(label)) return { before, url, explicit: false };
  // The title may hold a number or a sign before its link, nothing else.
  return /\p{L}/u.test(before) ? undefined : { before: `${before} ${label}`.trim(), url, explicit: true };
}

/** The bracket that the one at `close` closes. */
function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const character = text.charAt(at);
    if (character === ']') depth += 1;
    else if (character === '[') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}
