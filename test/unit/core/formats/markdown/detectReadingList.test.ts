import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markdown } from '../../../../../src/core/formats/markdown/markdown.ts';
import { parsePaperFile } from '../../../../../src/core/formats/parsePaperFile.ts';

const lists = join(import.meta.dirname, '../../../../fixtures/lists');
const abstract =
  'Clocks are slow, and nobody minds. We do, and we say so at length in this paper of nine pages and a half.';
const link = 'https://arxiv.org/abs/2401.00001';

test.each(readdirSync(lists))('%s is read as what it is', (file) => {
  const expected = file.endsWith('.md') ? 'markdown' : 'listing';
  expect(parsePaperFile(file, readFileSync(join(lists, file), 'utf8')).format).toBe(expected);
});

test.each([
  ['one item', `- [Slow Clocks](${link})\n`],
  ['a table', `| Title | Link |\n|---|---|\n| Slow Clocks | [pdf](${link}) |\n`],
  ['headings that are papers', `### [Slow Clocks](${link})\n\nAna Moss\n\n${abstract}\n`],
])('%s is a reading list whatever the file is called', (_name, text) => {
  expect(markdown.detect('papers.txt', text)).toBe(0.7);
});

test.each([
  ['a pasted listing', `Slow Clocks\n\n${abstract}\n`],
  ['a listing with headings', `## Slow Clocks\n\n${abstract}\n\n## Fast Clocks\n\n${abstract}\n`],
  ['a listing with numbers', `1. Slow Clocks\n\n${abstract}\n\n2. Fast Clocks\n\n${abstract}\n`],
  ['a listing with titles that are links', `[Slow Clocks](${link})\n\n${abstract}\n`],
  ['prose that cites', `# On Time\n\n${abstract} See [Slow Clocks](${link}).\n\n${abstract}\n`],
  [
    'a changelog',
    '# Changelog\n\n## 1.2.0 (2024-01-02)\n\n- Fixed the clock ([#12](https://github.com/a/b/issues/12))\n- Added a bell\n',
  ],
  [
    'a readme that cites one paper',
    `# Clock\n\nA library.\n\n## Use\n\n- start it\n- stop it\n- wind it\n- look at it\n- sell it\n\n## Cite\n\n- [Slow Clocks](${link})\n`,
  ],
  ['notes', '# Monday\n\n- [ ] call Ana\n- [x] buy tea\n'],
  ['nothing', ''],
])('%s is none', (_name, text) => {
  expect(markdown.detect('papers.md', text)).toBe(0);
});

test("other formats' files are none", () => {
  for (const extension of ['json', 'bib', 'csv', 'yaml', 'xml']) {
    expect(markdown.detect(`papers.${extension}`, `- [Slow Clocks](${link})\n`)).toBe(0);
  }
});
