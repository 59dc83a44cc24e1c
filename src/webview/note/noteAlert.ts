import { displayText } from '../displayText.ts';
import { button, element } from '../dom.ts';
import type { NoteRemedy, NoteStatus } from '../noteStatus.ts';

const labels: Readonly<Record<NoteRemedy, string>> = {
  retry: 'Try again',
  compare: 'Compare',
  openFile: 'Open as file',
  copy: 'Copy text',
  dismiss: 'Dismiss',
};

/** What needs the writer's attention, with what can be done about it. */
export interface NoteAlert {
  readonly element: HTMLElement;
  render(status: NoteStatus): void;
}

/** Makes the alert; the buttons tell `remedy`. Hidden while there is nothing to say. */
export function createNoteAlert(remedy: (which: NoteRemedy) => void): NoteAlert {
  const text = element('p', { attributes: { class: 'alert-text', role: 'alert', dir: 'auto' } });
  const ids: readonly NoteRemedy[] = ['retry', 'compare', 'openFile', 'copy', 'dismiss'];
  const buttons = ids.map((id) => ({
    id,
    node: button({ text: labels[id], id: `note-${id}`, kind: 'secondary' }, () => remedy(id)),
  }));
  const row = element('div', { attributes: { class: 'alert-buttons' } }, ...buttons.map(({ node }) => node));
  const box = element('div', { attributes: { class: 'alert', hidden: '' } }, text, row);
  return {
    element: box,
    render({ alert, remedies, severity }) {
      const shown = displayText(alert ?? '');
      // A live region speaks when its text is set, even to the same.
      if (text.textContent !== shown) text.textContent = shown;
      box.hidden = alert === undefined;
      box.className = severity === 'warning' ? 'alert warning' : 'alert';
      for (const { id, node } of buttons) node.hidden = !remedies.includes(id);
    },
  };
}
