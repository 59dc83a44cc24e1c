import { sentenceEnds } from '../text/sentences.ts';
import { shorten, singleLine } from '../text/plainText.ts';
import type { CitationCluster, OffsetRange } from './citation.ts';
import { lastLine } from './textLineEnds.ts';

/**
 * A sentence that cites: what stands before the citation, the citation, what follows; one line each, for people. White
 * space between them is one space that belongs to `before` or `after`.
 */
export interface CitingSentence {
  readonly before: string;
  readonly citation: string;
  readonly after: string;
}

/** What is looked at on each side of a citation: a sentence that is longer is cut anyway. */
const reach = 320;
/** What is shown of each part. */
const mostShown = 160;

/**
 * The sentence around a cluster within its paragraph, without the marks of Markdown; cuts are marked by `…`. A cluster in
 * brackets that begins a sentence belongs to the one before, as `It rains. [@a]` is written; a bare `@a` of Typst begins one.
 * Constant time.
 */
export function sentenceAround(text: string, paragraph: OffsetRange, cluster: CitationCluster): CitingSentence {
  const { start, end } = cluster.range;
  const from = whole(text, Math.max(paragraph.start, start - reach));
  const to = whole(text, Math.min(Math.max(paragraph.end, end), end + reach));
  const lead = text.slice(from, start);
  const rest = text.slice(end, to);
  const { at, isOver } = beginningIn(lead, cluster.kind === 'bracketed' && text[start] !== '@');
  // A letter stands for the citation: white space and marks beside it are not at an end.
  const before = flat(`${lead.slice(at)}X`).slice(0, -1);
  const cutBefore = at === 0 && from > paragraph.start;
  const length = isOver ? 0 : endIn(rest, lead);
  const after = flat(`X${rest.slice(0, length)}`).slice(1);
  const cutAfter = length === rest.length && to < paragraph.end;
  return {
    before: lastPart(before, cutBefore),
    citation: shorten(singleLine(text.slice(start, Math.min(end, start + reach))), mostShown),
    after: firstPart(after, cutAfter),
  };
}

/** Where the sentence begins that a citation after `lead` belongs to, and whether it has ended before the citation. */
function beginningIn(lead: string, inBrackets: boolean): { readonly at: number; readonly isOver: boolean } {
  // A letter after it: whether the last sentence has ended does not depend on what comes.
  const ends = sentenceEnds(`${lead}X`).filter((end) => end <= lead.length);
  const last = Math.max(ends.at(-1) ?? 0, cellStart(lead));
  const isOver = inBrackets && last > 0 && lead.slice(last).trim() === '' && /[.!?]["')\]\u201D\u2019]?\s+$/.test(lead);
  const isNear = isOver && !/\n\s*\n\s*$/.test(lead);
  return isNear ? { at: Math.max(ends.at(-2) ?? 0, cellStart(lead)), isOver } : { at: last, isOver: false };
}

/** How much of `rest` belongs to the sentence. */
function endIn(rest: string, lead: string): number {
  const end = sentenceEnds(rest)[0] ?? rest.length;
  const cell = cellStart(lead) === 0 ? -1 : rest.search(/[|\r\n]/);
  return cell === -1 ? end : Math.min(end, cell);
}

/** Where the cell of a table begins that `lead` ends in; 0 when there is none. */
function cellStart(lead: string): number {
  return /^[ \t]*\|/.test(lastLine(lead)) ? lead.lastIndexOf('|') + 1 : 0;
}

/** An escaped sign; else a mark that begins or ends an emphasis, or a backtick. */
const marks =
  /\\([!-/:-@[-`{-~])|`|(?<=^|[\s([{"'\u2018\u201C])(?:\*{1,3}|_{1,3}|~~)(?=[^\s*_~])|(?<=[^\s*_~])(?:\*{1,3}|_{1,3}|~~)(?=$|[\s.,;:!?)\]}"'\u2019\u201D])/g;

/** One line without marks of Markdown; formulas and code stay as they are written, code without its backticks. */
function flat(markdown: string): string {
  if (!/[\\`*_~<>[#]/.test(markdown)) return singleLine(markdown);
  const plain = markdown
    .replace(/<!--(?:[^-]|-(?!->))*(?:-->|$)/g, ' ')
    .replace(/([\r\n])[ \t]*>[> \t]*/g, '$1')
    .replace(/^#{1,6}[ \t]+/, '')
    .replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(marks, (_, escaped: string | undefined) => escaped ?? '');
  return singleLine(plain);
}

function lastPart(line: string, isCut: boolean): string {
  if (line.length <= mostShown) return isCut ? `…${line}` : line;
  const from = line.length - mostShown;
  const space = line.indexOf(' ', from - 1);
  return `…${line.slice(space >= 0 && space - from < 40 ? space + 1 : whole(line, from))}`;
}

function firstPart(line: string, isCut: boolean): string {
  if (line.length <= mostShown) return isCut ? `${line}…` : line;
  const space = line.lastIndexOf(' ', mostShown);
  return `${line.slice(0, mostShown - space < 40 ? space : whole(line, mostShown))}…`;
}

/** Never between the two halves of a surrogate pair. */
function whole(line: string, at: number): number {
  const unit = line.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
