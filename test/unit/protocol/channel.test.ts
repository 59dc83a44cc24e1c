import { describe, expect, test } from 'vitest';
import { answerCalls, CallingEnd, parseEnvelope, type MessagePipe } from '../../../src/protocol/channel.ts';

/** Two ends of a pipe that delivers later, in order, as structured clones. */
function pipePair(): [MessagePipe, MessagePipe] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  function end(own: number, other: number): MessagePipe {
    return {
      post: (message) => queueMicrotask(() => listeners[other]?.forEach((listen) => listen(structuredClone(message)))),
      listen: (listener) => listeners[own]?.push(listener),
    };
  }
  return [end(0, 1), end(1, 0)];
}

describe('calls over a pipe', () => {
  test('come back with their own answers, also out of order', async () => {
    const [near, far] = pipePair();
    answerCalls(far, async (method, args) => {
      if (method === 'slow') await new Promise((resolve) => setTimeout(resolve, 5));
      return [method, ...args];
    });
    const end = new CallingEnd(near, () => undefined);
    expect(await Promise.all([end.call('slow', [1]), end.call('fast', [2])])).toEqual([
      ['slow', 1],
      ['fast', 2],
    ]);
  });

  test('reject with the message of what was thrown', async () => {
    const [near, far] = pipePair();
    answerCalls(far, () => {
      throw new Error('no such paper');
    });
    await expect(new CallingEnd(near, () => undefined).call('x', [])).rejects.toThrow('no such paper');
  });

  test('are all rejected when the channel closes, and later ones at once', async () => {
    const [near] = pipePair();
    const end = new CallingEnd(near, () => undefined);
    const pending = end.call('never', []);
    end.close(new Error('ended'));
    await expect(pending).rejects.toThrow('ended');
    await expect(end.call('late', [])).rejects.toThrow('ended');
  });

  test('deliver events by name', async () => {
    const [near, far] = pipePair();
    const seen: unknown[] = [];
    const end = new CallingEnd(near, (name, value) => seen.push([name, value]));
    const send = answerCalls(far, () => 'done');
    send('progress', { done: 1 });
    await end.call('wait', []);
    expect(seen).toEqual([['progress', { done: 1 }]]);
  });
});

test.each([
  null,
  7,
  'call',
  {},
  { kind: 'call', id: '1', method: 'm', args: [] },
  { kind: 'call', id: 1, method: 'm' },
  { kind: 'other', id: 1 },
])('%j is no message of ours', (message) => {
  expect(parseEnvelope(message)).toBeUndefined();
});
