import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** By the mouse, as a hand does it: VS Code looks at the way, not only at its ends. */
export async function drag(
  { page }: Workbench,
  from: Locator,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const box = await from.boundingBox();
  if (box === null) throw new Error('Nothing to drag.');
  await page.mouse.move(box.x + 60, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 70, box.y + box.height / 2 + 4, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 12 });
  await page.mouse.move(to.x + 1, to.y, { steps: 3 });
  await page.waitForTimeout(300);
  await page.mouse.up();
}

/** Where a drop on an element falls. */
export async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('Nothing to drop on.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** In front of the words, where a cursor would stand. */
export async function placeOf({ page }: Workbench, words: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((text) => {
    for (const line of document.querySelectorAll('.editor-instance .view-line')) {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(text);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left + 1, y: top + height / 2 };
      }
    }
    return undefined;
  }, words);
  if (place === undefined) throw new Error(`"${words}" is not on screen.`);
  return place;
}
