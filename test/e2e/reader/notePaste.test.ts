import { describe, expect, test } from 'vitest';

import { noteOf, richPaper } from './papers.ts';
import type { ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const { open: openPage } = useReader();
let reader: ReaderPage;

async function open(text: string): Promise<void> {
  reader = await openPage();
  await reader.show(richPaper, noteOf(text));
}

const status = () => reader.page.locator('.notes .status').textContent();
const heard = () => reader.page.locator('.notes [role=status]').textContent();
const press = (...keys: readonly string[]) =>
  keys.reduce((before, one) => before.then(() => reader.page.keyboard.press(one)), Promise.resolve());

const paste = (data: Record<string, string>, file?: string) =>
  reader.note.content.evaluate(
    (node, given) => {
      const clipboardData = new DataTransfer();
      for (const [kind, text] of Object.entries(given.data)) clipboardData.setData(kind, text);
      if (given.file !== undefined) clipboardData.items.add(new File(['x'], given.file, { type: 'image/png' }));
      node.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    { data, file },
  );

describe('what is pasted', () => {
  test('a picture is refused, with what to do', async () => {
    await open('');
    await reader.note.click();
    await paste({}, 'shot.png');
    const why = 'Pictures and files cannot be put in here: choose "Open note as file" and paste them there.';
    expect(await status()).toBe(why);
    expect(await heard()).toBe(why);
    expect(await reader.note.text()).toBe('');
  });

  test('an address over a selection becomes a link; anything else is plain text', async () => {
    await open('see this');
    await reader.note.click();
    await press('Control+End', 'Control+Shift+ArrowLeft');
    await paste({ 'text/plain': 'https://e.example/a', 'text/html': '<b>no</b>' });
    expect(await reader.note.text()).toBe('see [this](https://e.example/a)');
    await press('Control+End');
    await paste({ 'text/plain': '\r\nplain\r\n', 'text/html': '<b>bold</b>' });
    await expect
      .poll(async () => (await reader.lastEdit())?.text, { timeout: 3000 })
      .toBe('see [this](https://e.example/a)\nplain\n');
  });
});
