import { describe, expect, test } from 'vitest';
import { markdown } from '../../../../../src/core/formats/markdown/markdown.ts';

const link = 'https://arxiv.org/abs/2401.00001';
const entry = `- [Slow Clocks](${link})`;

function titles(text: string): readonly string[] {
  return markdown.parse(text).records.map(({ title }) => title);
}

describe('the group of a paper', () => {
  test.each([
    [['# Papers', '## Clocks'], ['Clocks']],
    [['# Papers', '## Clocks', '### NeurIPS 2023'], ['Clocks']],
    [['# Papers', '## May 2024', '### Clocks'], ['Clocks']],
    [['# Papers', '## Clocks', '### March 2024'], ['Clocks']],
    [['# Papers', '## Clocks', '### Cuckoo Clocks'], ['Cuckoo Clocks']],
    [['# Papers', '## 1.2 Clocks :clock1: (12)'], ['Clocks']],
    [['# Papers', '## Contents'], undefined],
    [['# Papers', '## 2023'], undefined],
    [['# Clocks'], undefined],
    [['# Clocks', '# Bells'], ['Bells']],
    [['# Papers', '**Clocks**'], ['Clocks']],
    [['# Papers', '<details><summary>Clocks</summary>'], ['Clocks']],
  ])('below %j is %j', (headings, groups) => {
    expect(markdown.parse(`${headings.join('\n\n')}\n\n${entry}\n`).records[0]?.groups).toEqual(groups);
  });
});

test.each([
  ['a comment over lines', `<!--\n${entry}\n-->\n`],
  ['fenced code', `\`\`\`\n${entry}\n\`\`\`\n`],
  ['front matter', `---\nlist:\n${entry}\n---\n`],
  ['links into the page', '- [Slow Clocks of the World](#slow-clocks)\n'],
  ['code without a paper', '- [slow clocks and fast ones](https://github.com/a/b) - Ana Moss (2024)\n'],
  ['a post', '- [Ten Slow Clocks](https://blog.example.org/ten)\n'],
  ['a sentence', `- We read [Slow Clocks](${link}) in the train.\n`],
  ['people', '- [Ana Moss](https://example.org/ana)\n'],
])('%s holds no paper', (_name, text) => {
  expect(titles(`${text}\n- [Fast Clocks](${link})\n`)).toEqual(['Fast Clocks']);
});

test('what is opened and never closed hides nothing', () => {
  expect(titles(`<!-- a\n\n\`\`\`\n\n<details>\n\n${entry}\n`)).toEqual(['Slow Clocks']);
});

test('a paper inside another one ends it: their ranges are apart', () => {
  const { records } = markdown.parse(`${entry}\n  - [Fast Clocks](${link})\n  - *NeurIPS 2023*\n`);
  expect(records.map(({ title, range }) => [title, range.start.line, range.end.line])).toEqual([
    ['Slow Clocks', 0, 0],
    ['Fast Clocks', 1, 1],
  ]);
});

test('a link to a paper without a title is a problem at its item', () => {
  const { records, problems } = markdown.parse(
    `${entry}\n- <${link}>\n- [pdf](${link})\n- [home](https://example.org)\n`,
  );
  expect(records).toHaveLength(1);
  expect(problems.map(({ code, range }) => [code, range])).toEqual([
    ['untitled-entry', { start: { line: 1, character: 0 }, end: { line: 1, character: 36 } }],
    ['untitled-entry', { start: { line: 2, character: 0 }, end: { line: 2, character: 41 } }],
  ]);
});
