import { expect, test } from 'vitest';
import { keysInFile } from '../../../../src/core/bibliography/keysInFile.ts';

function keysOf(path: string, text: string): readonly string[] | undefined {
  const work = keysInFile(path, text);
  if (work === undefined) return undefined;
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

test.each([
  [
    'a.bib',
    '@article{doe:2020, title = {A @ b}}\n@Book( x/y-1 ,\n@comment{no, x}@string{s = "a"}\n@misc{z}',
    ['doe:2020', 'x/y-1', 'z'],
  ],
  ['A.BIB', '@article{a,\n@article{b, title={me@x.org}', ['a', 'b']],
  ['a.json', '[{"id": "a b", "title": "id"}, {"id":7,"citation-key" : "q\\"r"}]', ['a b', '7', 'q"r']],
  ['a.yaml', 'references:\n- id: one\n  title: T\n- title: U\n  id: "two" # mine\n', ['one', 'two']],
  ['works.yml', 'harry:\n  type: Book\n  title: T\nkinetics-2:\n  type: Article\n', ['harry', 'kinetics-2']],
  ['a.ris', 'TY  - JOUR\nID  - doe2020\nER  - \n', ['doe2020']],
  ['a.bib', '', []],
  ['a.pdf', '@article{a,', undefined],
  ['https://x.org/list', '', undefined],
])('%s: %j', (path, text, keys) => {
  expect(keysOf(path, text)?.toSorted()).toEqual(keys?.toSorted());
});

test('a megabyte of signs takes linear time', () => {
  for (const sign of ['@', '@article{', '"id": "', '- id: ', 'a: \n']) {
    const text = sign.repeat(200_000);
    const started = performance.now();
    for (const path of ['a.bib', 'a.json', 'a.yaml', 'a.ris']) keysOf(path, text);
    expect(performance.now() - started).toBeLessThan(5_000);
  }
});
