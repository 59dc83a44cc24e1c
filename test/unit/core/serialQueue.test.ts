import { expect, test } from 'vitest';
import { SerialQueue } from '../../../src/core/serialQueue.ts';

test('work runs in its order, one piece after the other, also after one that failed', async () => {
  const queue = new SerialQueue();
  const log: string[] = [];
  const work = (name: string, turns: number) => async (): Promise<string> => {
    log.push(`${name} begins`);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    log.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const runs = [queue.run(work('a', 5)), queue.run(work('b', 3)), queue.run(work('c', 0))];
  expect(await Promise.allSettled(runs)).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('b failed') },
    { status: 'fulfilled', value: 'c' },
  ]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
});
