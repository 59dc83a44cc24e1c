import { readTail } from './entryTail.ts';
import { readTitle } from './entryTitle.ts';
import { isLinkLabel, isPaperAddress } from './evidence.ts';
import type { InlineText } from './inlineMark.ts';
import { inlineText } from './inlineText.ts';
import type { References } from './linkTarget.ts';
import { ListedPaper } from './listedPaper.ts';
import { listedAuthors } from './people.ts';
import { tableCells } from './tableCells.ts';
import { tagDate, venueTag } from './venueTag.ts';

type Column = 'title' | 'paper' | 'authors' | 'venue' | 'date' | 'link' | 'abstract' | 'keywords' | 'none';

const names: readonly (readonly [column: Column, name: RegExp])[] = [
  ['title', /^(?:(?:paper |article )?titles?|标题|题目|论文标题)$/i],
  ['paper', /^(?:papers?|articles?|work|publications?|name|reference|论文|paper name|method \/ paper)$/i],
  ['authors', /^(?:(?:first )?authors?(?:\(s\))?|作者)$/i],
  [
    'venue',
    /^(?:venues?|conf(?:erence)?\.?|journal|published(?: in| at)?|publication venue|venue \/ year|pub\.?|source|where|会议|期刊)$/i,
  ],
  ['date', /^(?:(?:publication )?date|year|published on|time|month|when|年份|时间|日期)$/i],
  [
    'link',
    /^(?:links?|pdf|url|arxiv|doi|code|github|repo(?:sitory)?|implementation|project(?: page)?|page|website|resources?|codes?|paper link|paper & code|链接|代码)$/i,
  ],
  ['abstract', /^(?:abstract|tl;?\s?dr|summary|摘要)$/i],
  ['keywords', /^(?:tags?|keywords?|topics?|category|task|关键词)$/i],
];
/** Rows that are asked which column holds the titles when no name says so. */
const asked = 8;
/** In one cell. */
const maxLinks = 50;

/** Reads the rows of a Markdown table, when it is one of papers; `undefined` for a row that holds none. */
export class PaperTable {
  readonly #columns: readonly Column[];
  readonly #title: number;
  readonly #references: References;

  constructor(header: string, rows: readonly string[], references: References) {
    this.#references = references;
    const columns = tableCells(header).map((cell) => columnOf(inlineText(cell, references).text));
    const named = columns.indexOf('title');
    this.#title = named === -1 ? this.#titleColumn(columns, rows) : named;
    this.#columns = columns.map((column) => (column === 'paper' || column === 'title' ? 'link' : column));
  }

  /** The paper of one row. Its title stands in the title's column, with whatever else is there; the others say what they are called. */
  read(row: string): ListedPaper | undefined {
    const cells = tableCells(row);
    const title = this.#title === -1 ? undefined : cells[this.#title];
    if (title === undefined) return undefined;
    const inline = inlineText(title, this.#references);
    let paper = new ListedPaper();
    const end = readTitle(inline, paper);
    if (end === -1 || paper.form === 'plain') {
      paper = new ListedPaper();
      wholeCell(inline, paper);
      readCell('link', inline, paper);
    } else readTail(inline, end, paper, false);
    for (const [index, cell] of cells.entries()) {
      if (index !== this.#title && cell !== '')
        readCell(this.#columns[index] ?? 'none', inlineText(cell, this.#references), paper);
    }
    paper.description = '';
    const isDated = paper.issued !== undefined && (paper.authors.length > 0 || paper.venue !== '');
    return paper.isTitled && (paper.hasPaperLink || isDated) ? paper : undefined;
  }

  /** The column called "Paper" holds titles or links; without a name, the column whose links are titled and lead to papers. */
  #titleColumn(columns: readonly Column[], rows: readonly string[]): number {
    const sample = rows.slice(0, asked).map((row) =>
      tableCells(row)
        .slice(0, 30)
        .map((cell) => inlineText(cell, this.#references)),
    );
    const titled = (index: number, needsLink: boolean): number =>
      sample.filter((cells) => isTitled(cells[index], needsLink)).length;
    const called = columns.indexOf('paper');
    if (called !== -1 && titled(called, false) * 2 > sample.length) return called;
    return columns.findIndex((_, index) => titled(index, true) * 2 > sample.length);
  }
}

function columnOf(name: string): Column {
  const text = name.replace(/[^\p{L}\p{N}()/;&. ]/gu, '').trim();
  return names.find(([, pattern]) => pattern.test(text))?.[0] ?? 'none';
}

function isTitled(cell: InlineText | undefined, needsLink: boolean): boolean {
  if (cell === undefined) return false;
  if (!needsLink) return cell.text.trim().split(/\s+/).length >= 2 && !isLinkLabel(cell.text);
  return cell.marks.some(
    ({ kind, url, start, end }) =>
      kind === 'link' &&
      isPaperAddress(url) &&
      !isLinkLabel(cell.text.slice(start, end)) &&
      venueTag(cell.text.slice(start, end)) === undefined,
  );
}

/** In the column of titles, text that nothing marks is a title, up to a line break. */
function wholeCell({ text, marks }: InlineText, paper: ListedPaper): void {
  const link = marks.find(
    ({ kind, start, end }) => (kind === 'link' && isLinkLabel(text.slice(start, end))) || kind === 'image',
  );
  const [line = ''] = text.slice(0, link?.start ?? text.length).split('\n', 1);
  paper.title = line
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 2_000)
    .replace(/[\s[(,]{1,9}$/, '');
  paper.form = 'cell';
}

function readCell(column: Column, inline: InlineText, paper: ListedPaper): void {
  const text = inline.text.replace(/\s+/g, ' ').trim();
  if (column === 'abstract') paper.abstract(text);
  else if (column === 'keywords') paper.keywords(text);
  else if (column === 'authors') paper.authors = listedAuthors(text) ?? paper.authors;
  else if (column === 'date') paper.tag({ issued: tagDate(text) ?? venueTag(text)?.issued });
  else if (column === 'venue') {
    const tag = venueTag(text);
    paper.tag(tag ?? (/\p{L}/u.test(text) && text.length < 200 ? { venue: text } : {}));
  }
  if (column === 'none' || column === 'abstract' || column === 'keywords') return;
  const { marks } = inline;
  for (const [index, mark] of marks.slice(0, maxLinks).entries()) {
    if (mark.kind !== 'link') continue;
    const name = inline.text.slice(mark.start, mark.end).trim();
    const image =
      name !== ''
        ? undefined
        : marks
            .slice(index, index + 4)
            .find((inner) => inner.kind === 'image' && inner.start >= mark.start && inner.end <= mark.end);
    paper.link(name === '' ? (image?.alt ?? '') : name, mark.url);
  }
}
