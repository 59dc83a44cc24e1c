import type { InlineText, Mark } from './inlineMark.ts';
import { isLinkLabel, isPaperAddress, namedIdentifier } from './evidence.ts';
import type { ListedPaper } from './listedPaper.ts';
import { listedAuthors, nameList } from './people.ts';
import { trimEdges } from './trimEdges.ts';
import { isVenue, tagDate, venueTag } from './venueTag.ts';

/** `- Ana Moss, Carl Bell (2024)`: by far the most frequent tail. */
const plainTail = /^ [-–—] (.{2,4000}) \(((?:1[5-9]|20)\d{2})\)\s*$/;
const group = /[([{【（]([^()[\]{}【】（）]{0,100})[)\]}】）]/g;
/** Parts of a line: behind them something else begins. A full stop behind an initial ends nothing. */
const breaks = /\n|\s[-–—]\s|\s?[|·•]\s?|;\s|(?<=[^\s.][\p{Ll}\p{Lo}\d)”"’]|\p{Lu}{2})[.。]\s+|(?<=[?!])\s+(?=\p{Lu})/u;
const abbreviated =
  /\b(?:al|Proc|Trans|Conf|Int|vol|no|pp|Jr|Sr|St|Dr|Prof|Univ|Dept|Lett|Rev|Sci|Phys|Soc|Am|Natl|Acad|eds?|vs|e\.g|i\.e|cf|Fig|Eq)$/i;
const edges = ',;:|–—-·•*';
const place =
  /^(?:vol(?:ume)?\.?\s*)?(\d{1,4})(?:\s?\((\d{1,4}[^)]{0,8})\))?(?:\s?[,:]\s*(?:pp?\.?\s*)?([a-z]?\d{1,7}(?:\s?[–—-]+\s?[a-z]?\d{1,7})?))?\.?$/i;
const pages = /^(?:pp?\.?|pages)\s*(\d{1,7}(?:\s?[–—-]+\s?\d{1,7})?)\.?$/i;
const label =
  /^(authors?|by|venue|conference|journal|published(?: in| at)?|publication|publisher|accepted (?:at|by|to)|year|date|keywords?|tags?|topics?|doi|arxiv|作者|会议|期刊|时间)\s*[:：]\s*(.+)$/isu;

/**
 * Reads what stands behind a title, or in a line of its own below one: links, authors, venue, year, identifiers, in any
 * order. What is none of these is the description of the paper, taken from the first such place on.
 */
export function readTail(inline: InlineText, from: number, paper: ListedPaper, takesDescription = true): void {
  const { text, marks } = inline;
  if ((marks.at(-1)?.start ?? -1) < from) {
    const rest = from === 0 ? text : text.slice(from);
    const [, names, year] = plainTail.exec(rest) ?? [];
    const authors = names === undefined || isTagged(names) ? undefined : listedAuthors(names);
    if (authors !== undefined) {
      paper.authors = authors;
      paper.issued ??= year;
    } else if (rest !== '') readPlain(rest, paper, takesDescription);
    return;
  }
  readMarked(inline, from, paper, takesDescription);
}

/** A venue stands where authors could. */
function isTagged(names: string): boolean {
  return !names.includes(', ') ? venueTag(names) !== undefined : /\d/.test(names);
}

function readMarked({ text, marks }: InlineText, from: number, paper: ListedPaper, takesDescription: boolean): void {
  let at = from;
  let plain = '';
  const flush = (): void => {
    if (plain !== '') readPlain(plain, paper, takesDescription);
    plain = '';
  };
  for (const [index, mark] of marks.entries()) {
    if (mark.start < at) continue;
    plain += text.slice(at, mark.start);
    const content = text.slice(mark.start, mark.end);
    at = mark.end;
    if (mark.kind === 'link') plain += readLink(content, mark, marks[index + 1], paper);
    else if (mark.kind === 'image') plain += '\n';
    else if (isPartOfList(text.slice(Math.max(0, mark.start - 6), mark.start), text.charAt(at)) || mark.kind === 'code')
      plain += content;
    else if (marks[index + 1]?.kind === 'link' && (marks[index + 1]?.start ?? Infinity) < mark.end) at = mark.start;
    else {
      flush();
      readEmphasis(content, paper, takesDescription);
    }
  }
  plain += text.slice(at);
  flush();
}

/** One's own name among others is often bold. */
function isPartOfList(before: string, after: string): boolean {
  return after === ',' || /,\s*$/.test(before.slice(-3)) || /\band\s*$/.test(before.slice(-6));
}

/** What stays in the text in place of the link. */
function readLink(content: string, mark: Mark, next: Mark | undefined, paper: ListedPaper): string {
  const name = content.trim() === '' && next?.kind === 'image' ? next.alt : content;
  if (isLinkLabel(name)) {
    paper.link(name, mark.url);
    return '\n';
  }
  const tag = venueTag(name);
  if (tag !== undefined || (!paper.hasPaperLink && isPaperAddress(mark.url))) paper.link(name, mark.url);
  if (tag === undefined) return content.trim() === '' ? '\n' : content;
  paper.tag(tag);
  return '\n';
}

/** In italics stand venues, in bold or italics authors; a sentence is a description. */
function readEmphasis(content: string, paper: ListedPaper, takesDescription: boolean): void {
  const text = trimEdges(content, edges);
  const names = paper.authors.length === 0 && !isVenue(text) ? nameList(text) : undefined;
  if (
    text === '' ||
    venueTag(text) !== undefined ||
    names?.sure === true ||
    (names?.names.length ?? 0) > 1 ||
    label.test(content)
  ) {
    readPlain(content, paper, takesDescription);
    return;
  }
  if (paper.venue === '' && text.length <= 150 && /^\p{Lu}/u.test(text) && !/[.!?]\s+\p{Lu}\p{Ll}+\s/u.test(text)) {
    readVenue(text, paper);
  } else if (paper.venue !== '' || text.length > 150) readPlain(content, paper, takesDescription);
}

function readPlain(text: string, paper: ListedPaper, takesDescription: boolean): void {
  const rest = text.includes('(') || text.includes('[') || /[{【（]/.test(text) ? withoutGroups(text, paper) : text;
  let parts = 0;
  let at = 0;
  for (const part of splitParts(rest)) {
    parts += 1;
    if (readPart(part.text, paper) || trimEdges(part.text, edges) === '') continue;
    at = part.start;
    if (takesDescription && paper.description === '') {
      paper.description = trimEdges(rest.slice(at), '|–—-').replace(/^[.,;:]\s*/, '');
      readRest(rest.slice(at), paper);
      return;
    }
    if (parts > 200) return;
  }
}

/** A sentence may be followed by what is none: a year or a venue at the end. */
function readRest(rest: string, paper: ListedPaper): void {
  const identifier = namedIdentifier(rest.slice(0, 2_000));
  if (identifier !== undefined) paper.identifier(identifier.identifier);
}

/** A full stop may end an initial: it stays where it ends something. */
function leading(text: string): string {
  return trimEdges(text, edges).replace(/^[.\s]+/, '');
}

interface Part {
  readonly text: string;
  readonly start: number;
}

function* splitParts(text: string): Iterable<Part> {
  let start = 0;
  const pattern = new RegExp(breaks, 'gu');
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (/^[.。]/.test(found) && abbreviated.test(text.slice(Math.max(start, index - 8), index))) continue;
    yield { text: text.slice(start, index), start };
    start = index + found.length;
  }
  yield { text: text.slice(start), start };
}

/** Takes `(NeurIPS 2023)`, `[2024/05]` and empty brackets out. */
function withoutGroups(text: string, paper: ListedPaper): string {
  return text.replace(group, (whole, inner: string) => {
    if (inner.trim() === '' || /^[\s,|/·&+-]*$/.test(inner)) return '\n';
    const tag = venueTag(inner);
    if (tag !== undefined) paper.tag(tag);
    else if (namedIdentifier(inner) !== undefined) paper.identifier(namedIdentifier(inner)?.identifier ?? '');
    else return whole;
    return '\n';
  });
}

/** Is it something that a list says of a paper? */
function readPart(written: string, paper: ListedPaper): boolean {
  let part = leading(written);
  if (part === '') return true;
  if (part.length > 4_000) return false;
  const labelled = label.exec(part);
  if (labelled !== null) return readLabel((labelled[1] ?? '').toLowerCase(), labelled[2] ?? '', paper);
  const named = namedIdentifier(part);
  if (named !== undefined) {
    paper.identifier(named.identifier);
    part = trimEdges(`${part.slice(0, named.start)} ${part.slice(named.end)}`, `${edges}.`);
    if (part === '') return true;
  }
  if (part.includes(',') && readNames(part, paper)) return true;
  const tag = venueTag(part.replace(/\.$/, ''));
  if (tag !== undefined) {
    paper.tag(tag);
    return true;
  }
  return readNames(part, paper) || readPlace(part, paper) || (looksLikeVenue(part) && readVenue(part, paper));
}

function readLabel(name: string, value: string, paper: ListedPaper): boolean {
  const text = trimEdges(value, edges);
  if (/^(?:authors?|by|作者)$/.test(name)) {
    if (paper.authors.length === 0) paper.authors = listedAuthors(text.replace(/\.$/, '')) ?? [];
  } else if (/^(?:keywords?|tags?|topics?)$/.test(name)) paper.keywords(text);
  else if (name === 'doi' || name === 'arxiv') paper.identifier(`${name}:${text}`);
  else if (/^(?:year|date|时间)$/.test(name)) paper.tag({ issued: tagDate(text) });
  else {
    const tag = venueTag(text);
    if (tag === undefined) readVenue(text, paper);
    else paper.tag(tag);
  }
  return true;
}

/** `Ana Moss, Carl Bell`, also with the year or the venue behind them: `Moss et al., 2020`, `A. Moss, C. Bell, ICLR 2021`. */
function readNames(part: string, paper: ListedPaper): boolean {
  if (paper.authors.length > 0) return false;
  const names = nameList(part);
  if (names !== undefined && !isVenue(part)) {
    paper.authors = names.names;
    return true;
  }
  return [part.lastIndexOf(','), part.lastIndexOf(' ')].some((at) => {
    const before = at < 2 ? undefined : nameList(part.slice(0, at));
    const tag = before === undefined ? undefined : venueTag(part.slice(at + 1).trim());
    if (before === undefined || tag === undefined) return false;
    paper.authors = before.names;
    paper.tag(tag);
    return true;
  });
}

/** `12(3), 1–10`, `pp. 3–4`. */
function readPlace(part: string, paper: ListedPaper): boolean {
  const [, volume, issue, page] = place.exec(part) ?? [];
  const only = pages.exec(part)?.[1];
  if (volume === undefined && only === undefined) return false;
  paper.variable('volume', volume);
  paper.variable('issue', issue);
  paper.variable('page', page ?? only);
  return true;
}

function looksLikeVenue(part: string): boolean {
  return part.length <= 200 && isVenue(part.replace(/^in:?\s+/i, ''));
}

/** `In Proceedings of the Fog Conference, pages 3–4, 2021`: the name ends where numbers begin. */
function readVenue(written: string, paper: ListedPaper): boolean {
  const text = written.replace(/^in:?\s+/i, '').trim();
  const tag = venueTag(text);
  if (tag?.issued !== undefined) {
    paper.tag(tag);
    return true;
  }
  const [, name = text, rest = ''] =
    /^(.*?)(?:,\s*|\s+)((?:vol(?:ume)?\.?\s*|pp?\.\s*|pages\s+)?\d.*)$/s.exec(text) ?? [];
  const year = /(?:^|\D)((?:1[89]|20)\d{2})(?!\d)/.exec(rest)?.[1] ?? /(?:^|\s)((?:19|20)\d{2})$/.exec(name)?.[1];
  paper.tag({ venue: name.replace(/[\s,.:]+$/, ''), issued: year });
  for (const piece of rest.split(/,\s*(?=p|\d{4}$)|\s(?=\d{4}$)/))
    if (piece !== year) readPlace(trimEdges(piece, edges), paper);
  return true;
}
