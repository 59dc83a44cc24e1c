import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  deleteMarkupBackward,
  insertNewlineContinueMarkupCommand,
  markdownLanguage,
  pasteURLAsLink,
} from '@codemirror/lang-markdown';
import { search, searchKeymap } from '@codemirror/search';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { toggleMark } from './emphasis.ts';
import { indentList, outdentList } from './listIndent.ts';
import { surfaceTexts, type SurfaceEvents } from './noteSurface.ts';

/** What the keyboard does in a note. Tab is taken in lists only; Escape, then Tab, leaves even those (a view's own rule). */
export function codeKeys(events: Pick<SurfaceEvents, 'left' | 'refused'>): Extension {
  const saveNow = (): boolean => {
    events.left();
    return true;
  };
  return [
    history(),
    search({ top: true }),
    markdownLanguage,
    pasteURLAsLink,
    keymap.of([
      { key: 'Mod-b', run: toggleMark('**') },
      { key: 'Mod-i', run: toggleMark('*') },
      { key: 'Mod-s', run: saveNow },
      { key: 'Tab', run: indentList, shift: outdentList },
      // An empty item ends its list, also the second one.
      { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
      { key: 'Backspace', run: deleteMarkupBackward },
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.domEventHandlers({
      paste: (event) => refuseFiles(event, event.clipboardData, events),
      drop: (event) => refuseFiles(event, event.dataTransfer, events),
    }),
  ];
}

/** Pictures have no place in a text: said, instead of dropped without a word. Text that comes with them is taken. */
function refuseFiles(event: Event, data: DataTransfer | null, events: Pick<SurfaceEvents, 'refused'>): boolean {
  if (data === null || data.files.length === 0 || data.getData('text/plain') !== '') return false;
  event.preventDefault();
  events.refused(surfaceTexts.noFiles);
  return true;
}
