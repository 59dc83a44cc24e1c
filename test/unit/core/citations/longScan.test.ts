import { describe, expect, test } from 'vitest';
import { answerOfNow, scanHereOrElsewhere } from '../../../../src/core/citations/longScan.ts';
import { packScan, type PackedScan } from '../../../../src/core/citations/packedScan.ts';
import { pandocSyntax } from '../../../../src/core/citations/pandoc/pandocSyntax.ts';

const text = 'as [@a; @b] say';

/** A scan with a counter of what was scanned on each side. */
function counting(answer: (text: string) => Promise<PackedScan | undefined>, longest: number) {
  const scanned = { here: 0, elsewhere: 0 };
  const syntax = {
    ...pandocSyntax,
    scan(some: string) {
      scanned.here += 1;
      return pandocSyntax.scan(some);
    },
  };
  const scan = scanHereOrElsewhere(syntax, text, {
    longest,
    scanElsewhere: (some) => {
      scanned.elsewhere += 1;
      return answer(some);
    },
    breathe: () => Promise.resolve(),
  });
  return { scan, scanned };
}

const packed = (some: string): Promise<PackedScan> => Promise.resolve(packScan(pandocSyntax.scan(some)));

describe('a text is scanned', () => {
  test('at once when it is short', () => {
    const { scan, scanned } = counting(packed, text.length);
    expect(scan).toEqual(pandocSyntax.scan(text));
    expect(scanned).toEqual({ here: 1, elsewhere: 0 });
  });

  test('elsewhere, and never here, when it is long', async () => {
    const { scan, scanned } = counting(packed, text.length - 1);
    expect(scan).toBeInstanceOf(Promise);
    expect(await scan).toEqual(pandocSyntax.scan(text));
    expect(scanned).toEqual({ here: 0, elsewhere: 1 });
  });

  test.each([
    ['has stopped', () => Promise.reject(new Error('stopped'))],
    ['has no answer', () => Promise.resolve(undefined)],
  ])('here after all when the other side %s', async (_why, answer) => {
    const { scan, scanned } = counting(answer, 0);
    expect(await scan).toEqual(pandocSyntax.scan(text));
    expect(scanned).toEqual({ here: 1, elsewhere: 1 });
  });

  test('at once up to 400,000 characters', () => {
    const ports = { scanElsewhere: packed, breathe: () => Promise.resolve() };
    expect(scanHereOrElsewhere(pandocSyntax, 'a'.repeat(400_000), ports)).not.toBeInstanceOf(Promise);
    expect(scanHereOrElsewhere(pandocSyntax, 'a'.repeat(400_001), ports)).toBeInstanceOf(Promise);
  });
});

/** Asks about a thing that becomes another while the first `changes` answers are on their way. */
async function asked(changes: number) {
  let version = 1;
  let asks = 0;
  const now = await answerOfNow(
    () => version,
    async () => {
      asks += 1;
      const of = version;
      await Promise.resolve();
      if (asks <= changes) version += 1;
      return `of ${of}`;
    },
  );
  return { now, asks };
}

describe('of what changes while it is asked about', () => {
  test.each([
    [0, { now: { answer: 'of 1' }, asks: 1 }],
    [1, { now: { answer: 'of 2' }, asks: 2 }],
    [2, { now: { answer: 'of 3' }, asks: 3 }],
    [3, { now: 'changing', asks: 3 }],
    [9, { now: 'changing', asks: 3 }],
  ])('after %i changes the answer is of the last version, or none', async (changes, expected) => {
    expect(await asked(changes)).toEqual(expected);
  });
});
