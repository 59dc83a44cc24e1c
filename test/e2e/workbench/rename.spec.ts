import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { message } from './message.ts';
import { until } from './until.ts';
import { withWorkbench } from './withWorkbench.ts';
import type { Workbench } from './workbench.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paperside-rename-'));
const refs = `@article{lee2020,
  title = {How Sea Otters Sleep},
  author = {Lee, Ann},
  year = {2020}
}

@misc{kim2021,
  title = {Sourdough as a Dynamical System}
}
`;
const files: Readonly<Record<string, string>> = {
  'refs.bib': refs,
  'text.md': '[see @lee2020, p. 3; @kim2021] otters sleep.\n\nSo says @lee2020.\n',
  'more.tex': 'Otters \\citep[p. 2]{kim2021, lee2020}.\n',
  'notes/lee2020.md': '---\ncitekey: lee2020\n---\n\nLike @kim2021.\n',
};
mkdirSync(path.join(folder, 'notes'));
for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens the text and, with the cursor in the first key, the box for a new name. */
async function startRename(workbench: Workbench): Promise<Locator> {
  const { page } = workbench;
  await workbench.openFile('text.md');
  await page.keyboard.press('ControlOrMeta+Home');
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowRight');
  const input = page.locator('.rename-box input.rename-input');
  await until(
    'the box',
    async () => {
      // Papers may still be read.
      await page.keyboard.press('F2');
      await input.waitFor({ timeout: 5_000 });
      return (await input.inputValue()) === 'lee2020';
    },
    60_000,
  );
  return input;
}

const textOf = (workbench: Workbench, name: string): string => readFileSync(path.join(workbench.folder, name), 'utf8');

test('a key is renamed everywhere, after a look at what will change', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    const input = await startRename(workbench);
    await input.fill('otters2020');
    await workbench.screenshot('rename-box');
    await input.press('ControlOrMeta+Enter');
    const preview = page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row').first().waitFor();
    const boxes = preview.locator('.monaco-list-row [role=checkbox]');
    await until('what will change', async () => (await boxes.count()) >= 8);
    const ticked = await boxes.evaluateAll((all) => all.map((box) => box.getAttribute('aria-checked')));
    expect([...new Set(ticked)]).toEqual(['true']);
    await workbench.screenshot('rename-preview');
    expect(textOf(workbench, 'refs.bib')).toBe(refs);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await until('all files', () =>
      ['refs.bib', 'more.tex', 'text.md'].every((name) => !textOf(workbench, name).includes('lee2020')),
    );
    for (const name of ['refs.bib', 'more.tex', 'text.md']) {
      expect(textOf(workbench, name)).toBe(files[name]?.replaceAll('lee2020', 'otters2020'));
    }
    expect(existsSync(path.join(workbench.folder, 'notes/lee2020.md'))).toBe(false);
    await until('the note', () => textOf(workbench, 'notes/otters2020.md').includes('citekey: otters2020'));
    await until('the paper', async () => /@otters2020/.test(await workbench.prose()));
    await workbench.screenshot('renamed');
  });
});

test('the key of another paper is refused with the reason, and nothing changes', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const input = await startRename(workbench);
    await input.fill('kim2021');
    await input.press('Enter');
    const reason =
      '"kim2021" is the key of another paper, "Sourdough as a Dynamical System": choose a key that no paper has.';
    await message(workbench, reason);
    expect(textOf(workbench, 'text.md')).toBe(files['text.md']);
    expect(await workbench.prose()).toContain('[see @lee2020, p. 3; @kim2021]');
  });
});
