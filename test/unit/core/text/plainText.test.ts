import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainLabel, plainMessage, shorten, singleLine } from '../../../../src/core/text/plainText.ts';

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
