import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { drag, placeOf } from './dragging.ts';
import { mossFolder } from './mossFolder.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';
import { withWorkbench } from './withWorkbench.ts';

const text = `---
bibliography: moss.bib
---

Walls live [@slate; @mortar]. So say @stone and [@slate, p. 3].

Roofs, too [@slate], as @fig-roof shows.
`;
const folder = mossFolder('references', { text });
writeFileSync(path.join(folder, 'empty.md'), 'Nothing yet.\n');
writeFileSync(path.join(folder, 'part.tex'), 'Walls \\cite{gutters} live \\nocite{slate}.\n');
writeFileSync(path.join(folder, 'code.py'), 'x = 1\n');

/** The view, with its library closed above it. */
function pane({ page }: Workbench): Locator {
  return page.locator('.pane', { has: page.locator('.pane-header', { hasText: 'References of This Document' }) });
}

/** The rows: label and what stands behind it. */
async function rows(workbench: Workbench): Promise<string[]> {
  return pane(workbench)
    .locator('.monaco-list-row')
    .evaluateAll((all) =>
      all.map((row) =>
        ['.label-name', '.label-description'].map((part) => row.querySelector(part)?.textContent ?? '').join(' | '),
      ),
    );
}

async function open(workbench: Workbench, file: string): Promise<void> {
  await workbench.openPaperside();
  await workbench.openFile(file);
  await workbench.runCommand('Paperside: Focus on References of This Document View');
  await pane(workbench).locator('.pane-body').waitFor();
}

/** Where the selection of the editor is, as the status bar says it. */
async function cursor({ page }: Workbench): Promise<string> {
  return page.locator('[id="status.editor.selection"]').innerText();
}

test('the view lists what the text cites, follows it, and leads from citation to citation', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await open(workbench, 'text.md');
    await until('the references', async () => (await rows(workbench)).length === 3);
    expect(await rows(workbench)).toEqual([
      '@stone | ',
      'Lichens on Slate | 3× · Slate, 2019',
      'Lichens on Mortar | Stone, 2001',
    ]);
    const slate = pane(workbench).locator('.monaco-list-row', { hasText: 'Lichens on Slate' });
    expect(await slate.getAttribute('aria-label')).toContain('Paper Lichens on Slate, 2019');
    expect(await slate.getAttribute('aria-label')).toContain('cited 3 times');
    for (const [place, where] of [
      ['1/3', 'Ln 5, Col 19 (5 selected)'],
      ['2/3', 'Ln 5, Col 56 (5 selected)'],
      ['3/3', 'Ln 7, Col 19 (5 selected)'],
      ['1/3', 'Ln 5, Col 19 (5 selected)'],
    ]) {
      await slate.click();
      await until(`${place}`, async () => (await rows(workbench))[1] === `Lichens on Slate | ${place} · Slate, 2019`);
      expect(await cursor(workbench)).toBe(where);
    }
    await workbench.screenshot('document-references');
    // By the keyboard, another row begins with its first citation.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await until('the unknown one', async () => (await cursor(workbench)) === 'Ln 5, Col 44 (5 selected)');

    await workbench.editor.locator('.view-lines').first().click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('New [@gutters');
    await until('what was typed', async () => (await rows(workbench)).at(-1) === 'Mosses in Gutters | Lead, 2021');
  });
});

test('a row is dragged into the text, and copied as a citation of the language', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(workbench, 'part.tex');
    await until('the references', async () => (await rows(workbench)).length === 2);
    const row = pane(workbench).locator('.monaco-list-row', { hasText: 'Lichens on Slate' });
    await drag(workbench, row, await placeOf(workbench, ' live'));
    await until('the citation', async () => (await workbench.prose()).includes('Walls \\cite{gutters,slate} live'));
    await until('its count', async () => (await rows(workbench))[1] === 'Lichens on Slate | 2× · Slate, 2019');
    await row.click();
    await page.keyboard.press('ControlOrMeta+c');
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await until('the key', async () => (await copied()) === 'slate');
    await row.click({ button: 'right' });
    const menu = page.locator('.monaco-menu').getByText('Copy as Citation');
    await menu.waitFor();
    await workbench.screenshot('document-references-menu');
    await menu.click();
    await until('the citation', async () => (await copied()) === '\\cite{slate}');
  });
});

test('a document that cites nothing, and one that cannot cite, say so', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    await open(workbench, 'empty.md');
    await pane(workbench).getByText('This document cites nothing yet.').waitFor();
    await workbench.screenshot('document-references-none');
    await workbench.openFile('code.py');
    await pane(workbench).getByText('What a document cites is listed here').waitFor();
    await workbench.openFile('text.md');
    await until('the references', async () => (await rows(workbench)).length === 3);
  });
});
