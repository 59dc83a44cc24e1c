import { beforeEach, describe, expect, test } from 'vitest';
import type { FileChange, PaperEngine, WorksFile, WorksRequest } from '../../../../src/engine/paperEngine.ts';
import { LocalEngine } from '../../../../src/engine/localEngine.ts';

const own = 'file:///w/own.bib';
const other = 'file:///w/other.bib';
const outside = 'file:///home/zotero.bib';

const ownText = '@article{lee, title={Otters Sleep}, year={2020}}\n@book{kim, title={Sourdough}, year={2021}}\n';
const otherText = '@article{lee, title={Otters Sleep}, year={2020}, doi={10.1000/x}, journal={Sleep}}\n';
const glaciers = '@book{lee, title={A History of Glaciers}, year={1999}}\n@book{ice, title={Ice}}\n';

function text(uri: string, content: string): FileChange {
  return { kind: 'text', uri, text: content };
}

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

describe('works of bibliography files', () => {
  let engine: PaperEngine;
  beforeEach(async () => {
    engine = new LocalEngine({ now: () => performance.now(), breathe: () => Promise.resolve() });
    await engine.update([text(own, ownText), text(other, otherText)]);
  });

  async function titles(files: readonly WorksFile[], request: Partial<WorksRequest> = {}): Promise<readonly unknown[]> {
    const { works } = await engine.bibliographyWorks({ files, keys: ['lee', 'kim', 'nobody'], ...request });
    return works.map(({ id, title }) => [id, title]);
  }

  test('of a paper file are as that file has them, without what others say of the same work', async () => {
    const answer = await engine.bibliographyWorks({ files: [{ uri: own }], keys: ['lee'] });
    expect(answer.works).toMatchObject([{ id: 'lee', title: 'Otters Sleep', issued: { 'date-parts': [[2020]] } }]);
    expect(answer.works[0]).not.toHaveProperty('DOI');
    expect(answer.files).toEqual([{ uri: own, works: 2, problems: 0 }]);
    expect((await engine.paper('lee'))?.doi).toBe('10.1000/x');
  });

  test('follow the paper file, and are gone with it', async () => {
    await engine.update([text(own, ownText.replace('Otters Sleep', 'Otters Wake'))]);
    expect(await titles([{ uri: own }])).toEqual([
      ['lee', 'Otters Wake'],
      ['kim', 'Sourdough'],
    ]);
    await engine.update([{ kind: 'removed', uri: own }]);
    expect(await titles([{ uri: own }])).toEqual([]);
  });

  test('of another file are asked for once, until its stamp is another one', async () => {
    const file = { uri: outside, stamp: '1' };
    const first = await engine.bibliographyWorks({ files: [file], keys: ['lee'] });
    expect(first).toEqual({ works: [], files: [], missing: [outside] });
    const expected = [['lee', 'A History of Glaciers']];
    expect(await titles([{ ...file, content: bytes(glaciers) }])).toEqual(expected);
    expect(await titles([file])).toEqual(expected);
    const changed = await engine.bibliographyWorks({ files: [{ uri: outside, stamp: '2' }], keys: ['lee'] });
    expect(changed.missing).toEqual([outside]);
    // Nothing of it became part of the library.
    expect((await engine.paper('lee'))?.title).toBe('Otters Sleep');
    expect(await engine.paper('ice')).toBeUndefined();
  });

  test('of several files are those of the last one that has the key, as for Pandoc', async () => {
    const file = { uri: outside, stamp: '1', content: glaciers };
    expect(await titles([{ uri: own }, file])).toEqual([
      ['lee', 'A History of Glaciers'],
      ['kim', 'Sourdough'],
    ]);
    expect((await titles([file, { uri: own }]))[0]).toEqual(['lee', 'Otters Sleep']);
    const twice = { uri: outside, stamp: '2', content: `${glaciers}@book{lee, title={Again}}` };
    expect(await titles([twice])).toEqual([['lee', 'Again']]);
  });

  test('are all of them when all are asked for', async () => {
    const files = [{ uri: own }, { uri: outside, stamp: '1', content: glaciers }];
    expect(await titles(files, { keys: [], all: true })).toEqual([
      ['lee', 'A History of Glaciers'],
      ['kim', 'Sourdough'],
      ['ice', 'Ice'],
    ]);
  });

  test('of inline references are read as those of a CSL-YAML file', async () => {
    const yaml = 'title: A Text\nreferences:\n- id: lee\n  title: Inline Otters\n  type: book\nlang: de\n';
    expect(await titles([{ uri: `${own}#/references.yaml`, stamp: yaml, content: yaml }])).toEqual([
      ['lee', 'Inline Otters'],
    ]);
  });

  test('tell what cannot be read, and what is wrong', async () => {
    const picture = { uri: 'file:///w/a.bib', stamp: '1', content: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]) };
    const prose = { uri: 'file:///w/b.yaml', stamp: '1', content: 'key: value\n' };
    const empty = { uri: 'file:///w/c.bib', stamp: '1', content: '' };
    const broken = { uri: 'file:///w/d.bib', stamp: '1', content: '@book{a, title={A}}\n@book{b, title={B' };
    const { files } = await engine.bibliographyWorks({ files: [picture, prose, empty, broken], keys: [] });
    expect(files.map(({ works }) => works)).toEqual([undefined, undefined, 0, 2]);
    expect(files[3]?.problems).toBeGreaterThan(0);
  });

  test('no more than some files are kept', async () => {
    const files = Array.from({ length: 12 }, (_, n) => ({ uri: `file:///w/${n}.bib`, stamp: '1' }));
    await engine.bibliographyWorks({ files: files.map((file) => ({ ...file, content: glaciers })), keys: [] });
    const { missing } = await engine.bibliographyWorks({ files, keys: [] });
    expect(missing).toContain('file:///w/0.bib');
    const last = await engine.bibliographyWorks({ files: files.slice(-1), keys: ['ice'] });
    expect(last.works).toHaveLength(1);
  });
});
