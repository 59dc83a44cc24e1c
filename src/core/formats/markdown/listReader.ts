import type { Block } from './blocks.ts';
import { isAbstractLabel, readDetails, type Detail } from './entryDetails.ts';
import { readTail } from './entryTail.ts';
import { readTitle } from './entryTitle.ts';
import type { InlineText } from './inlineMark.ts';
import { inlineText } from './inlineText.ts';
import type { References } from './linkTarget.ts';
import type { Entry } from './listEntry.ts';
import { ListedPaper } from './listedPaper.ts';
import { PaperTable } from './paperTable.ts';
import { documentTitle, headingText, isBare, isBoldLine, itemTopic, longestTopicLine } from './topicLines.ts';
import { ThemeStack, topicOf } from './themeStack.ts';
import { isPaper, isPaperParagraph } from './verdict.ts';

interface OpenItem {
  readonly block: Block;
  readonly inline: InlineText;
  readonly details: (Detail & { readonly line: number; readonly end: number })[];
  /** Papers inside it that no other item above them names a topic for. */
  readonly papers: Entry[];
}

/** A paper that is no item: what stands below it may belong to it. */
interface Owner {
  readonly entry: Entry;
  readonly details: Detail[];
}

/** Levels below those of headings. */
const foldLevel = 7;
const lineLevel = 8;
const lookAhead = 4;
/** Of what stands below an item that is no paper, so much belongs to the one above it. */
const maxInherited = 30;

/** Reads the blocks of a list, one after the other. Every text is looked at a bounded number of times. */
export class ListReader {
  readonly #lines: readonly string[];
  readonly #blocks: readonly Block[];
  readonly #references: References;
  readonly #themes = new ThemeStack();
  readonly #entries: Entry[] = [];
  readonly #untitled: number[] = [];
  readonly #inlines = new Map<Block, InlineText>();
  #open: OpenItem[] = [];
  #owner: Owner | undefined;
  /** The last paper that is an item, while nothing came after it; `alone` when no item stands before it in its list. */
  #last: { readonly entry: Entry; readonly alone: boolean } | undefined;
  #foldsAbstract = false;
  #itemsInRow = 0;

  constructor(lines: readonly string[], blocks: readonly Block[], references: References) {
    this.#lines = lines;
    this.#blocks = blocks;
    this.#references = references;
  }

  read(): { readonly entries: Entry[]; readonly untitled: readonly number[] } {
    const title = documentTitle(this.#blocks);
    for (const [index, block] of this.#blocks.entries()) {
      if (block.kind === 'item') this.#takeItem(block);
      else if (block.kind === 'paragraph') this.#takeParagraph(block, index);
      else if (block.kind === 'table') this.#takeTable(block);
      else if (block.kind === 'heading') this.#takeHeading(block, index, block === title);
      else this.#takeFold(block);
    }
    this.#closeItems(0);
    this.#closeOwner();
    return { entries: this.#entries, untitled: this.#untitled };
  }

  #inline(block: Block): InlineText {
    const known = this.#inlines.get(block);
    if (known !== undefined) return known;
    const inline = inlineText(block.text, this.#references);
    if (block.kind !== 'item') this.#inlines.set(block, inline);
    return inline;
  }

  #takeItem(block: Block): void {
    this.#foldsAbstract = false;
    this.#closeItems(block.indent);
    if (this.#open.length === 0) this.#itemsInRow += 1;
    this.#open.push({ block, inline: this.#inline(block), details: [], papers: [] });
  }

  /** Ends the items that stand at `indent` or deeper. */
  #closeItems(indent: number): void {
    while ((this.#open.at(-1)?.block.indent ?? -1) >= indent) {
      const item = this.#open.pop();
      if (item !== undefined) this.#judgeItem(item, this.#open.at(-1));
    }
  }

  #judgeItem({ block, inline, details, papers }: OpenItem, parent: OpenItem | undefined): void {
    const paper = new ListedPaper();
    const end = readTitle(inline, paper);
    if (end !== -1) readTail(inline, end, paper);
    if (details.length > 0) readDetails(details, paper);
    if (end !== -1 && isPaper(paper)) {
      const last = details.at(-1)?.end ?? block.end;
      const entry: Entry = { kind: 'item', paper, line: block.line, end: last, topic: this.#themes.topic };
      this.#entries.push(entry);
      parent?.papers.push(entry);
      if (parent === undefined) {
        this.#last = { entry, alone: this.#itemsInRow === 1 };
        this.#closeOwner();
      }
      return;
    }
    const topic = papers.length === 0 ? undefined : itemTopic(inline);
    if (topic === undefined) parent?.papers.push(...papers);
    else for (const entry of papers) entry.topic = topic;
    const own = { inline, form: 'item' as const, line: block.line, end: block.end };
    if (parent !== undefined) parent.details.push(own, ...details.slice(0, maxInherited));
    else if (this.#owner !== undefined) {
      this.#owner.details.push(own, ...details.slice(0, maxInherited));
      this.#owner.entry.end = details.at(-1)?.end ?? block.end;
    } else if (end === -1 && paper.hasPaperLink && papers.length === 0 && isBare(inline))
      this.#untitled.push(block.line);
  }

  #takeParagraph(block: Block, index: number): void {
    const form = this.#foldsAbstract ? 'abstract' : block.quoted ? 'quote' : 'paragraph';
    const isBelow = form === 'abstract' || (block.quoted && !block.apart);
    if (!isBelow) this.#closeItems(block.indent);
    const item = this.#open.at(-1);
    const detail = { inline: this.#inline(block), form, line: block.line, end: block.end } as const;
    if (item !== undefined) {
      item.details.push(detail);
      return;
    }
    if (form === 'abstract' || form === 'quote') {
      if (this.#attach(detail)) return;
    }
    this.#takeOwnParagraph(block, index, detail);
  }

  /** To the paper above, whatever kind it is. */
  #attach(detail: Detail & { readonly end: number }): boolean {
    if (this.#owner !== undefined) {
      this.#owner.details.push(detail);
      this.#owner.entry.end = detail.end;
      return true;
    }
    if (this.#last === undefined) return false;
    readDetails([detail], this.#last.entry.paper);
    this.#last.entry.end = detail.end;
    return true;
  }

  #takeOwnParagraph(block: Block, index: number, detail: Detail & { readonly end: number }): void {
    const paper = new ListedPaper();
    const end = readTitle(detail.inline, paper);
    if (end !== -1) readTail(detail.inline, end, paper);
    if (end !== -1 && isPaperParagraph(paper, detail.inline.text.slice(end, end + 40))) {
      this.#own('paragraph', paper, block);
      return;
    }
    if (this.#takeTopicLine(block, index, detail.inline)) return;
    if (this.#owner !== undefined) this.#attach(detail);
    else if (this.#last?.alone === true && block.text.length > 120) this.#attach({ ...detail, form: 'abstract' });
    if (this.#owner === undefined) this.#last = undefined;
    this.#itemsInRow = 0;
  }

  /** A bold line, or one that ends with a colon, above a list is as good as a heading; above details it may be a paper. */
  #takeTopicLine(block: Block, index: number, inline: InlineText): boolean {
    const line = inline.text.trim();
    if (line.length > 400 || block.line !== block.end) return false;
    const next = this.#blocks[index + 1];
    const isBold = isBoldLine(inline);
    if (
      (next?.kind === 'item' || next?.kind === 'table') &&
      line.length <= longestTopicLine &&
      (isBold || /[:：]$/.test(line))
    ) {
      this.#endPaper();
      this.#themes.enter(lineLevel, topicOf(line));
      return true;
    }
    if (!isBold) return false;
    const paper = this.#titled(line, index);
    if (paper === undefined) return false;
    this.#own('paragraph', paper, block);
    return true;
  }

  #takeTable(block: Block): void {
    this.#closeItems(0);
    this.#endPaper();
    const rows = this.#lines.slice(block.line + 2, block.end + 1);
    const table = new PaperTable(block.text, rows, this.#references);
    for (const [index, row] of rows.entries()) {
      const paper = table.read(row);
      const line = block.line + 2 + index;
      if (paper !== undefined) this.#entries.push({ kind: 'row', paper, line, end: line, topic: this.#themes.topic });
    }
  }

  #takeHeading(block: Block, index: number, isTitle: boolean): void {
    this.#closeItems(0);
    this.#endPaper();
    this.#foldsAbstract = false;
    const inline = this.#inline(block);
    const paper = new ListedPaper();
    const end = isTitle ? -1 : readTitle(inline, paper);
    if (end !== -1 && paper.form !== 'plain') readTail(inline, end, paper);
    const isLinked = end !== -1 && paper.form !== 'plain' && paper.hasPaperLink && isPaper(paper);
    const found = isLinked ? paper : isTitle ? undefined : this.#titled(inline.text, index);
    if (found === undefined) this.#themes.enter(block.level, isTitle ? undefined : topicOf(headingText(inline)));
    else {
      this.#themes.leave(block.level);
      this.#own('heading', found, block);
    }
  }

  /** A paper whose title is a line of its own, when what stands right below says that it is one. */
  #titled(title: string, index: number): ListedPaper | undefined {
    const details: Detail[] = [];
    for (let next = index + 1; next <= index + lookAhead; next += 1) {
      const block = this.#blocks[next];
      if (block === undefined || (block.kind !== 'paragraph' && block.kind !== 'item')) break;
      const inline = this.#inline(block);
      if (isBoldLine(inline)) break;
      const isLabelled = /^\s*(?:authors?|paper|abstract|venue|year|link|pdf|arxiv|doi)\s*[:：]/i.test(
        inline.text.slice(0, 40),
      );
      if (block.kind === 'item' && !isLabelled) break;
      const own = new ListedPaper();
      const end = readTitle(inline, own);
      if (end !== -1) readTail(inline, end, own);
      if (!isLabelled && end !== -1 && isPaperParagraph(own, inline.text.slice(end, end + 40)) && own.form !== 'plain')
        break;
      details.push({ inline, form: 'paragraph' });
    }
    const text = title.replace(/\s+/g, ' ').trim();
    const bare = text.replace(/^\d{1,3}[.)]\s/, '');
    const probe = boldPaper(bare);
    readDetails(details, probe);
    return details.length > 0 && isPaper(probe) && topicOf(bare) !== undefined ? boldPaper(bare) : undefined;
  }

  /** From here on what stands below belongs to this paper. */
  #own(kind: Entry['kind'], paper: ListedPaper, { line, end }: Block): void {
    this.#endPaper();
    const entry: Entry = { kind, paper, line, end, topic: this.#themes.topic };
    this.#entries.push(entry);
    this.#owner = { entry, details: [] };
  }

  #closeOwner(): void {
    if (this.#owner !== undefined) readDetails(this.#owner.details, this.#owner.entry.paper);
    this.#owner = undefined;
  }

  #endPaper(): void {
    this.#closeOwner();
    this.#last = undefined;
    this.#itemsInRow = 0;
  }

  /** `<details>`: an abstract that is folded away, or a part of the list. */
  #takeFold(block: Block): void {
    if (block.kind === 'detailsEnd') {
      this.#endFold(block);
      return;
    }
    const { text } = this.#inline(block);
    this.#foldsAbstract = isAbstractLabel(text.trim());
    const isInside = (this.#open.at(-1)?.block.indent ?? Infinity) < block.indent;
    if (this.#foldsAbstract || isInside) return;
    this.#closeItems(0);
    this.#endPaper();
    this.#themes.enter(foldLevel, topicOf(text));
  }

  #endFold(block: Block): void {
    if (!this.#foldsAbstract) {
      if (this.#open.length === 0 || block.indent === 0) {
        this.#closeItems(0);
        this.#themes.leave(foldLevel);
      }
      return;
    }
    this.#foldsAbstract = false;
    const item = this.#open.at(-1);
    const last = item?.details.at(-1);
    if (item !== undefined && last !== undefined) item.details[item.details.length - 1] = { ...last, end: block.end };
    else if (this.#owner !== undefined) this.#owner.entry.end = block.end;
    else if (this.#last !== undefined) this.#last.entry.end = block.end;
  }
}

function boldPaper(title: string): ListedPaper {
  const paper = new ListedPaper();
  paper.title = title;
  paper.form = 'bold';
  return paper;
}
