import { describe, expect, test } from 'vitest';
import { QuickPickFilter } from '../../support/quickPickFilter.ts';

/** The labels that VS Code would show for the query, in its order. */
function shown(query: string, rows: readonly (string | readonly [string, string, string?])[]): readonly string[] {
  const texts = rows.map((row) => {
    const [label, description = '', detail = ''] = typeof row === 'string' ? [row] : row;
    return { label, description, detail };
  });
  const found = new QuickPickFilter(texts).filter(query);
  const remembering = new QuickPickFilter(texts, { remember: true });
  remembering.filter('something else');
  expect(remembering.filter(query)).toEqual(found);
  return found.map((at) => texts[at]?.label ?? '');
}

describe('what stays', () => {
  test.each([
    ['white space alone keeps everything', '  ', 'Sheep at Night', true],
    ['part of a word, whatever its case', 'EEP AT', 'Sheep at Night', true],
    ['white space around the query does not count', ' night ', 'Sheep at Night', true],
    ['words in another order are not found', 'night sheep', 'Sheep at Night', false],
    ['one letter wrong is not found', 'shepp', 'Sheep at Night', false],
    ['letters that only come one after the other are not found', 'shngt', 'sheep at night', false],
    ['a star stands for anything', 'sh*ght', 'Sheep at Night', true],
    ['other signs stand for themselves', 'c++ (2.', 'Sheep in C++ (2.0)', true],
    ['a dot is a dot', 'c.+', 'Sheep in C++', false],
    ['initials', 'san', 'Sheep at Night', true],
    ['beginnings of words', 'shnig', 'Sheep at Night', true],
    ['initials of a word in capitals only as they stand', 'sn', 'SHEEPNIGHT', false],
    ['a space is no initial: no word begins with it', 's n', 'Sheep Night', false],
    ['initials across capitals inside a word', 'sn', 'SheepNight', true],
    ['initials and more', 'SaNSaNo', 'Sheep at Night Sings at Noon', true],
    ['six capitals beside small letters are no initials', 'SANSANo', 'Sheep at Night Sings at Noon', false],
    ['initials of a text with few digits', 'ag', 'Abcdef 12 Gh', true],
    ['no initials of a text with many digits', 'ag', 'Abcdef 123 Gh', false],
    ['icons are not part of the text', 'sheepat', '$(book)Sheep$(book~spin)at Night', true],
    ['an icon leaves the spaces behind it out', 'sheep', '$(book)  Sheep', true],
  ])('%s', (_, query, label, expected) => {
    expect(shown(query, [label])).toEqual(expected ? [label] : []);
  });

  test('initials are looked for in the first 60 characters', () => {
    const filler = 'x'.repeat(50);
    expect(shown('sn', [`Sheep ${filler} Night`])).toEqual([`Sheep ${filler} Night`]);
    expect(shown('sn', [`Sheep ${filler}xxxx Night`])).toEqual([]);
    expect(shown('xx n', [`Sheep ${filler}xxxx Night`])).toEqual([`Sheep ${filler}xxxx Night`]);
  });

  test('words of capitals and small letters alone have initials up to 30 letters of query', () => {
    const label = 'Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll';
    expect(shown('abcdefghijkl', [label])).toEqual([label]);
    expect(shown('aabbccddeeffgghhiijjkkll', [label])).toEqual([label]);
    expect(shown('aabbccddeeffgghhiijjkkllmmnnoop', [`${label} Mm Nn Oo Pp`])).toEqual([]);
  });

  test('description and detail count', () => {
    const rows = [['Sheep', 'Byron 2019', 'Counting at night.']] as const;
    expect(shown('byron 2019', rows)).toEqual(['Sheep']);
    expect(shown('at night', rows)).toEqual(['Sheep']);
    expect(shown('sheep byron', rows)).toEqual([]);
  });
});

describe('in which order', () => {
  test('label matches first, the others as they came', () => {
    const rows = [['B', 'sheep'], ['A', '', 'sheep'], 'Of sheep'] as const;
    expect(shown('sheep', rows)).toEqual(['Of sheep', 'B', 'A']);
  });

  test('labels that begin with the query, the shorter first; then those that end with it; then by name', () => {
    const labels = ['b sheep c', 'Sheep twice', 'a sheep c', 'My sheep', 'Sheep too', 'sheep'];
    expect(shown('sheep', labels)).toEqual(['sheep', 'Sheep too', 'Sheep twice', 'My sheep', 'a sheep c', 'b sheep c']);
  });

  test('numbers by their value, accents beside their letters', () => {
    expect(shown('part', ['A part 10', 'A part 9', 'Ä part 1', 'B part'])).toEqual([
      'B part',
      'Ä part 1',
      'A part 9',
      'A part 10',
    ]);
  });

  test('a query with a space at its end begins no label that ends there', () => {
    expect(shown('sheep ', ['A sheep', 'Sheep', 'Sheep too'])).toEqual(['Sheep too', 'A sheep', 'Sheep']);
  });
});
