import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeFootnoteExtension } from './footnoteExtension.ts';
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
const notes = `One [@slate, p. 3].[^a] Two, as @mortar says; $x_@slate$ is a formula.

[^a]: See [@gutters].

\`\`\`mermaid
graph TD; a["@slate"] --> b
\`\`\`
`;
writeFileSync(path.join(folder, 'notes.md'), notes);
const german = `---
bibliography: [moss.bib, gone.bib]
lang: de
reference-section-title: Literatur
nocite: "@mortar"
references:
- id: own
  type: book
  title: Eigenes Buch
  author: [{ family: Berg, given: Ada }, { family: Tal, given: Ben }]
  issued: { date-parts: [[2011]] }
  abstract: Steht nur hier.
---

Wie @own [Kap. 3] zeigt.
`;
writeFileSync(path.join(folder, 'german.md'), german);
writeFileSync(path.join(folder, 'readme.md'), 'Thanks to @octocat and [@someone].\n');
writeFileSync(path.join(folder, 'quarto.qmd'), '---\ntitle: Quarto\n---\n\nSo [@slate].\n');

writeFileSync(path.join(folder, 'later.md'), '---\nbibliography: moss.bib\n---\n\nSo [@slate].\n');

/** The page of the preview, which is opened beside the editor. */
async function openPreview(workbench: Workbench, file = 'text.md'): Promise<Frame> {
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
  let shown = '';
  await until(`${parts.join(', ')} in the preview`, async () => {
    shown = await shownText(workbench);
    const missing = parts.filter((part) => !shown.includes(part));
    if (missing.length > 0) throw new Error(`${missing.join(', ')} is not in ${shown}`);
    return true;
  });
  return shown;
}

/** The card of the citation with this text, by pointer or keyboard. */
async function cardOf(workbench: Workbench, name: string, by: 'pointer' | 'keyboard'): Promise<string> {
  let shown = '';
  await until(`the card of ${name}`, async () => {
    const frame = await preview(workbench);
    const link = frame.locator('.paperside-citation', { hasText: name }).first();
    if (by === 'pointer') await link.hover({ timeout: 2_000 });
    else {
      await link.focus({ timeout: 2_000 });
      await workbench.page.keyboard.press('Shift+Tab');
      await workbench.page.keyboard.press('Tab');
    }
    const card = frame.locator('.paperside-card');
    await card.waitFor({ state: 'visible', timeout: 2_000 });
    shown = await card.innerText();
    return true;
  });
  return shown;
}

test('citations are formatted in the preview, with the list and cards; what is typed shows up without a save', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    await workbench.openPaperside();
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
    await page.keyboard.type('Grown [@evil] anew. ');
    await untilShown(workbench, 'Grown (O’Neil, 2003) anew.');
    await page.keyboard.press('ControlOrMeta+Shift+F8');
    await workbench.quickPick.type('gutters');
    await until('the paper', async () => (await workbench.quickPick.labels())[0] === 'Mosses in Gutters');
    await workbench.quickPick.input.press('Enter');
    await untilShown(workbench, 'anew. (Lead, 2021)');
    expect(readFileSync(path.join(workbench.folder, 'text.md'), 'utf8')).not.toContain('Grown');

    expect(await cardOf(workbench, 'Lead', 'pointer')).toMatch(
      /^Mosses in Gutters\s+Lead, 2021\s+Moss grows in gutters\./,
    );
    await workbench.screenshot('preview-card');
    await page.locator('.editor-group-container').first().hover();
    await (await preview(workbench)).locator('.paperside-card').waitFor({ state: 'hidden' });
  });
});

test('titles are text, whatever stands in them, and a README that mentions people is left alone', async () => {
  await withWorkbench(
    { workspace: folder, viewport: { width: 900, height: 700 }, theme: 'Default High Contrast' },
    async (workbench) => {
      await openPreview(workbench, 'evil.md');
      await untilShown(workbench, '(O’Neil, 2003)', '<img src=x onerror=alert(1)> **Moss**');
      const frame = await preview(workbench);
      expect(await frame.locator('.markdown-body img, .markdown-body a[href^="command:"]').count()).toBe(0);
      expect(await cardOf(workbench, 'Neil', 'keyboard')).toContain('<img src=x onerror=alert(1)>');
      await workbench.screenshot('preview-high-contrast');
      await workbench.page.keyboard.press('Escape');
      await (await preview(workbench)).locator('.paperside-card').waitFor({ state: 'hidden' });

      await workbench.runCommand('View: Close All Editors');
      await openPreview(workbench, 'readme.md');
      await untilShown(workbench, 'Thanks to @octocat and [@someone].');
      expect(await (await preview(workbench)).locator('.paperside-unknown').count()).toBe(0);

      // The engine answers at once by now, before VS Code tells of the preview's tab.
      await workbench.runCommand('View: Close All Editors');
      await openPreview(workbench, 'text.md');
      await untilShown(workbench, '(see Slate, 2019, p. 3; Stone, 2001)');
      await workbench.runCommand('View: Close All Editors');
      await openPreview(workbench, 'later.md');
      await untilShown(workbench, 'So (Slate, 2019).');
    },
  );
});

test('styles with notes have notes, beside footnotes, formulas and diagrams of others; Quarto files are shown', async () => {
  const footnotes = makeFootnoteExtension();
  const settings = {
    'paperside.csl.style': 'chicago-note-bibliography',
    'files.associations': { '*.qmd': 'markdown' },
  };
  const theme = 'Default Light Modern';
  try {
    await withWorkbench({ workspace: folder, others: [footnotes.folder], settings, theme }, async (workbench) => {
      await openPreview(workbench, 'notes.md');
      await untilShown(workbench, 'Slate, “Lichens on Slate,” 3.', 'Two, as Stone');
      // The page may be drawn anew in between.
      await until('notes, footnotes, a formula and a diagram', async () => {
        const frame = await preview(workbench);
        const counts = ['.paperside-notes li', '.katex'].map((selector) => frame.locator(selector).count());
        const footnotesText = await frame.locator('.footnotes').innerText({ timeout: 1_000 });
        const isDrawn = await frame.locator('.mermaid svg, svg[id^="mermaid"]').first().isVisible();
        const [notesCount, formulas] = await Promise.all(counts);
        return notesCount === 2 && formulas === 1 && isDrawn && /See \(Lead, “Mosses in Gutters/.test(footnotesText);
      });
      await workbench.screenshot('preview-notes');

      await workbench.runCommand('View: Close All Editors');
      await openPreview(workbench, 'quarto.qmd');
      await untilShown(workbench, 'Slate, “Lichens on Slate.”');
    });
  } finally {
    footnotes.remove();
  }
});

test('a document says itself in which language, with which heading and with which further works it is shown', async () => {
  await withWorkbench({ workspace: folder, viewport: { width: 700, height: 800 } }, async (workbench) => {
    await openPreview(workbench, 'german.md');
    const shown = await untilShown(
      workbench,
      'Wie Berg & Tal (2011, Kapitel 3) zeigt.',
      'Stone, A. (2001). Lichens on Mortar.',
    );
    expect(shown).toMatch(
      /Literatur The bibliography gone\.bib does not exist.* Berg, A\., & Tal, B\. \(2011\)\. Eigenes Buch\./,
    );
    expect(await cardOf(workbench, 'Berg', 'pointer')).toContain('Steht nur hier.');
    await workbench.screenshot('preview-narrow');
  });
});

test('a change of the style and of a paper file is drawn without a word typed', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    await openPreview(workbench);
    await untilShown(workbench, 'Slate, B. (2019). Lichens on Slate.');
    const file = path.join(workbench.folder, 'moss.bib');
    writeFileSync(file, readFileSync(file, 'utf8').replace('Lichens on Slate', 'Lichens Everywhere'));
    await untilShown(workbench, 'Slate, B. (2019). Lichens Everywhere.');
    const inText = text.replace('bibliography:', 'csl: modern-language-association\nbibliography:');
    writeFileSync(path.join(workbench.folder, 'text.md'), inText);
    await untilShown(workbench, 'Slate, Ben. Lichens Everywhere. 2019.');
    writeFileSync(path.join(workbench.folder, 'text.md'), text);
    await untilShown(workbench, 'Slate, B. (2019). Lichens Everywhere.');
    const settings = path.join(workbench.folder, '.vscode/settings.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify({ 'paperside.csl.style': 'ieee' }));
    await untilShown(workbench, 'Walls live see [1, p. 3], [2].', '[1] B. Slate, “Lichens Everywhere,” 2019.');
    await workbench.screenshot('preview-numbered');
    writeFileSync(settings, JSON.stringify({ 'paperside.preview.citations': false }));
    await untilShown(workbench, 'Walls live [see @slate, p. 3; @mortar].');
  });
});
