import { describe, expect, test } from 'vitest';
import { lingerMilliseconds, NoteSessions, type NoteSession } from '../../../../src/core/notes/noteSessions.ts';
import { settle, Steps } from './world/steps.ts';

class Session implements NoteSession {
  unsaved: string | undefined;
  flushes = 0;
  isDisposed = false;

  async flush(): Promise<void> {
    this.flushes += 1;
  }

  dispose(): void {
    this.isDisposed = true;
  }
}

function start() {
  const steps = new Steps();
  const reported: unknown[] = [];
  const after = (milliseconds: number, work: () => void) => steps.after(0, milliseconds, work);
  const sessions = new NoteSessions<Session>({ after }, (error) => reported.push(error));
  return { steps, sessions, reported };
}

describe('the notes of one reader', () => {
  test('one that is asked for twice at once is opened once', async () => {
    const { sessions } = start();
    let starts = 0;
    const open = async (): Promise<Session> => {
      starts += 1;
      await settle();
      return new Session();
    };
    const [one, two] = await Promise.all([sessions.open('a', open), sessions.open('a', open)]);
    expect(one).toBe(two);
    expect(starts).toBe(1);
    expect(sessions.get('a')).toBe(one);
  });

  test('one that could not be opened is tried again', async () => {
    const { sessions } = start();
    await expect(sessions.open('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const session = new Session();
    expect(await sessions.open('a', async () => session)).toBe(session);
  });

  test('one that was passed before it was there is closed too', async () => {
    const { steps, sessions, reported } = start();
    const session = new Session();
    const { promise, resolve } = Promise.withResolvers<Session>();
    const opening = sessions.open('a', () => promise);
    sessions.leave('a');
    resolve(session);
    await opening;
    await steps.advance(lingerMilliseconds);
    await settle();
    expect(session).toMatchObject({ flushes: 1, isDisposed: true });
    expect(sessions.get('a')).toBeUndefined();
    expect(reported).toEqual([]);
  });

  test('one that is not on disk stays open until it is', async () => {
    const { steps, sessions } = start();
    const session = new Session();
    session.unsaved = 'text';
    await sessions.open('a', async () => session);
    sessions.leave('a');
    await steps.advance(lingerMilliseconds);
    expect(session.isDisposed).toBe(false);
    expect(sessions.unsaved).toEqual(['text']);
    session.unsaved = undefined;
    await steps.advance(lingerMilliseconds);
    expect(session.isDisposed).toBe(true);
  });

  test('one that is shown again stays', async () => {
    const { steps, sessions } = start();
    const session = new Session();
    await sessions.open('a', async () => session);
    sessions.leave('a');
    await steps.advance(lingerMilliseconds - 1);
    expect(await sessions.open('a', async () => new Session())).toBe(session);
    await steps.advance(2 * lingerMilliseconds);
    expect(session).toMatchObject({ flushes: 0, isDisposed: false });
  });

  test('nothing goes on after the end, also what was still being opened', async () => {
    const { steps, sessions } = start();
    const [open, late] = [new Session(), new Session()];
    await sessions.open('a', async () => open);
    sessions.leave('a');
    const { promise, resolve } = Promise.withResolvers<Session>();
    const opening = sessions.open('b', () => promise);
    sessions.dispose();
    resolve(late);
    await opening;
    await steps.advance(2 * lingerMilliseconds);
    expect(open).toMatchObject({ flushes: 0, isDisposed: true });
    expect(late.isDisposed).toBe(true);
    expect(sessions.get('b')).toBeUndefined();
  });
});
