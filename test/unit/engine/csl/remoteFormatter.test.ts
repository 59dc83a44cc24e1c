import { expect, test } from 'vitest';
import type { MessagePipe } from '../../../../src/protocol/channel.ts';
import { formatJob, type Formatter } from '../../../../src/engine/csl/formatter.ts';
import { remoteFormatter, serveFormatter } from '../../../../src/engine/csl/remoteFormatter.ts';
import { inventedPapers } from '../../../support/inventedPapers.ts';
import { authorYear, cite, cluster, formatter as newFormatter } from './smallStyles.ts';

/** Two ends of a pipe. */
function pipes(): readonly [MessagePipe, MessagePipe] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  const end = (mine: 0 | 1): MessagePipe => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => listeners[1 - mine]?.forEach((listener) => listener(copy)));
    },
    listen: (listener) => listeners[mine]?.push(listener),
  });
  return [end(0), end(1)];
}

/** A formatter behind a pipe; `end` ends the thread that it would run in. */
function started(): {
  readonly formatter: Formatter;
  readonly starts: () => number;
  readonly end: (error: Error) => void;
} {
  const failures: ((error: Error) => void)[] = [];
  let starts = 0;
  const formatter = remoteFormatter(() => {
    starts += 1;
    const [near, far] = pipes();
    serveFormatter(newFormatter(), far);
    return { pipe: near, onFailure: (listener) => failures.push(listener) };
  });
  return { formatter, starts: () => starts, end: (error) => failures.at(-1)?.(error) };
}

const request = {
  style: { text: authorYear, name: 'own.csl' },
  language: '',
  citations: [cluster(cite('a'))],
  listed: [],
};

test('is started when it is first asked, and again with nothing known when it has ended', async () => {
  const { formatter, starts, end } = started();
  expect(starts()).toBe(0);
  const first = await formatter.format(request);
  expect(first.kind).toBe('missing');
  expect(starts()).toBe(1);
  const waiting = formatter.format(request);
  end(new Error('out of memory'));
  await expect(waiting).rejects.toThrow('out of memory');
  expect(await formatter.format(request)).toEqual(first);
  expect(starts()).toBe(2);
});

test('a request takes along the papers that it means, under the keys that it has, but none for its own works', () => {
  const [paper] = inventedPapers(1);
  const get = (key: string) => (key === 'gone' || paper === undefined ? undefined : paper);
  const citations = [cluster(cite('older'), cite('gone'), cite('own'))];
  const works = [{ id: 'own', type: 'book' }];
  const { library } = formatJob({ ...request, citations, listed: ['newer'], works }, get);
  expect([...(library ?? [])].map(([key, { id }]) => [key, id])).toEqual([
    ['older', paper?.key],
    ['newer', paper?.key],
  ]);
});
