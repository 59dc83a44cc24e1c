import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensurePandoc } from '../../support/pandoc.ts';
import { mossFolder } from './mossFolder.ts';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';
import { withWorkbench } from './withWorkbench.ts';

const listing = `Ferns & "Palms": 100% of $n_1$ {Species}

Ferns grow in the shade. Nobody knows who wrote this, or when.
`;
const csl = [
  {
    id: 'canopy2018',
    type: 'article-journal',
    title: 'Canopies at 50%',
    author: [{ family: 'Gogh', given: 'V.', 'non-dropping-particle': 'van' }],
    issued: { 'date-parts': [[2018, 4]] },
    DOI: '10.1000/canopy',
  },
];
const folder = mossFolder('pandoc', { text: 'Walls live.\n' });
writeFileSync(path.join(folder, 'fern-papers.txt'), listing);
writeFileSync(path.join(folder, 'canopies.csl.json'), JSON.stringify(csl));

beforeAll(ensurePandoc, 300_000);

async function cite(workbench: Workbench, query: string, title: string, key: string): Promise<void> {
  const { page, quickPick } = workbench;
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ControlOrMeta+Shift+F8');
  await quickPick.type(query);
  await until(title, async () => (await quickPick.labels())[0]?.startsWith(title) === true);
  await quickPick.input.press('Enter');
  await until(`@${key}`, async () => (await workbench.prose()).includes(key));
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

test('what is cited from a pasted list, a CSL file and a .bib file is read by pandoc without a warning', async () => {
  await withWorkbench({ workspace: folder }, async (workbench) => {
    const { page } = workbench;
    const text = path.join(workbench.folder, 'text.md');
    await workbench.openFile('text.md');
    await cite(workbench, 'ferns palms', 'Ferns &', '@ferns-');
    await cite(workbench, 'canopies', 'Canopies', 'canopy2018');
    await cite(workbench, 'slate', 'Lichens on Slate', '@slate');
    await page.keyboard.press('ControlOrMeta+s');
    await until('the saved text', () => readFileSync(text, 'utf8').includes('@slate'));

    const pandoc = (): { readonly stderr: string; readonly status: number | null } =>
      spawnSync('pandoc', ['--citeproc', '-s', 'text.md', '-o', 'text.html'], {
        cwd: workbench.folder,
        encoding: 'utf8',
      });
    await until('the entries in the bibliography', () => !pandoc().stderr.includes('not found'));
    const { status, stderr } = pandoc();
    // That a page without a title has none is no matter of citations.
    expect(stderr).not.toMatch(/citation|citeproc|bib/i);
    expect(status).toBe(0);
    const html = readFileSync(path.join(workbench.folder, 'text.html'), 'utf8');
    expect(html).toMatch(/Ferns &amp; [“"]Palms[”"]: 100% of .*Species/s);
    expect(html).toMatch(/Gogh, V\. van\. 2018\.|Gogh, V\. van\b.*2018/s);
    expect(html).toContain('Slate, Ben. 2019.');
  });
});
