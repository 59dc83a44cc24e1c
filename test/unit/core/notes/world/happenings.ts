import * as fc from 'fast-check';
import type { NoteWorld } from './noteWorld.ts';

const percent = fc.integer({ min: 0, max: 100 });
const splice = { at: percent, length: fc.oneof(fc.constant(0), percent), insert: fc.integer({ min: 0, max: 4 }) };
const of = <const K extends string>(...kinds: readonly K[]): fc.Arbitrary<K> => fc.constantFrom(...kinds);
const windowNumber = fc.integer({ min: 0, max: 1 });

/** One thing that happens. */
export type Happening =
  | { kind: 'type' | 'typeInEditor'; window: number; at: number; length: number; insert: number }
  | { kind: 'outside'; at: number; length: number; insert: number; age: number }
  | { kind: 'outsideSameSize'; at: number; age: number }
  | { kind: 'steps'; count: number; pick: number }
  | { kind: 'wait'; milliseconds: number }
  | { kind: 'fault'; where: 'disk' | 'journal'; fault: 'short' | 'fail' | 'refuse' }
  | { kind: 'die' | 'dieWithPage'; window: number }
  | { kind: 'restore' | 'discard' | 'look' | 'retry' | 'flush'; window: number }
  | { kind: 'openEditor' | 'saveEditor' | 'followFile' | 'closeEditor'; window: number };

/** What happens in a world. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: of('type'), window: windowNumber, ...splice }) },
  { weight: 2, arbitrary: fc.record({ kind: of('typeInEditor'), window: windowNumber, ...splice }) },
  { weight: 3, arbitrary: fc.record({ kind: of('outside'), ...splice, age: fc.constantFrom(0, 1_000_000) }) },
  { weight: 2, arbitrary: fc.record({ kind: of('outsideSameSize'), at: percent, age: fc.constantFrom(0, 1_000_000) }) },
  { weight: 14, arbitrary: fc.record({ kind: of('steps'), count: fc.integer({ min: 1, max: 12 }), pick: fc.nat(50) }) },
  { weight: 6, arbitrary: fc.record({ kind: of('wait'), milliseconds: fc.constantFrom(100, 260, 750, 5_100) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: of('fault'), where: of('disk', 'journal'), fault: of('short', 'fail', 'refuse') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: of('die', 'dieWithPage'), window: windowNumber }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: of('restore', 'discard', 'look', 'retry', 'flush'), window: windowNumber }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: of('openEditor', 'saveEditor', 'followFile', 'closeEditor'),
      window: windowNumber,
    }),
  },
);

/** Makes it happen, and lets all code run that waits for nothing outside. */
export async function happen(world: NoteWorld, one: Happening): Promise<void> {
  switch (one.kind) {
    case 'type': {
      const window = world.window(one.window);
      if (window.keeper !== undefined) window.type(world.edited(window.page.text, one));
      return;
    }
    case 'outside':
      world.outside((body) => world.edited(body, one), one.age);
      return;
    case 'outsideSameSize':
      world.outside((body) => sameSize(world, body, one.at), one.age);
      return;
    case 'steps':
      for (let count = 0; count < one.count; count += 1) await world.steps.one(one.pick + count);
      return;
    case 'wait':
      await world.steps.advance(one.milliseconds);
      return;
    case 'fault':
      world.setFault(one.where, one.fault);
      return;
    case 'die':
    case 'dieWithPage':
      world.startHost(world.window(one.window), one.kind === 'die');
      return;
    default:
      happenIn(world, one);
  }
}

type InWindow = Extract<Happening, { window: number }>;

function happenIn(world: NoteWorld, one: InWindow): void {
  const window = world.window(one.window);
  const { keeper, editor } = window;
  if (keeper === undefined) return;
  if (one.kind === 'restore' || one.kind === 'discard') {
    // It may fail with the disk: then the draft stays.
    void world.recover(window, one.kind === 'discard').catch(() => undefined);
  } else if (one.kind === 'look') keeper.look();
  else if (one.kind === 'retry') keeper.retry();
  else if (one.kind === 'flush') void keeper.flush();
  else if (one.kind === 'openEditor' && !world.disk.halfWritten) editor.open();
  else if (one.kind === 'followFile' && !world.disk.halfWritten) editor.follow();
  else if (one.kind === 'typeInEditor') typeInEditor(world, one);
  else if (one.kind === 'saveEditor') {
    // Breaking off then is VS Code's own fault, and nobody was told anything by us.
    world.disk.faults.length = 0;
    editor.save();
  } else if (one.kind === 'closeEditor') {
    world.discards(editor.text ?? '');
    editor.close();
  }
}

/** In the body only: a head that is damaged by hand is somebody's wish. */
function typeInEditor(world: NoteWorld, one: InWindow): void {
  const { editor } = world.window(one.window);
  const { text } = editor;
  const bodyAt = text?.indexOf('---\n\n') ?? -1;
  if (text === undefined || bodyAt < 0 || !('at' in one)) return;
  const at = bodyAt + 5;
  editor.type(text.slice(0, at) + world.edited(text.slice(at), one));
}

/** One mark becomes another: neither size nor, with an age, time tell. */
function sameSize(world: NoteWorld, body: string, at: number): string {
  const marks = body.split('').flatMap((one, index) => (one > '\u4e00' ? [index] : []));
  const index = marks[Math.floor((marks.length * at) / 101)];
  return index === undefined ? body : body.slice(0, index) + world.mark() + body.slice(index + 1);
}
