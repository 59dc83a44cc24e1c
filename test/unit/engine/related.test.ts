import { describe, expect, test } from 'vitest';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';

const entries: readonly (readonly [key: string, fields: string])[] = [
  [
    'kelp',
    'title={How Kelp Forests Shelter Animals}, author={Ann Lee}, abstract={Kelp forests shelter urchins and otters from waves.}, doi={10.1234/kelp}',
  ],
  ['otters', 'title={Otters at Sea}, abstract={Otters sleep in kelp and eat urchins.}'],
  ['urchins', 'title={Urchin Barrens}, abstract={Urchins graze a forest of kelp until otters and waves return.}'],
  ['bread', 'title={Sourdough}, abstract={Yeast and bacteria rise in a starter.}'],
  ['bare', 'title={Untold}'],
];

async function engineWith(text: string): Promise<PaperEngine> {
  const engine = new LocalEngine({
    now: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
  await engine.update([{ kind: 'content', uri: 'file:///w/papers.bib', bytes: new TextEncoder().encode(text) }]);
  return engine;
}

function bib(all = entries): string {
  return all.map(([key, fields]) => `@article{${key}, ${fields}}\n`).join('\n');
}

async function keysNear(engine: PaperEngine, key: string, limit = 9): Promise<readonly string[]> {
  return (await engine.related(key, limit)).map(({ row }) => row.key);
}

describe('papers near a paper', () => {
  test('the nearest come first, with the words that both have, and without the paper itself', async () => {
    const engine = await engineWith(bib());
    const near = await engine.related('kelp', 9);
    expect(near.map(({ row }) => row.key)).toEqual(['urchins', 'otters']);
    expect(near.map(({ words }) => words.map((word) => word.toLowerCase()).sort())).toEqual([
      ['forests', 'kelp', 'urchins', 'waves'],
      ['kelp', 'otters', 'urchins'],
    ]);
    expect(await keysNear(engine, 'kelp', 1)).toEqual(['urchins']);
    expect(await keysNear(engine, 'kelp', 0)).toEqual([]);
  });

  test('none where nothing is shared or the paper is unknown', async () => {
    const engine = await engineWith(bib());
    expect([await keysNear(engine, 'bread'), await keysNear(engine, 'bare'), await keysNear(engine, 'nobody')]).toEqual(
      [[], [], []],
    );
  });

  test('an alias means the paper, and other versions of its work are left out', async () => {
    const [, fields = ''] = entries[0] ?? [];
    const engine = await engineWith(bib([...entries, ['talk', fields.replace('10.1234/kelp', '10.5678/talk')]]));
    const kelp = await engine.paper('kelp');
    expect(kelp?.versions).toEqual(['talk']);
    expect(await keysNear(engine, 'kelp')).toEqual(['urchins', 'otters']);
    expect(await keysNear(engine, 'talk')).toEqual(['urchins', 'otters']);
    const [alias = ''] = (await engine.paper('otters'))?.aliases ?? [];
    expect(alias).not.toBe('otters');
    expect(await keysNear(engine, alias, 1)).toEqual(['urchins']);
  });
});
