import { element } from '../dom.ts';

/** Copies a text; false when neither way is allowed. The selection command is for hosts that deny the clipboard API. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const before = document.activeElement;
    const area = element('textarea', { attributes: { class: 'heard', 'aria-hidden': 'true' } });
    document.body.append(area);
    area.value = text;
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done;
  }
}

/** What to say of a copy. */
export const copyOutcome = (done: boolean): string => (done ? 'Copied.' : 'Not copied: select the text and copy it.');
