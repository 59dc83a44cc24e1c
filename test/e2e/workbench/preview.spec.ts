import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { entry, mossFolder } from './mossFolder.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';
import { withWorkbench } from './withWorkbench.ts';

const text = `---
bibliography: moss.bib
---

# Walls and roofs

Walls live [see @slate, p. 3; @mortar]. As @gutters [chap. 2] has it, roofs do too, but not everything does
[-@slate]. Nobody has read @stone, and \`[@slate]\` is code.

See @fig-roof and write to ben@slate.org.

# References
`;
const abstract = `  abstract = {Moss grows in gutters. ${'It keeps what falls from the roof. '.repeat(20)}},\n`;
const hostile = entry(
  'evil',
  '{<img src=x onerror=alert(1)>} **Moss** & [x](command:workbench.action.quit)',
  'O\'Neil, "Ada"',
  2003,
);
const folder = mossFolder('preview', { text, more: [hostile] });
writeFileSync(
  path.join(folder, 'moss.bib'),
  readFileSync(path.join(folder, 'moss.bib'), 'utf8').replace('@article{gutters,\n', `@article{gutters,\n${abstract}`),
);
writeFileSync(path.join(folder, 'evil.md'), 'So [@evil].\n');
writeFileSync(path.join(folder, 'quarto.qmd'), '---\ntitle: Quarto\n---\n\nSo [@slate].\n');

/** The page of the preview, which is opened beside the editor. */
async function openPreview(workbench: Workbench, file = 'text.md'): Promise<Frame> {
  await workbench.openPaperside();
  await workbench.openFile(file);
  await workbench.runCommand('Markdown: Open Preview to the Side');
  await workbench.readerFrame('.markdown-body');
  await workbench.page.locator('.editor-group-container.active').last().waitFor();
  return preview(workbench);
}

/** VS Code draws the page of a preview anew when something beside the text has changed. */
async function preview(workbench: Workbench): Promise<Frame> {
  return workbench.readerFrame('.markdown-body');
}

async function shownText(workbench: Workbench): Promise<string> {
  const frame = await preview(workbench);
  const shown = await frame
    .locator('.markdown-body')
    .innerText()
    .catch(() => '');
  return shown.replaceAll(/\s+/g, ' ');
}

async function untilShown(workbench: Workbench, ...parts: readonly string[]): Promise<string> {
  await until(`${parts.join(', ')} in the preview`, async () => {
    const shown = await shownText(workbench);
    return parts.every((part) => shown.includes(part));
  });
  return shownText(workbench);
}

test('citations are formatted in the preview, with the list and cards; what is typed shows up without a save', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await openPreview(workbench);
    const shown = await untilShown(workbench, '(see Slate, 2019, p. 3; Stone, 2001)');
    expect(shown).toContain('As Lead (2021, Chapter 2) has it');
    expect(shown).toContain('not everything does (2019).');
    expect(shown).toContain('Nobody has read @stone, and [@slate] is code.');
    expect(shown).toContain('See @fig-roof and write to ben@slate.org.');
    expect(shown).toContain('Slate, B. (2019). Lichens on Slate.');
    await workbench.screenshot('preview-dark');

    await page.locator('.editor-group-container').first().locator('.view-lines').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('Grown [@evil] anew.');
    await untilShown(workbench, 'Grown (O’Neil, 2003) anew.');
    expect(readFileSync(path.join(workbench.folder, 'text.md'), 'utf8')).not.toContain('Grown');

    const frame = await preview(workbench);
    const link = frame.locator('.paperside-citation', { hasText: 'Lead' });
    await link.hover();
    const card = frame.locator('.paperside-card');
    await card.waitFor({ state: 'visible' });
    expect(await card.innerText()).toMatch(/^Mosses in Gutters\s+Lead, 2021\s+Moss grows in gutters\./);
    await workbench.screenshot('preview-card');
    await page.keyboard.press('Escape');
  });
});
