import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { until } from './until.ts';
import type { Workbench } from './workbench.ts';

/** A BibTeX entry. */
export function entry(key: string, title: string, author: string, year: number): string {
  return `@article{${key},\n  title = {${title}},\n  author = {${author}},\n  year = {${year}}\n}\n`;
}

/** An entry for a paper that `moss.bib` has only where it is asked for. */
export const roofs = entry('roofs', 'Roofs and What Grows on Them', 'Lead, Cora', 2022);

/**
 * A folder with three papers in `moss.bib`, those of `more` after them, and `text.md`; to be opened by the tests of a file,
 * gone after them.
 */
export function mossFolder(
  name: string,
  { more = [], text = 'Walls live. Roofs, too.\n' }: { readonly more?: readonly string[]; readonly text?: string } = {},
): string {
  const folder = mkdtempSync(path.join(tmpdir(), `paperside-${name}-`));
  const papers = [
    entry('mortar', 'Lichens on Mortar', 'Stone, Ada', 2001),
    entry('slate', 'Lichens on Slate', 'Slate, Ben', 2019),
    entry('gutters', 'Mosses in Gutters', 'Lead, Cora', 2021),
  ];
  writeFileSync(path.join(folder, 'moss.bib'), [...papers, ...more].join('\n'));
  writeFileSync(path.join(folder, 'text.md'), text);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a text of that folder, and beside it the tree with the papers of `moss.bib`. */
export async function openMoss(workbench: Workbench, text: string): Promise<void> {
  await workbench.openFile(text);
  const tree = await workbench.openPaperside();
  await workbench.runCommand('Paperside: Group by Source');
  await until('the file', async () => (await tree.themeNames()).includes('moss.bib'));
  await tree.expand(tree.row('moss.bib'));
}
