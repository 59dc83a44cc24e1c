import { describe, expect, test } from 'vitest';
import { colourNumbers, restColour, themeColour, type Ground } from '../../../../src/webview/map/palette.ts';

const grounds: readonly (readonly [string, Ground, string])[] = [
  ['dark', { isLight: false, isStrong: false }, '#1f1f1f'],
  ['light', { isLight: true, isStrong: false }, '#ffffff'],
  ['high contrast', { isLight: false, isStrong: true }, '#000000'],
  ['high contrast light', { isLight: true, isStrong: true }, '#ffffff'],
];

function linear(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

/** WCAG 2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [a, b]
    .map((colour) => linear(colour).reduce((sum, value, at) => sum + value * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0))
    .toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(grounds)('on a %s ground', (_name, ground, background) => {
  const colours = Array.from({ length: 40 }, (_, number) => themeColour(number, ground));

  test('forty colours differ and stand out from the ground', () => {
    expect(new Set(colours).size).toBe(40);
    for (const colour of [...colours, restColour(ground)]) {
      expect(colour).toMatch(/^#[\da-f]{6}$/);
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('each theme keeps its colour', () => {
  test('when others come and go', () => {
    const first = colourNumbers(['a', 'b', 'c'], []);
    expect(first).toEqual(['a', 'b', 'c']);
    expect(colourNumbers(['c', 'd', 'a'], first)).toEqual(['a', 'b', 'c', 'd']);
    expect(colourNumbers(['x'], ['', 'b'])).toEqual(['x', 'b']);
  });

  test('colours of themes long gone are used again', () => {
    const before = Array.from({ length: 50 }, (_, at) => `old${at}`);
    expect(colourNumbers(['old7', 'new'], before).slice(0, 9)).toEqual(['new', '', '', '', '', '', '', 'old7', '']);
  });
});
