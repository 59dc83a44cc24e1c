import { describe, expect, test } from 'vitest';
import { parseTexNames } from '../../../../src/core/tex/texNames.ts';

describe('one name', () => {
  test.each([
    // First von Last.
    ['Ada Lovelace', { given: 'Ada', family: 'Lovelace' }],
    ['Jean de La Fontaine', { given: 'Jean', particle: 'de', family: 'La Fontaine' }],
    ['Ludwig van Beethoven', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
    [
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
      { given: 'Charles Louis Xavier Joseph', particle: 'de la', family: 'Vallée Poussin' },
    ],
    ['Madonna', { family: 'Madonna' }],
    ['de Gaulle', { particle: 'de', family: 'Gaulle' }],
    ['jean de la fontaine', { particle: 'jean de la', family: 'fontaine' }],
    ['Jean {de la} Fontaine', { given: 'Jean de la', family: 'Fontaine' }],
    ["Jean {\\'E}. Dupont", { given: 'Jean É.', family: 'Dupont' }],
    ['J.~R.~R. Tolkien', { given: 'J. R. R.', family: 'Tolkien' }],
    // von Last, First.
    ['Lovelace, Ada', { given: 'Ada', family: 'Lovelace' }],
    ['van Beethoven, Ludwig', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
    ['De La Cruz, Maria', { given: 'Maria', family: 'De La Cruz' }],
    ['{von Neumann}, John', { given: 'John', family: 'von Neumann' }],
    ['{\\"O}zg{\\"u}r, Ay{\\c s}e', { given: 'Ayşe', family: 'Özgür' }],
    ['Lovelace,Ada', { given: 'Ada', family: 'Lovelace' }],
    ['Lovelace,', { family: 'Lovelace' }],
    [', Ada', { family: 'Ada' }],
    // von Last, Jr, First.
    ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['de la Cruz, III, Juan', { given: 'Juan', particle: 'de la', family: 'Cruz', suffix: 'III' }],
    ['Ford, {Jr., M.D.}, Henry', { given: 'Henry', family: 'Ford', suffix: 'Jr., M.D.' }],
    // von words by their first letter, also one in an accent.
    ["Lorenzo {\\'e}l Greco", { given: 'Lorenzo', particle: 'él', family: 'Greco' }],
    ["Emre {\\'E}l Greco", { given: 'Emre Él', family: 'Greco' }],
    ['Ursula {\\relax von} Leyen', { given: 'Ursula', particle: 'von', family: 'Leyen' }],
    // Bodies.
    ['{World Health Organization}', { literal: 'World Health Organization' }],
    ['{{NASA and ESA}}', { literal: 'NASA and ESA' }],
    ['{Barnes {\\&} Noble, Inc.}', { literal: 'Barnes & Noble, Inc.' }],
    ['{Ubuntu},', { literal: 'Ubuntu' }],
    // BibLaTeX's extended form.
    ['family=M{\\"u}ller, given=Jo', { given: 'Jo', family: 'Müller' }],
    [
      'given=Jo, prefix=van der, family=Berg, suffix=Jr., useprefix=true',
      { given: 'Jo', particle: 'van der', family: 'Berg', suffix: 'Jr.' },
    ],
    ['family="Last, Inc", given=Jo', { given: 'Jo', family: 'Last, Inc' }],
    // Other scripts.
    ['李 明', { given: '李', family: '明' }],
    ['Øystein Þórsson', { given: 'Øystein', family: 'Þórsson' }],
    ['Erik ørsted Hansen', { given: 'Erik', particle: 'ørsted', family: 'Hansen' }],
  ])('%s', (tex, name) => {
    expect(parseTexNames(tex)).toEqual([name]);
  });
});

/** Family names, bodies in brackets. */
function families(value: string): readonly string[] {
  return parseTexNames(value).map((name) => ('literal' in name ? `[${name.literal}]` : name.family));
}

describe('lists', () => {
  test.each([
    ['Lovelace, Ada and Alan Turing and {ACM}', ['Lovelace', 'Turing', '[ACM]']],
    ['A Anderson\n  AND\tB Brandt', ['Anderson', 'Brandt']],
    ['A Sand and B Andrews', ['Sand', 'Andrews']],
    ['{A and B} and C D', ['[A and B]', 'D']],
    ['A B and others', ['B']],
    ['A B and Others', ['B']],
    ['A B and et al.', ['B']],
    ['others', []],
    ['A B and C D and others and E F', ['B', 'D', 'others', 'F']],
    ['and A B and and C D and', ['B', 'D']],
    ['', []],
    [' , and ,, ', []],
    ['A B and C {D', ['B', 'D']],
    ['A B and C D} and E F', ['B', 'D', 'F']],
  ])('%j', (value, names) => {
    expect(families(value)).toEqual(names);
  });
});
