import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePlainName } from '../../../../src/core/names/parsePlainName.ts';
import { displayName, type PersonName } from '../../../../src/core/personName.ts';
import { cpuTime } from '../../../support/cpuTime.ts';

const cases: readonly (readonly [text: string, name: PersonName])[] = [
  ['Lee, Ann', { family: 'Lee', given: 'Ann' }],
  ['Ann Lee', { family: 'Lee', given: 'Ann' }],
  ['  Lee ,\tAnn \n B. ', { family: 'Lee', given: 'Ann B.' }],
  ['King, Martin Luther, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, Jr., Martin Luther', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['King, Martin Luther Jr', { family: 'King', given: 'Martin Luther', suffix: 'Jr' }],
  ['Martin Luther King Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Martin Luther King, Jr.', { family: 'King', given: 'Martin Luther', suffix: 'Jr.' }],
  ['Phillips,A.J.,Jr', { family: 'Phillips', given: 'A.J.', suffix: 'Jr' }],
  ['Ramakrishnan, IV', { family: 'Ramakrishnan', given: 'IV' }],
  ['van den Berg, Jan', { family: 'Berg', given: 'Jan', particle: 'van den' }],
  ['Berg, Jan van den', { family: 'Berg', given: 'Jan', particle: 'van den' }],
  ['Jan van den Berg', { family: 'Berg', given: 'Jan', particle: 'van den' }],
  ['Van Dyke, Dick', { family: 'Van Dyke', given: 'Dick' }],
  ['de la Cruz, María', { family: 'Cruz', given: 'María', particle: 'de la' }],
  ["d'Alembert, Jean", { family: "d'Alembert", given: 'Jean' }],
  ['de, Jan', { family: 'de', given: 'Jan' }],
  ['van Jan', { family: 'Jan', given: 'van' }],
  ['Madonna', { literal: 'Madonna' }],
  ['World Health Organization,', { literal: 'World Health Organization' }],
  ['World Health Organization', { literal: 'World Health Organization' }],
  ['Gemini Team', { literal: 'Gemini Team' }],
  ['Center for Open Science', { literal: 'Center for Open Science' }],
  ['One Two Three Four Five Six', { literal: 'One Two Three Four Five Six' }],
  [', Ann', { literal: 'Ann' }],
  ['', { literal: '' }],
];

test.each(cases)('%j', (text, name) => {
  expect(parsePlainName(text)).toEqual(name);
});

test('a name of parts reads as it was, whichever way it is written', () => {
  const part = fc.constantFrom('Ann', 'Lee', 'Ito', 'Łukasz', 'O’Neil', 'Jean-Paul', 'Ørsted');
  const particle = fc.constantFrom('', 'van ', 'de la ', 'von der ');
  fc.assert(
    fc.property(part, particle, part, (given, prefix, family) => {
      const expected = `${given} ${prefix}${family}`;
      expect(displayName(parsePlainName(`${prefix}${family}, ${given}`))).toBe(expected);
      expect(displayName(parsePlainName(expected))).toBe(expected);
      expect(displayName(parsePlainName(`${family}, ${given} ${prefix}`))).toBe(expected);
    }),
  );
});

test.each([',', ' ', 'van ', ' ,', 'a ', 'Jr., '])('a megabyte of %j takes no time', (piece) => {
  const start = cpuTime();
  parsePlainName(piece.repeat(1_000_000 / piece.length));
  expect(cpuTime() - start).toBeLessThan(1_000);
});
