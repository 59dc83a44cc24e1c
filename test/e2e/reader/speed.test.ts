import { describe, expect, test } from 'vitest';

import type { ToReader } from '../../../src/protocol/readerMessages.ts';
import { citedPlaces, midPlace, noteOf, richPaper } from './papers.ts';
import type { ReaderPage } from './support.ts';
import { useReader } from './useReader.ts';

const tests = useReader();
const { key } = richPaper;
const huge = {
  ...richPaper,
  abstract: 'A walker finds $x_1$ in \\emph{some} graph. '.repeat(24_000),
  authors: Array.from({ length: 5000 }, (_, index) => `Author Number ${index}`),
  query: 'walker graph',
};
const manyPlaces: Extract<ToReader, { type: 'citedIn' }> = {
  type: 'citedIn',
  key,
  places: Array.from({ length: 2000 }, (_, index) => ({ ...(citedPlaces[index % 3] ?? missing()), line: index + 1 })),
  count: 2000,
  searching: false,
};

function missing(): never {
  throw new Error('no place');
}

/** Milliseconds from the message until what it says is painted. */
async function painted(reader: ReaderPage, message: ToReader): Promise<number> {
  return reader.page.evaluate(async (data) => {
    // Behind the listener of the page itself: it has drawn by then.
    const drawn = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    const start = performance.now();
    postMessage(data, '*');
    await drawn;
    await new Promise(requestAnimationFrame);
    const channel = new MessageChannel();
    const done = new Promise((resolve) => {
      channel.port1.addEventListener('message', resolve, { once: true });
      channel.port1.start();
    });
    channel.port2.postMessage(0);
    await done;
    return performance.now() - start;
  }, message);
}

const show = (paper: typeof richPaper): ToReader => ({ type: 'show', paper, note: noteOf('n'), refresh: false });

async function median(run: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 7; round++) times.push(await run());
  return times.toSorted((a, b) => a - b)[3] ?? missing();
}

describe('how long after its message a paper is on the screen', () => {
  test('does not grow as a paper does', async () => {
    const reader = await tests.open();
    const first = await painted(reader, show(richPaper));
    let turn = 0;
    const other = () => ({ ...richPaper, key: `k${turn++}` });
    const normal = await median(() => painted(reader, show(other())));
    const long = await median(() => painted(reader, show({ ...huge, key: other().key })));
    const places = await median(async () => {
      const paper = other();
      await painted(reader, show(paper));
      return painted(reader, { ...manyPlaces, key: paper.key });
    });
    const numbers = { first, normal, long, places };
    console.log(
      `painted after (ms): ${Object.entries(numbers)
        .map(([name, time]) => `${name} ${time.toFixed(0)}`)
        .join(', ')}`,
    );
    // Its abstract is 2,000 times as long and it has a thousand times as many authors; two frames are always waited for.
    expect(long).toBeLessThan(12 * Math.max(normal, 17));
    expect(places).toBeLessThan(12 * Math.max(normal, 17));
  });
});

describe('a page that nobody sees', () => {
  test('does nothing', async () => {
    const reader = await tests.open();
    await tests.showAll({ ...richPaper, query: 'walker' });
    await reader.send({ type: 'place', key, place: midPlace });
    const calls = await reader.page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const seen: string[] = [];
      const later = setTimeout.bind(window);
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.dispatchEvent(new Event('visibilitychange'));
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame']) {
        Object.assign(window, { [name]: () => seen.push(name) });
      }
      const before = document.getElementById('root')?.innerHTML;
      await new Promise((resolve) => later(resolve, 3000));
      if (before !== document.getElementById('root')?.innerHTML) seen.push('drawn');
      return seen;
    });
    expect(calls).toEqual([]);
  });
});
