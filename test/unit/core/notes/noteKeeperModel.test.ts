import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { happen, happening, type Happening } from './world/happenings.ts';
import { NoteWorld } from './world/noteWorld.ts';
import { trimmed } from './world/memoryEditor.ts';
import { settle } from './world/steps.ts';

/** `NOTE_SEQUENCES=20000 npx vitest run … noteKeeperModel` for a night. */
const sequences = Number(process.env['NOTE_SEQUENCES'] ?? 300);
/** Half as many on average. */
const stepsOfSequence = 80;

class Happens implements fc.AsyncCommand<object, NoteWorld> {
  readonly one: Happening;

  constructor(one: Happening) {
    this.one = one;
  }

  check(): boolean {
    return true;
  }

  async run(_: object, world: NoteWorld): Promise<void> {
    await happen(world, this.one);
    await settle();
    expect(world.lost()).toEqual([]);
  }

  toString(): string {
    return JSON.stringify(this.one);
  }
}

const commands = fc.commands([happening.map((one) => new Happens(one))], {
  size: 'max',
  maxCommands: stepsOfSequence,
});

interface Surroundings {
  readonly isAtomic: boolean;
  /** VS Code trims spaces and adds a line break when it saves. */
  readonly trims: boolean;
}

/** Runs a sequence in a new world, and lets it come to rest. */
async function run(
  { isAtomic, trims }: Surroundings,
  happenings: Iterable<fc.AsyncCommand<object, NoteWorld>>,
): Promise<NoteWorld> {
  const world = new NoteWorld(isAtomic);
  if (trims) for (const window of world.windows) window.editor.format = trimmed;
  for (const window of world.windows) world.startHost(window, false);
  await fc.asyncModelRun(() => ({ model: {}, real: world }), happenings);
  await world.rest();
  expect(world.lost()).toEqual([]);
  return world;
}

describe('no acknowledged character is lost, nobody else is overwritten', () => {
  test.each([
    ['where files are replaced in one step', { isAtomic: true, trims: false }],
    ['where writing truncates first', { isAtomic: false, trims: false }],
    ['where VS Code trims what it saves', { isAtomic: true, trims: true }],
  ])(
    '%s',
    async (_, surroundings) => {
      await fc.assert(
        fc.asyncProperty(commands, async (happenings) => {
          await run(surroundings, happenings);
        }),
        { numRuns: sequences / 3, endOnFailure: false },
      );
    },
    sequences * 2_000,
  );
});
