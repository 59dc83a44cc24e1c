import * as vscode from 'vscode';
import type { KeyCompletion, WrittenKey } from '../../../core/citations/completion/keyCompletion.ts';
import { byline } from '../../../core/text/byline.ts';
import { plainLabel } from '../../../core/text/plainText.ts';
import type { OfferedPaper } from './offeredPapers.ts';
import type { TextPart } from '../../textAround.ts';

/** Characters of a list of the usual width, in which VS Code leaves out who wrote a paper when its title is too long. */
const listWidth = 48;
const leastTitle = 25;
const longestByline = 30;
/**
 * What may be typed before the next answer is there: VS Code keeps the list as long as its own filter finds that, letter by
 * letter, behind what was typed. No full stop among it: that ends a sentence, and the next Enter a line.
 */
const typedNext = ':-_/+ 0123456789abcdefghijklmnopqrstuvwxyz';

/** A paper to be cited. */
export class CitationItem extends vscode.CompletionItem {
  readonly key: string;

  constructor(key: string, label: vscode.CompletionItemLabel) {
    super(label, vscode.CompletionItemKind.Reference);
    this.key = key;
  }
}

/** Where items go. */
export interface ItemPlace {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly part: TextPart;
  readonly completion: KeyCompletion;
}

/** The items for these papers in their order, without those that cannot be cited at this place. */
export function citationItems(place: ItemPlace, papers: readonly OfferedPaper[]): CitationItem[] {
  const writable = papers.flatMap((paper) => {
    const written = place.completion.write(paper.key);
    return written === undefined ? [] : [{ paper, written }];
  });
  // VS Code ranks by how well its filter likes each, so it has to see the same of all.
  const start = Math.min(...writable.map(({ written }) => written.start));
  return writable.map(({ paper, written }, rank) => itemOf(place, paper, { written, start, rank }));
}

function itemOf(
  { document, position, part }: ItemPlace,
  { row, key }: OfferedPaper,
  { written, start, rank }: { readonly written: WrittenKey; readonly start: number; readonly rank: number },
): CitationItem {
  const description = plainLabel(byline(row), longestByline);
  const longest = Math.max(leastTitle, listWidth - description.length);
  const item = new CitationItem(row.key, {
    label: plainLabel(row.title === '' ? key : row.title, longest),
    description,
  });
  const from = document.positionAt(part.start + start);
  const rangeTo = (offset: number): vscode.Range => new vscode.Range(from, document.positionAt(part.start + offset));
  item.range = { inserting: rangeTo(written.insertEnd), replacing: rangeTo(written.end) };
  item.insertText = part.text.slice(start, written.start) + written.text;
  item.filterText = document.getText(new vscode.Range(from, position)) + typedNext;
  item.sortText = String(rank).padStart(4, '0');
  item.detail = plainLabel(`@${key}`);
  return item;
}
