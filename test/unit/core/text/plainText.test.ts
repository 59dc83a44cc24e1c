import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLabel, plainMessage, said, shorten, singleLine } from '../../../../src/core/text/plainText.ts';

describe('plainMessage', () => {
  test('breaks what VS Code would draw as a link that runs a command', () => {
    const shown = plainMessage('[Retry](command:workbench.action.closeWindow)');
    expect(shown).not.toContain('](');
    expect(shown).toContain('[Retry]');
  });

  test('breaks icons, also ones put together from the pieces around removed characters', () => {
    expect(plainMessage('$\u200B(trash)')).not.toContain('$(');
    expect(plainMessage(']\u202E(command:x)')).not.toContain('](');
  });

  test('is one line without bidi overrides, controls and escapes', () => {
    expect(plainMessage('a\r\nb\u202Ec\u0000d\u001B[31m')).toBe('a bc d [31m');
  });

  test('never holds a link, an icon or more than asked, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom('](', '$('), (noise, bait) => {
        const shown = plainMessage(`${noise.slice(0, 20)}${bait}${noise}`);
        expect(shown).not.toContain('](');
        expect(shown).not.toContain('$(');
        expect(shown).not.toContain('\n');
        expect(shorten(singleLine(shown), 200)).toBe(singleLine(shown));
      }),
    );
  });
});

test('a line stays as it is, also where what nobody sees stood between spaces', () => {
  expect(singleLine('a \u202E b\n\0c\uFEFFd')).toBe('a b c d');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => singleLine(singleLine(text)) === singleLine(text)));
});

describe('plainLabel', () => {
  test('keeps an icon name as text', () => {
    expect(plainLabel('On $(trash)-colorings')).toBe('On \\$(trash)-colorings');
  });
});

describe('shorten', () => {
  test('never cuts a surrogate pair', () => {
    for (let max = 2; max < 8; max += 1) expect(shorten('😀😀😀😀😀', max).isWellFormed()).toBe(true);
  });

  test('leaves what fits', () => {
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('abcd', 3)).toBe('ab…');
  });
});

describe('said', () => {
  const link = '[Retry](command:workbench.action.closeWindow)';

  test('keeps the icons of the sentence, but none of what stands in it', () => {
    expect(said`$(check) ${'On $(trash)'} marked`).toBe('$(check) On $\u200B(trash) marked');
  });

  test('breaks links in what stands in it', () => {
    expect(said`"${link}" was added.`).toBe('"[Retry]\u200B(command:workbench.action.closeWindow)" was added.');
  });

  test.each([
    ['a link across the border', said`${'[Retry]'}(command:x)`],
    ['a link put together from two texts', said`${'[Retry]'}${'(command:x)'}`],
    ['an icon across the border', said`${'cost $'}(trash)`],
    ['an icon put together from two texts', said`${'cost $'}${'(trash)'}`],
    ['a link around an invisible character', said`${']\u202E(command:x)'}`],
  ])('makes no %s', (_name, text) => {
    expect(text).not.toMatch(/\]\(|\$\(/);
  });

  test('is one line', () => {
    expect(said`a ${'b\nc'} d`).toBe('a b c d');
  });

  test('never holds a link or an icon of its parts', () => {
    const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('](', ']', '(', '$', '$(', '\u200B', ' '));
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        expect(said`${a}${b}x${c}(`).not.toMatch(/\]\(|\$\(/);
      }),
      { numRuns: 2000 },
    );
  });
});
