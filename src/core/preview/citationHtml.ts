import { citationInNote } from '../csl/citationInNote.ts';
import { htmlOf, type FormattedText } from '../csl/formattedText.ts';
import { plainHtml } from '../csl/plainHtml.ts';
import { shorten } from '../text/plainText.ts';
import type { CitationMeta } from './citationToken.ts';
import type { PreviewAnswer, PreviewCitation } from './previewAnswer.ts';

const longestKey = 60;

/** Name of the place of an entry of the reference list, by its place there. */
export function referenceId(index: number): string {
  return `paperside-ref-${index}`;
}

/** Names of the places of a note and of its mark, by the place of its citation. */
export function noteIds(index: number): { readonly note: string; readonly mark: string } {
  return { note: `paperside-note-${index}`, mark: `paperside-noteref-${index}` };
}

/**
 * A citation as HTML: in the style of `answer`, or as it is written as long as nothing is known of it. Keys that no work has
 * are marked.
 */
export function citationHtml(meta: CitationMeta, answer: PreviewAnswer | undefined): string {
  const citation = answer?.citations[meta.index];
  if (answer === undefined || citation === undefined) return asWritten(meta);
  const { author, text, unknown } = citation;
  if (text.length === 0 && author.length === 0) return nothingKnown(meta, answer);
  const marked = unknown.length > 0 && answer.marksUnknown ? ` ${unknown.map(unknownKey).join(' ')}` : '';
  const named = author.length === 0 ? '' : linked(meta, answer, citation, htmlOf(author));
  if (answer.inNotes && meta.note !== undefined) {
    const mark = meta.isInLink ? `<sup>${meta.note}</sup>` : noteMark(meta.index, meta.note, citation);
    return `${named === '' ? '' : meta.before}${named}${meta.after}${mark}${marked}`;
  }
  if (answer.inNotes && meta.place !== undefined) {
    const read = citationInNote(citation, { ...meta.place, inText: meta.cluster.inText });
    return `${meta.before}${linked(meta, answer, citation, htmlOf(read))}${marked}${meta.after}`;
  }
  // As in Pandoc, a raised number stands close to its word.
  const isRaised = text[0]?.raised === 'super';
  const space = isRaised && author.length === 0 ? '' : meta.before;
  const whole = author.length > 0 && text.length > 0 ? [...author, gap(isRaised), ...text] : [...author, ...text];
  return `${space}${linked(meta, answer, citation, htmlOf(whole))}${marked}${meta.after}`;
}

function gap(isRaised: boolean): FormattedText[number] {
  return { text: isRaised ? '' : ' ' };
}

function asWritten({ before, source, after }: CitationMeta): string {
  return `${before}${plainHtml(source)}${after}`;
}

function nothingKnown(meta: CitationMeta, { marksUnknown }: PreviewAnswer): string {
  if (meta.isCrossReference || !marksUnknown) return asWritten(meta);
  const keys = meta.cluster.items.map(({ key }) => `“${shorten(key, longestKey)}”`).join(', ');
  const why = `title="${plainHtml(`No work is known under ${keys}.`)}"`;
  return `${meta.before}<span class="paperside-unknown" ${why}>${plainHtml(meta.source)}</span>${meta.after}`;
}

function unknownKey(key: string): string {
  const why = `title="${plainHtml(`No work is known under “${shorten(key, longestKey)}”.`)}"`;
  return `<span class="paperside-unknown" ${why}>@${plainHtml(shorten(key, longestKey))}</span>`;
}

/** With its works for the card, and as a link to the first of them in the list. */
function linked(meta: CitationMeta, answer: PreviewAnswer, { works }: PreviewCitation, html: string): string {
  const [first] = works;
  if (first === undefined) return html;
  const attributes = `class="paperside-citation" data-works="${works.join(' ')}"`;
  if (meta.isInLink) return `<span ${attributes}>${html}</span>`;
  if (answer.isListSuppressed) return `<span ${attributes} tabindex="0">${html}</span>`;
  return `<a ${attributes} href="#${referenceId(first)}" role="doc-biblioref">${html}</a>`;
}

function noteMark(index: number, number: number, { works }: PreviewCitation): string {
  const { note, mark } = noteIds(index);
  const card = works.length === 0 ? '' : `class="paperside-citation" data-works="${works.join(' ')}" `;
  return `<sup class="paperside-note-mark"><a ${card}id="${mark}" href="#${note}" role="doc-noteref">${number}</a></sup>`;
}
