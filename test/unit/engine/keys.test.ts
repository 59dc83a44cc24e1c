import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';

const uri = 'file:///w/papers.bib';
const entries = [
  '@article{smith2020, title={Otters at Sea}, author={Ann Smith}, year={2020}}',
  '@article{x1, title={Kelp Forests}, author={Lee, Bo}, year={2018}}',
  '@article{x2, title={Deep Kelp}, author={Lee, Bo}, year={2018}}',
  '@article{x3, title={Kelp of Others}, author={Roe, Jo}, year={2018}}',
];

async function engineWith(texts: readonly string[]): Promise<PaperEngine> {
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
  await engine.update([{ kind: 'text', uri, text: texts.join('\n') }]);
  return engine;
}

describe('keys', () => {
  test('are told what they mean in the order they were asked for, by keys and aliases', async () => {
    const engine = await engineWith(entries);
    const [alias = ''] = (await engine.paper('smith2020'))?.aliases ?? [];
    const rows = await engine.resolveKeys(['x2', 'nobody', alias, 'x2']);
    expect(rows.map((row) => row?.title)).toEqual(['Deep Kelp', undefined, 'Otters at Sea', 'Deep Kelp']);
    expect(await engine.resolveKeys([])).toEqual([]);
  });

  test('that are like an unknown one come before papers of the author and year that it names', async () => {
    const engine = await engineWith([...entries, '@article{lee2018dep, title={Bread}, author={Poe, Al}, year={1999}}']);
    const near = await engine.nearKeys('lee2018deep', 5);
    expect(near.map(({ key }) => key)).toEqual(['lee2018dep', 'x2', 'x1']);
    expect(near.map(({ row }) => row.title)).toEqual(['Bread', 'Deep Kelp', 'Kelp Forests']);
    expect((await engine.nearKeys('lee2018deep', 2)).map(({ key }) => key)).toEqual(['lee2018dep', 'x2']);
    expect(await engine.nearKeys('nobody1999', 5)).toEqual([]);
  });

  test('near ones follow the library', async () => {
    const engine = await engineWith(entries);
    expect((await engine.nearKeys('smiht2020', 1)).map(({ key }) => key)).toEqual(['smith2020']);
    await engine.update([{ kind: 'text', uri, text: '@article{smitt2020, title={Bread}}' }]);
    expect((await engine.nearKeys('smiht2020', 1)).map(({ key }) => key)).toEqual(['smitt2020']);
  });
});
