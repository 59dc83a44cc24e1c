import * as assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { api, eventually, inRoot, list, remove, write } from '../workspace.ts';

const papers = 10_000;

/** Papers put together from a few hundred words: no two alike, long enough to be real work for the index. */
function manyPapers(): string {
  const words = 'otter bread violin comet lichen tide clay signal market river'.split(' ');
  const word = (seed: number): string => `${words[seed % 10] ?? ''}${Math.floor(seed / 10) % 37}`;
  return list(
    ...Array.from({ length: papers }, (_, index): [string, string] => {
      const sentence = Array.from({ length: 20 }, (_unused, place) => word(index * 7 + place * place * 13)).join(' ');
      return [
        `Report ${index} on ${word(index)} and ${word(index * 3 + 1)}`,
        `We look at ${sentence}. Then we measure ${sentence.toUpperCase()}. It turns out that ${sentence} differ.`,
      ];
    }),
  );
}

suite('a large list', () => {
  const uri = inRoot('ten-thousand-papers.txt');

  test('loads behind the writer: the host stays free', async function () {
    this.timeout(120_000);
    const paperside = await api();
    const before = (await paperside.papers()).length;
    const text = manyPapers();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    await write(uri, text);
    const start = performance.now();
    delay.enable();
    while ((await paperside.papers()).length < before + papers && performance.now() - start < 100_000)
      await new Promise((resolve) => setTimeout(resolve, 100));
    delay.disable();
    const total = performance.now() - start;
    const stall = delay.max / 1e6;
    console.log(`      ${papers} papers: ${total.toFixed(0)} ms, longest stall of the host ${stall.toFixed(1)} ms`);
    assert.ok(stall < total / 4, `the host stood still for ${stall} of ${total} ms`);
    assert.equal((await paperside.papers()).length, before + papers);
    await remove(uri);
    await eventually('the list is gone', async () => (await paperside.papers()).length === before);
  });
});
