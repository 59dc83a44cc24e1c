import { expect, test } from 'vitest';
import type { DraftContent } from '../../../../src/core/notes/draftJournal.ts';
import { DraftJournal } from '../../../../src/core/notes/draftJournal.ts';
import { DraftKeeper } from '../../../../src/core/notes/draftKeeper.ts';
import { MemoryJournal, utf8 } from './world/memoryDisk.ts';
import { drafts } from './world/openedNote.ts';
import { settle, Steps } from './world/steps.ts';

test('a draft that took in what came after a save does not go with that save', async () => {
  const steps = new Steps();
  const files = new MemoryJournal(steps);
  const journal = new DraftJournal(files.filesOf(1), utf8, { host: 'h1', pid: 1 });
  let text = 'one';
  const content = async (isWriting: boolean): Promise<DraftContent> => ({
    text,
    seq: 1,
    base: '',
    baseHash: undefined,
    isWriting,
  });
  const keeper = new DraftKeeper({
    slot: journal.open({ uri: 'file:///notes/a.md', key: 'a' }),
    clock: { now: () => 1, stamp: () => '', after: () => () => undefined },
    content,
    kept: () => undefined,
    report: (error) => {
      throw error;
    },
  });
  // What is given up is on its way: the draft waits, and the save ends meanwhile.
  keeper.giveUp({ file: 'given up', seq: 1 });
  keeper.keep();
  keeper.clear();
  text = 'one and more';
  keeper.keep();
  await settle();
  while (await steps.one(0)) await settle();
  expect(drafts(files)).toContain('one and more');
});
