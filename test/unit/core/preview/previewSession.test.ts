import { beforeEach, describe, expect, test } from 'vitest';
import type { CitedCluster } from '../../../../src/core/csl/formatRequest.ts';
import type { PreviewAnswer } from '../../../../src/core/preview/previewAnswer.ts';
import { PreviewSession, type PreviewedText } from '../../../../src/core/preview/previewSession.ts';

function text(...keys: readonly string[]): PreviewedText {
  const items = keys.map((key) => ({ key, prefix: '', suffix: '', suppressAuthor: false }));
  return { clusters: items.map((item) => ({ inText: false, items: [item] })), says: '' };
}

/** A formatter that is let go on by the test; each work is written as `key style`. */
class SlowFormatter {
  readonly #waiting: (() => void)[] = [];
  readonly reported: unknown[] = [];
  style = 'apa';
  redraws = 0;
  made = 0;
  failure: Error | undefined;
  readonly session = new PreviewSession({
    make: async (some) => {
      this.made += 1;
      const { style } = this;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (this.failure !== undefined) throw this.failure;
      return answerOf(some, style);
    },
    redraw: () => {
      this.redraws += 1;
    },
    report: (error) => this.reported.push(error),
  });

  async finish(): Promise<void> {
    for (let resolve = this.#waiting.shift(); resolve !== undefined; resolve = this.#waiting.shift()) {
      resolve();
      await new Promise((next) => {
        setImmediate(next);
      });
    }
  }
}

function answerOf(some: readonly CitedCluster[], style: string): PreviewAnswer {
  return {
    citations: some.map(({ items }) => ({
      author: [],
      text: [{ text: `${items[0]?.key ?? ''} ${style}` }],
      unknown: [],
      works: [],
    })),
    references: [],
    inNotes: false,
    marksUnknown: true,
    title: '',
    isListSuppressed: false,
    problems: [],
  };
}

function texts(answer: PreviewAnswer | undefined): readonly (string | undefined)[] | undefined {
  return answer?.citations.map((citation) => citation?.text[0]?.text);
}

describe('the preview of a document', () => {
  let formatter: SlowFormatter;
  beforeEach(() => {
    formatter = new SlowFormatter();
  });

  test('knows nothing at first, and is drawn again when it does', async () => {
    const { session } = formatter;
    expect(session.answer(text('a', 'b'))).toBeUndefined();
    await formatter.finish();
    expect(formatter.redraws).toBe(1);
    expect(texts(session.answer(text('a', 'b')))).toEqual(['a apa', 'b apa']);
    await formatter.finish();
    expect(formatter).toMatchObject({ redraws: 1, made: 1 });
  });

  test('shows what was known of the same citations while others are formatted', async () => {
    const { session } = formatter;
    session.answer(text('a', 'b'));
    await formatter.finish();
    expect(texts(session.answer(text('b', 'c', 'a')))).toEqual(['b apa', undefined, 'a apa']);
    await formatter.finish();
    expect(formatter.redraws).toBe(2);
    expect(texts(session.answer(text('b', 'c', 'a')))).toEqual(['b apa', 'c apa', 'a apa']);
  });

  test('is not drawn again when what was typed is formatted before it is drawn', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    await formatter.finish();
    session.prepare(text('a', 'b'));
    await formatter.finish();
    expect(texts(session.answer(text('a', 'b')))).toEqual(['a apa', 'b apa']);
    expect(formatter).toMatchObject({ redraws: 1, made: 2 });
    session.prepare(text('a', 'b'));
    expect(formatter.made).toBe(2);
  });

  test('formats the last of what is asked while it works, and nothing in between', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    session.answer(text('a', 'b'));
    session.answer(text('a', 'b', 'c'));
    await formatter.finish();
    expect(formatter).toMatchObject({ redraws: 1, made: 2 });
    expect(texts(session.answer(text('a', 'b', 'c')))).toEqual(['a apa', 'b apa', 'c apa']);
  });

  test('is drawn again after a change of style or library, but only where it makes a difference', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    await formatter.finish();
    session.answer(text('a'));
    session.invalidate(true);
    await formatter.finish();
    expect(formatter).toMatchObject({ redraws: 1, made: 2 });
    formatter.style = 'ieee';
    session.invalidate(true);
    await formatter.finish();
    expect(formatter.redraws).toBe(2);
    expect(texts(session.answer(text('a')))).toEqual(['a ieee']);
  });

  test('that nobody sees is formatted anew when it is seen again', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    await formatter.finish();
    formatter.style = 'ieee';
    session.invalidate(false);
    expect(formatter.made).toBe(1);
    expect(texts(session.answer(text('a')))).toEqual(['a apa']);
    await formatter.finish();
    expect(texts(session.answer(text('a')))).toEqual(['a ieee']);
  });

  test('is behind as long as it was not drawn again', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    expect(session.isBehind).toBe(false);
    await formatter.finish();
    expect(session.isBehind).toBe(true);
    session.answer(text('a'));
    expect(session.isBehind).toBe(false);
  });

  test('a change while it works counts', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    formatter.style = 'ieee';
    session.invalidate(true);
    await formatter.finish();
    expect(texts(session.answer(text('a')))).toEqual(['a ieee']);
  });

  test('a failure is told once, and what is asked next is tried anew', async () => {
    const { session } = formatter;
    formatter.failure = new Error('gone');
    session.answer(text('a'));
    await formatter.finish();
    expect(formatter.reported).toEqual([formatter.failure]);
    expect(formatter).toMatchObject({ redraws: 0, made: 1 });
    formatter.failure = undefined;
    session.answer(text('a'));
    await formatter.finish();
    expect(texts(session.answer(text('a')))).toEqual(['a apa']);
  });

  test('is formatted anew when the text says something else of how', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    await formatter.finish();
    formatter.style = 'ieee';
    const changed = { ...text('a'), says: 'csl: ieee' };
    expect(texts(session.answer(changed))).toEqual(['a apa']);
    await formatter.finish();
    expect(texts(session.answer(changed))).toEqual(['a ieee']);
  });

  test('is formatted once when it is drawn while the same is prepared', async () => {
    const { session } = formatter;
    session.prepare(text('a'));
    session.answer(text('a'));
    await formatter.finish();
    expect(formatter).toMatchObject({ made: 1, redraws: 1 });
  });

  test('follows the library also where what was typed was undone while it was formatted', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    await formatter.finish();
    session.prepare(text('a', 'b'));
    session.answer(text('a'));
    await formatter.finish();
    formatter.style = 'ieee';
    session.invalidate(true);
    await formatter.finish();
    expect(formatter.redraws).toBe(2);
    expect(texts(session.answer(text('a')))).toEqual(['a ieee']);
  });

  test('a change that could not be formatted is tried anew when it is asked next', async () => {
    const { session } = formatter;
    session.answer(text('a'));
    await formatter.finish();
    formatter.style = 'ieee';
    formatter.failure = new Error('gone');
    session.invalidate(true);
    await formatter.finish();
    formatter.failure = undefined;
    expect(texts(session.answer(text('a')))).toEqual(['a apa']);
    await formatter.finish();
    expect(texts(session.answer(text('a')))).toEqual(['a ieee']);
  });

  test('what is asked while a failure is under way is formatted all the same', async () => {
    const { session } = formatter;
    formatter.failure = new Error('gone');
    session.answer(text('a'));
    session.answer(text('b'));
    const finished = formatter.finish();
    await Promise.resolve();
    await Promise.resolve();
    formatter.failure = undefined;
    await finished;
    await formatter.finish();
    expect(formatter.made).toBe(2);
    expect(texts(session.answer(text('b')))).toEqual(['b apa']);
  });
});
