import type { Page } from 'playwright-core';

/** What the page remembers, under this name of its window. */
const memory = 'papersideRowWatch';

/** Begins to note when keys come and when the rows of a quick pick that follow are drawn. */
export async function watchRows(page: Page): Promise<void> {
  await page.evaluate((name) => {
    const watch = { key: 0, drawn: 0, rows: '' };
    Reflect.set(globalThis, name, watch);
    document.addEventListener('keydown', () => Object.assign(watch, { key: performance.now(), drawn: 0 }), true);
    new MutationObserver(() => {
      const shown = [...document.querySelectorAll('.quick-input-list .monaco-list-row')];
      const rows = shown.map((row) => row.getAttribute('aria-label') ?? '').join('\n');
      if (rows === watch.rows) return;
      watch.rows = rows;
      requestAnimationFrame(() => (watch.drawn = performance.now()));
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }, memory);
}

/** Milliseconds from the last key to the frame with its rows; `undefined` when they stayed as they were. */
export async function drawnAfter(page: Page): Promise<number | undefined> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate((name) => {
    const watch: unknown = Reflect.get(globalThis, name);
    if (typeof watch !== 'object' || watch === null || !('key' in watch) || !('drawn' in watch)) return undefined;
    const time = Number(watch.drawn) - Number(watch.key);
    return time > 0 ? time : undefined;
  }, memory);
}
