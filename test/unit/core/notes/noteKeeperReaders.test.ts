import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { head, MemoryWindow } from './world/memoryWindow.ts';
import { opened } from './world/openedNote.ts';
import { settle } from './world/steps.ts';

/** A second reader of the same note in the same window. */
async function twoReaders(text: string) {
  const one = await opened(text);
  const { disk, journal, steps, window } = one;
  const second = new MemoryWindow(disk, journal);
  const starting = second.start(1, window);
  await settle();
  while (await steps.one(0));
  await starting;
  return { ...one, first: window, second };
}

describe('two readers of one note in one window', () => {
  test('what is typed in one appears in the other without a watcher, and nothing comes back', async () => {
    const { steps, disk, journal, first, second } = await twoReaders(`${head}one\n`);
    const back: string[] = [];
    first.page.took = (text) => back.push(text);
    first.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(second.page.text).toBe('one\ntwo\n');
    second.type('zero\none\ntwo\n');
    await steps.finish(1_000);
    expect(first.page.text).toBe('zero\none\ntwo\n');
    expect(disk.text('a.md')).toBe(`${head}zero\none\ntwo\n`);
    expect(back).toEqual(['zero\none\ntwo\n']);
    expect(disk.writes).toBe(2);
    expect(journal.files.size).toBe(0);
  });

  test('one that was closed is told nothing more', async () => {
    const { steps, first, second } = await twoReaders(`${head}one\n`);
    second.keeper?.dispose();
    first.type('one\ntwo\n');
    await steps.finish(1_000);
    expect(first.page.state).toBe('saved');
    expect(second.page.text).toBe('one\n');
  });

  test('typed at once in any order, with and without an editor: nothing is lost, and they come to agree', async () => {
    const reader = fc.constantFrom('first', 'second');
    const happening = fc.oneof(
      { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), reader, at: fc.nat(40) }) },
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('step' as const), pick: fc.nat(20) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), time: fc.constantFrom(100, 260, 750) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('open', 'save', 'follow', 'typeInEditor') }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 5, maxLength: 60 }), async (happenings) => {
        const { steps, disk, first, second } = await twoReaders(`${head}one\ntwo\nthree\n`);
        const marks: string[] = [];
        const insert = (text: string, at: number): string => {
          const mark = String.fromCharCode(0x4e00 + marks.length);
          marks.push(mark);
          return text.slice(0, at % (text.length + 1)) + mark + text.slice(at % (text.length + 1));
        };
        const { editor } = first;
        for (const one of happenings) {
          if (one.kind === 'type') {
            const window = one.reader === 'first' ? first : second;
            window.type(insert(window.page.text, one.at));
          } else if (one.kind === 'step') await steps.one(one.pick);
          else if (one.kind === 'wait') await steps.advance(one.time);
          else if (one.kind === 'open') editor.open();
          else if (one.kind === 'save') editor.save();
          else if (one.kind === 'follow') editor.follow();
          else if (editor.text !== undefined) editor.type(head + insert(editor.text.slice(head.length), 7));
          await settle();
        }
        await steps.finish(8_000);
        editor.save();
        await steps.finish(2_000);
        const { text } = first.page;
        expect(marks.filter((mark) => !text.includes(mark))).toEqual([]);
        expect(second.page.text).toBe(text);
        expect(disk.text('a.md')).toBe(head + text);
        expect(text.length).toBeLessThan(2_000);
        const { writes } = disk;
        await steps.finish(8_000);
        expect(disk.writes).toBe(writes);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('two hosts of one window', () => {
  test('an old host that stood still while a new one wrote merges when it wakes up, and writes nothing over', async () => {
    const { steps, disk, journal, window: old } = await opened(`${head}one\ntwo\n`);
    old.type('old\none\ntwo\n');
    await steps.advance(260);
    // It stands still in the middle of its save: its next call to the outside waits.
    const late = steps.suspend(1);
    const fresh = new MemoryWindow(disk, journal);
    const starting = fresh.start(2);
    await settle();
    while (await steps.one(0));
    await starting;
    fresh.type('one\ntwo\nnew\n');
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}one\ntwo\nnew\n`);
    late();
    await steps.finish(2_000);
    expect(disk.text('a.md')).toBe(`${head}old\none\ntwo\nnew\n`);
  });
});
