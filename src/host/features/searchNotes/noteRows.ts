import * as vscode from 'vscode';
import { byline } from '../../../core/text/byline.ts';
import { plainLabel, shorten, singleLine } from '../../../core/text/plainText.ts';
import type { NoteAnswer } from '../../../engine/paperEngine.ts';

/** A note to be chosen. */
export interface NoteItem extends vscode.QuickPickItem {
  readonly note: NoteAnswer;
}

/** Any row. Those that are no note only say something. */
export type NoteRow = NoteItem | vscode.QuickPickItem;

/** What there is to show for a value. `failed`: no answer, and none to be expected before the library changes. */
export interface FoundNotes {
  readonly value: string;
  readonly state: 'complete' | 'indexing' | 'failed';
  readonly answers: readonly NoteAnswer[];
  /** How many notes there are at all. */
  readonly notes: number;
}

/** The button that opens the file. */
const fileButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon('go-to-file'),
  tooltip: 'Open Note as File',
};

const maxShownQuery = 60;

/** Whether the row is a note. */
export function isNote(row: NoteRow): row is NoteItem {
  return 'note' in row;
}

/** The rows of an answer; where there are none, one that says what to do. */
export function noteRows(found: FoundNotes): readonly NoteRow[] {
  return found.answers.length > 0 ? found.answers.map(noteItem) : [noticeItem(found)];
}

function noteItem(note: NoteAnswer): NoteItem {
  const { row, name, excerpt } = note;
  return {
    note,
    label: plainLabel(row?.title ?? name),
    description: plainLabel(row === undefined ? 'its paper is not in the library' : byline(row)),
    detail: plainLabel(excerpt),
    alwaysShow: true,
    buttons: [fileButton],
  };
}

function noticeItem({ value, state, notes }: FoundNotes): vscode.QuickPickItem {
  const query = shorten(singleLine(value), maxShownQuery);
  const [label, detail] = noticeOf(query, state, notes);
  return { label: plainLabel(label), alwaysShow: true, ...(detail === '' ? {} : { detail }) };
}

function noticeOf(query: string, state: FoundNotes['state'], notes: number): readonly [string, string] {
  if (state === 'failed') {
    return ['The notes cannot be searched now', 'Run "Paperside: Reload Library", or look into its log.'];
  }
  if (state === 'indexing') {
    return [query === '' ? 'Reading notes…' : `Reading notes… nothing found for “${query}” so far`, ''];
  }
  if (notes === 0) {
    return ['There are no notes yet', 'Open a paper and write below its abstract, or run "Paperside: Open Note".'];
  }
  return [
    `No note says “${query}”`,
    'All words must stand in one note. To find papers, run "Paperside: Search Papers".',
  ];
}
