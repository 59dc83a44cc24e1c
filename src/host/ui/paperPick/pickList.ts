import type * as vscode from 'vscode';
import type { WriterFacts } from '../../../engine/paperEngine.ts';
import { noticeHeading, noticeItem, paperItem, separator, type PaperItem } from './pickRows.ts';
import type { Found } from './pickSearch.ts';
import type { TickedPapers } from './tickedPapers.ts';

/** What the pick shows of an answer. */
export interface PickList {
  readonly rows: readonly vscode.QuickPickItem[];
  /** The rows that the answer found and nobody ticked yet. */
  readonly papers: readonly PaperItem[];
}

/** Ticked papers first, then what was found; where that is nothing, why. */
export function pickList(found: Found, ticked: TickedPapers, facts: WriterFacts): PickList {
  const sections = found.sections.map(({ name, papers }) => ({
    head: name === '' ? [] : [separator(name)],
    items: papers.filter(({ row }) => !ticked.has(row.key)).map((paper) => paperItem(paper, facts)),
  }));
  const papers = sections.flatMap(({ items }) => items);
  if (papers.length > 0) {
    return { papers, rows: [...ticked.items, ...sections.flatMap(({ head, items }) => head.concat(items))] };
  }
  // Beside papers it would have a box to tick: a heading has none.
  return { papers, rows: ticked.items.length > 0 ? [noticeHeading(found), ...ticked.items] : [noticeItem(found)] };
}
