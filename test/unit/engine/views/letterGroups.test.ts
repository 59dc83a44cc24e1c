import { describe, expect, test } from 'vitest';
import { letterGroups, type Listed } from '../../../../src/engine/views/letterGroups.ts';
import { plainGroup } from '../../../../src/engine/views/viewGroup.ts';

/** Groups of one letter and a number, in order; `name` is what the ends of a stretch are called. */
function listed(letter: string, count: number, same = false): readonly Listed[] {
  return Array.from({ length: count }, (_, at) => {
    const number = String(at).padStart(3, '0');
    const label = `${letter}${number}`;
    const key = letter.toLowerCase();
    return {
      group: plainGroup(label, label, []),
      key: same ? key : `${key}${number}`,
      name: same ? letter : label,
    };
  });
}

function shown(groups: ReturnType<typeof letterGroups>): readonly string[] {
  return groups.map(({ id, label, parts }) => `${id} ${label}: ${String(parts.length)}`);
}

describe('letterGroups', () => {
  test('a hundred stand as they are, one more by their letters', () => {
    expect(letterGroups(listed('A', 100))).toHaveLength(100);
    expect(shown(letterGroups([...listed('A', 60), ...listed('B', 41)]))).toEqual(['letter:a A: 60', 'letter:b B: 41']);
  });

  test('two hundred of a letter stand under it, one more in stretches of at most a hundred, none lost', () => {
    expect(shown(letterGroups(listed('A', 200)))).toEqual(['letter:a A: 200']);
    const [letter] = letterGroups(listed('A', 201));
    expect(shown(letter?.parts ?? [])).toEqual([
      'letter:a/1 A000 – A066: 67',
      'letter:a/2 A067 – A133: 67',
      'letter:a/3 A134 – A200: 67',
    ]);
    expect(letter?.parts.flatMap(({ parts }) => parts.map(({ id }) => id))).toEqual(
      listed('A', 201).map(({ group }) => group.id),
    );
  });

  test('stretches of one name are told apart by whole names', () => {
    const [letter] = letterGroups(listed('Wang', 201, true));
    expect(letter?.parts.map(({ label }) => label)).toEqual([
      'Wang000 – Wang066',
      'Wang067 – Wang133',
      'Wang134 – Wang200',
    ]);
  });

  test('what begins with none of the 26 letters comes last', () => {
    const groups = letterGroups([...listed('9', 1), ...listed('A', 100), ...listed('Ж', 1)]);
    expect(shown(groups)).toEqual(['letter:a A: 100', 'letter: Other Letters: 2']);
  });
});
