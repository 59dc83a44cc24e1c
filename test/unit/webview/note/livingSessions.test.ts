import { describe, expect, test } from 'vitest';

import { liveIn, livingSessions } from '../../../../src/webview/note/livingSessions.ts';

/** Locks that are held for ever. */
class Locks {
  readonly held: { readonly name: string; readonly mode: LockMode }[] = [{ name: 'of others', mode: 'exclusive' }];

  request(name: string, ...rest: readonly unknown[]): Promise<never> {
    const [options] = rest;
    const isShared = typeof options === 'object' && options !== null && 'mode' in options && options.mode === 'shared';
    this.held.push({ name, mode: isShared ? 'shared' : 'exclusive' });
    return new Promise(() => undefined);
  }

  query(): Promise<LockManagerSnapshot> {
    return Promise.resolve({ held: this.held, pending: [] });
  }
}

describe('windows that live', () => {
  test('are those whose readers hold their lock, which several of one window share', async () => {
    const locks = new Locks();
    expect(await livingSessions(locks)).toEqual(new Set());
    liveIn('some.session', locks);
    liveIn('some.session', locks);
    liveIn('two', locks);
    expect(await livingSessions(locks)).toEqual(new Set(['some-session', 'two']));
    expect(locks.held.slice(1).map(({ mode }) => mode)).toEqual(['shared', 'shared', 'shared']);
  });

  test('are not known where there are no locks, or they are denied', async () => {
    liveIn('one', undefined);
    expect(await livingSessions(undefined)).toBeUndefined();
    const denied = {
      request: () => Promise.reject(new Error('denied')),
      query: () => Promise.reject(new Error('denied')),
    };
    liveIn('one', denied);
    expect(await livingSessions(denied)).toBeUndefined();
  });
});
