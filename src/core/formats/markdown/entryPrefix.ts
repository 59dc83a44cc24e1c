import type { EntryCursor } from './entryCursor.ts';
import { isLinkLabel, namedIdentifier } from './evidence.ts';
import type { Mark } from './inlineMark.ts';
import type { ListedPaper } from './listedPaper.ts';
import { nameList } from './people.ts';
import { venueTag } from './venueTag.ts';

/** Signs and pictures between the parts of an entry. */
const gap = /(?:[\s|:·•,;.–—>»→-]|\p{Extended_Pictographic}|\uFE0F|\u200D|[\u{1F3FB}-\u{1F3FF}])+/uy;
const group = /[([{【（]([^()[\]{}【】（）]{0,60})[)\]}】）]/y;
const barePrefix = /((?:19|20)\d{2}(?:[-/.]\d{1,2}){0,2}|[A-Z][\w&'’ -]{1,38}?)\s*(?:[|:–—]|-(?=\s))/y;
const titleLabel = /(?:title|paper|标题|论文)\s*[:：]\s*/iy;

/** Is there something before the title, and what does it say? */
export function takePrefix(cursor: EntryCursor, paper: ListedPaper): boolean {
  if (cursor.take(gap) !== undefined) return true;
  for (const mark of cursor.here()) if (takePrefixMark(cursor, mark, paper)) return true;
  const identifier = /^arxiv\s?:/i.test(cursor.text.slice(cursor.at, cursor.at + 8))
    ? namedIdentifier(cursor.text.slice(cursor.at, cursor.at + 60))
    : undefined;
  if (identifier?.start === 0) {
    paper.identifier(identifier.identifier);
    cursor.at += identifier.end;
    return true;
  }
  if (cursor.here().length === 0 && takePrefixText(cursor, paper)) return true;
  return cursor.take(titleLabel) !== undefined;
}

function takePrefixMark(cursor: EntryCursor, mark: Mark, paper: ListedPaper): boolean {
  const text = cursor.textOf(mark);
  if (mark.kind === 'image') {
    if (mark.end !== mark.start || cursor.here().some(({ kind }) => kind === 'link')) return false;
    // It leaves no text: nothing more to take.
    return false;
  }
  if (mark.kind === 'link') {
    const image = cursor.here().find(({ kind }) => kind === 'image');
    const name = text.trim() === '' ? (image?.alt ?? '') : text;
    if (!isLinkLabel(name) || mark.end === mark.start) {
      if (mark.end === mark.start && isLinkLabel(name)) paper.link(name, mark.url);
      return false;
    }
    paper.link(name, mark.url);
  } else {
    const tag = venueTag(text.replace(/[:：]\s*$/, ''));
    const names = tag === undefined ? nameList(text) : undefined;
    if (tag !== undefined) paper.tag(tag);
    else if (names?.sure === true && mark.kind !== 'code') paper.authors = names.names;
    else if (/^\s*(?:title|paper)\s*[:：]?\s*$/i.test(text)) paper.links += 0;
    else return false;
  }
  cursor.at = mark.end;
  return true;
}

function takePrefixText(cursor: EntryCursor, paper: ListedPaper): boolean {
  const { at } = cursor;
  const found = cursor.take(group);
  if (found !== undefined) {
    const inner = found[1] ?? '';
    for (const link of cursor.from(at).filter(({ kind, end }) => kind === 'link' && end <= cursor.at)) {
      if (isLinkLabel(cursor.textOf(link))) paper.link(cursor.textOf(link), link.url);
    }
    const tag = venueTag(inner);
    if (tag !== undefined) paper.tag(tag);
    else if (inner.length > 20 || cursor.at >= cursor.text.length) {
      cursor.at = at;
      return false;
    }
    return true;
  }
  const next = cursor.from(at + 1).find(({ kind }) => kind !== 'image')?.start ?? -1;
  const direct =
    next - at <= 42 && next > at ? venueTag(cursor.text.slice(at, next).replace(/[\s:,|–—-]+$/, '')) : undefined;
  if (direct !== undefined) {
    paper.tag(direct);
    cursor.at = next;
    return true;
  }
  const bare = cursor.take(barePrefix);
  const tag = bare === undefined ? undefined : venueTag((bare[1] ?? '').trim());
  if (tag !== undefined && (tag.issued !== undefined || tag.venue !== undefined)) {
    paper.tag(tag);
    return true;
  }
  cursor.at = at;
  return false;
}
