import { isLinkLabel, isPaperAddress } from './evidence.ts';
import { EntryCursor } from './entryCursor.ts';
import type { InlineText, Mark } from './inlineMark.ts';
import type { ListedPaper, TitleForm } from './listedPaper.ts';
import { listedAuthors, nameList } from './people.ts';
import { trimEdges } from './trimEdges.ts';
import { takePrefix } from './entryPrefix.ts';

const checkbox = /\[[ xX]\](?=\s)/y;
const quoted = /["“«]([^"“”«»\n]{8,400})["”»]/y;
const authorsAndYear =
  /(.{2,1500}?)[\s,]{0,5}(?:\(((?:1[5-9]|20)\d{2})[a-z]?(?:,\s[\p{L}\d\s-]{1,20})?\)|[.,]\s{1,5}((?:1[89]|20)\d{2})[a-z]?(?=[.:]))[.:,]?\s+/suy;
const plainEnd =
  /\n|\s[-–—]\s|\s?[|·•]\s?|[.。](?:\s+|$)|[?!](?=\s+[\p{Lu}([])|\s?[([【（](?=[^()[\]]{0,60}[)\]】）])|:?\s{0,3}https?:/gu;
const notTitle =
  /^(?:see|check|please|thanks|based on|note(?: that)?|if|our|we|i|todo|download|install|try|click|more|read (?:the|this|more)|this|these|there|here|code for|you|use|using|and|the (?:paper|code|data)|paper|link|add(?:ed)?|updated?|fix(?:ed)?|released?|new|support)\b/i;
const maxRounds = 16;
const longestTitle = 2_000;

/**
 * Finds the title of an entry and what stands before it (date, venue, number, checkbox, authors), and puts both into
 * `paper`. The answer is the offset behind the title; -1 when the entry has none.
 */
export function readTitle(inline: InlineText, paper: ListedPaper): number {
  const cursor = new EntryCursor(inline);
  const [first] = inline.marks;
  // The plain case: the entry begins with its link.
  if (
    first?.kind === 'link' &&
    first.start === 0 &&
    inline.marks[1]?.start !== 0 &&
    !isLinkLabel(cursor.textOf(first))
  ) {
    return takeMark(cursor, first, paper);
  }
  cursor.take(checkbox);
  for (let round = 0; round < maxRounds && takePrefix(cursor, paper); round += 1);
  const marked = titleHere(cursor);
  if (marked !== undefined) return takeMark(cursor, marked, paper);
  const quote = cursor.take(quoted);
  if (quote !== undefined) return setTitle(paper, quote[1] ?? '', 'quoted', cursor.at);
  return behindAuthors(cursor, paper);
}

function setTitle(paper: ListedPaper, written: string, form: TitleForm, end: number): number {
  paper.form = form;
  if (written.length > longestTitle) return end;
  const line = /\s\s|[^\S ]/.test(written) ? written.replace(/\s+/g, ' ') : written;
  const text = trimEdges(line, form === 'link' ? '' : ',:;|–—-');
  const inner = /^["“]/.test(text) ? (/^["“](.*)["”][.,]?$/.exec(text)?.[1] ?? text) : text;
  const isSentence = inner.endsWith('.') && !/(?:^|[.\s])\p{L}\.$|\bal\.$|\.\.$/u.test(inner.slice(-4));
  paper.title = isSentence ? inner.slice(0, -1) : inner;
  return end;
}

/** The link here that is no label, else bold or italic text. A short bold name before a titled link is not the title. */
function titleHere(cursor: EntryCursor): Mark | undefined {
  const marks = cursor.here();
  const link = marks.find((mark) => mark.kind === 'link' && !isLinkLabel(cursor.textOf(mark)));
  if (link !== undefined) return link;
  const bold = marks.find(
    ({ kind, start, end }) => (kind === 'strong' || kind === 'em' || kind === 'code') && end > start,
  );
  if (bold === undefined) return undefined;
  const next = cursor.from(bold.end).find(({ kind }) => kind === 'link');
  const between = next === undefined ? '' : cursor.text.slice(bold.end, next.start);
  const isName = wordCount(cursor.textOf(bold)) <= 3 && /^[\s:|–—-]*$/.test(between);
  if (next !== undefined && isName && !isLinkLabel(cursor.textOf(next)) && wordCount(cursor.textOf(next)) >= 3)
    return next;
  // The link inside may be the title, with more beside it in bold.
  const inner =
    marks.length === 1
      ? cursor.from(bold.start).find((mark) => mark.kind === 'link' && mark.end <= bold.end)
      : undefined;
  if (
    inner !== undefined &&
    !isLinkLabel(cursor.textOf(inner)) &&
    isPaperAddress(inner.url) &&
    wordCount(cursor.textOf(inner)) >= 3
  )
    return inner;
  return bold.kind === 'code' ? undefined : bold;
}

function takeMark(cursor: EntryCursor, mark: Mark, paper: ListedPaper): number {
  if (mark.kind === 'link') paper.titleLink(mark.url);
  const form = mark.kind === 'link' ? 'link' : mark.kind === 'strong' ? 'bold' : 'italic';
  // A bold title may hold the links that follow it.
  const inside =
    mark.kind === 'link'
      ? undefined
      : cursor.from(mark.start + 1).find(({ kind, end }) => kind === 'link' && end <= mark.end);
  const cut = inside !== undefined && isLinkLabel(cursor.textOf(inside)) ? inside.start : mark.end;
  const text = cursor.text.slice(mark.start, cut).replace(/[\s([{]+$/, (found) => (cut === mark.end ? found : ''));
  return setTitle(paper, text, form, cut);
}

/** `Moss, A. (2020). Title. …`, `Ana Moss. *Title*. …`, `A. Moss, "Title," …`, or a title without any mark. */
function behindAuthors(cursor: EntryCursor, paper: ListedPaper): number {
  const { at } = cursor;
  const dated = cursor.take(authorsAndYear);
  if (dated !== undefined) {
    const names = nameList(dated[1] ?? '') ?? (cursor.here().length > 0 ? listed(dated[1] ?? '') : undefined);
    if (names !== undefined) {
      paper.authors = names.names;
      paper.tag({ issued: dated[2] ?? dated[3] });
      const marked = titleHere(cursor);
      if (marked !== undefined) return takeMark(cursor, marked, paper);
      const quote = cursor.take(quoted);
      return quote === undefined ? takePlain(cursor, paper) : setTitle(paper, quote[1] ?? '', 'quoted', cursor.at);
    }
    cursor.at = at;
  }
  const next = nextTitle(cursor);
  if (next === undefined) return takePlain(cursor, paper);
  const before = cursor.text.slice(at, next.start).replace(/[\s"“]+$/, '');
  const names = nameList(before.replace(/[.:,]$/, (sign) => (/\p{Lu}\.$/u.test(before) ? sign : '')));
  if (names !== undefined) {
    paper.authors = names.names;
    cursor.at = next.start;
    return next.mark === undefined
      ? setTitle(paper, next.text, 'quoted', next.end)
      : takeMark(cursor, next.mark, paper);
  }
  const stop = /(?<=[\p{Ll}\p{Lu}]{2}|\p{Lu}\.?)\.\s/u.exec(before);
  const first = stop === null ? undefined : nameList(before.slice(0, stop.index));
  if (stop !== null && first?.sure === true) {
    paper.authors = first.names;
    cursor.at = at + stop.index + 2;
    return takePlain(cursor, paper);
  }
  if (next.mark?.kind === 'link' && /[:|–—-]$/.test(before) && wordCount(before) <= 4 && wordCount(next.text) >= 3) {
    cursor.at = next.start;
    return takeMark(cursor, next.mark, paper);
  }
  return takePlain(cursor, paper);
}

function listed(text: string): { readonly names: readonly string[] } | undefined {
  const names = listedAuthors(text);
  return names === undefined ? undefined : { names };
}

interface NextTitle {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly mark?: Mark;
}

/** The next thing that marks a title. */
function nextTitle(cursor: EntryCursor): NextTitle | undefined {
  const mark = cursor
    .from(cursor.at)
    .find(
      (candidate) => candidate.kind !== 'image' && candidate.kind !== 'code' && !isLinkLabel(cursor.textOf(candidate)),
    );
  const open = /["“«]/.exec(cursor.text.slice(cursor.at, Math.min(mark?.start ?? Infinity, cursor.at + 1_500)));
  if (open !== null) {
    quoted.lastIndex = cursor.at + open.index;
    const found = quoted.exec(cursor.text);
    if (found !== null) return { start: found.index, end: quoted.lastIndex, text: found[1] ?? '' };
  }
  return mark === undefined ? undefined : { start: mark.start, end: mark.end, text: cursor.textOf(mark), mark };
}

/** A title that nothing marks: it ends at the first link, dash, bracket, full stop or line end. */
function takePlain(cursor: EntryCursor, paper: ListedPaper): number {
  const { at, text } = cursor;
  const mark = cursor.from(at).find(({ kind, end, start }) => kind !== 'code' && (end > start || kind === 'image'));
  let end = mark?.start ?? text.length;
  plainEnd.lastIndex = at + 3;
  for (let found = plainEnd.exec(text); found !== null && found.index < end; found = plainEnd.exec(text)) {
    if (
      found[0].startsWith('.') &&
      /(?:^|[\s.])\p{L}$|\bvs$|\bal$/u.test(text.slice(Math.max(at, found.index - 3), found.index))
    )
      continue;
    end = /^[?!]/.test(found[0]) ? found.index + 1 : found.index;
    break;
  }
  const title = end - at > longestTitle ? '' : text.slice(at, end).trim();
  const intoLink =
    end === mark?.start &&
    mark.kind === 'link' &&
    !isLinkLabel(text.slice(mark.start, mark.end)) &&
    !/[.:|–—-]$/.test(title);
  if (
    intoLink ||
    notTitle.test(title) ||
    wordCount(title) < 2 ||
    !/^[\p{Lu}\p{Lo}\d$"“(]|^\p{Ll}+[\p{Lu}\d]|:/u.test(title)
  )
    return -1;
  const names = nameList(title);
  if (names === undefined) return setTitle(paper, title, 'plain', end);
  paper.authors = names.names;
  return -1;
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
