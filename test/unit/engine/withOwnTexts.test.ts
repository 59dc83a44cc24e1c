import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { parsePaperFile } from '../../../src/core/formats/parsePaperFile.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';
import { withOwnTexts } from '../../../src/engine/withOwnTexts.ts';

const entry = (n: number): string =>
  `@article{key-of-paper-number-${String(n)}, title={The Zebra of Number ${String(n)}}, author={Roe, Unal Someone}, ` +
  `journal={Journal of Long Names}, keywords={stripes of zebras}, doi={10.1000/zebra.${String(n)}}, pages={10--20}, ` +
  `url={https://example.org/zebra/${String(n)}}, abstract={${'Stripes. '.repeat(200)}}}`;

test('nothing of a record is lost or changed', () => {
  const { records } = parsePaperFile('a.bib', `${entry(1)}\n@misc{b, title={B}}`);
  expect(records).toHaveLength(2);
  expect(records.map(withOwnTexts)).toStrictEqual(records);
});

test.each(['text', 'content'] as const)(
  'edits of a large file (%s) leave no copies of it in the memory',
  async (kind) => {
    const engine = new LocalEngine({ now: () => 0, breathe: () => Promise.resolve() });
    const entries = Array.from({ length: 1_000 }, (_, n) => entry(n));
    function update(): Promise<unknown> {
      const text = entries.join('\n');
      const uri = 'file:///w/a.bib';
      return engine.update([
        kind === 'text' ? { kind, uri, text } : { kind, uri, bytes: new TextEncoder().encode(text) },
      ]);
    }
    await update();
    const before = usedMegabytes();
    for (let n = 0; n < 8; n += 1) {
      entries[n] = entry(n).replace('Zebra', 'Okapi');
      await update();
    }
    const { answers } = await engine.search({ query: 'okapi', limit: 50 });
    expect(answers).toHaveLength(8);
    // Eight copies would be 17.
    expect(usedMegabytes() - before).toBeLessThan(9);
  },
  30_000,
);

setFlagsFromString('--expose-gc');

function usedMegabytes(): number {
  runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}
