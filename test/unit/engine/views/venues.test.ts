import { describe, expect, test } from 'vitest';
import { venueName } from '../../../../src/engine/views/venueName.ts';
import { by, labelled, viewsOver } from './support.ts';
import { cpuTime } from '../../../support/cpuTime.ts';

function venues(...names: readonly (string | undefined)[]): readonly string[] {
  const papers = names.map((venue, at) => by([], `P${String(at)}`, venue === undefined ? {} : { venue }));
  return labelled(viewsOver({ papers }).groups({ by: 'venue' }));
}

describe('venues', () => {
  test.each([
    [['ACL', 'Proc. of ACL 2024', 'acl 2023', 'Proceedings of the ACL', "ACL '24"], ['ACL: 5']],
    [
      [
        'Proceedings of the 62nd Annual Meeting of the Association for Computational Linguistics (ACL 2024)',
        'Annual Meeting of the Association for Computational Linguistics',
        'ACL 2021',
      ],
      ['ACL: 3'],
    ],
    [['Conference on Sheep (CoSh)', 'Proceedings of the Third Conference on Sheep', 'CoSh 2019'], ['CoSh: 3']],
    [['arXiv preprint arXiv:2401.00001', 'CoRR', 'arXiv e-prints', 'arXiv'], ['arXiv: 4']],
    [['Advances in Neural Information Processing Systems 36', 'NeurIPS 2023', 'NIPS 2016'], ['NeurIPS: 3']],
    [
      ['Findings of ACL 2024', 'ACL 2024', 'ICML Workshop on Owls (ICML 2020)', 'ICML'],
      ['ACL: 1', 'Findings of ACL: 1', 'ICML: 1', 'ICML Workshop on Owls: 1'],
    ],
    [['Nature', 'nature', 'Nature, vol. 12, no. 3, pp. 1-9'], ['Nature: 3']],
    [
      [undefined, '', '  ', 'Nature'],
      ['Nature: 1', 'No Venue: 3'],
    ],
    [
      ['2023', '—'],
      ['2023: 1', '—: 1'],
    ],
  ])('%j', (names, expected) => {
    expect(venues(...names)).toEqual(expected);
  });

  test('the one with most papers first, then by name', () => {
    expect(venues('Owls', 'Bees', 'Bees', 'Ants', undefined, undefined, undefined)).toEqual([
      'Bees: 2',
      'Ants: 1',
      'Owls: 1',
      'No Venue: 3',
    ]);
  });

  test('hundreds of them: those with most papers, the others by their letters', () => {
    const rare = Array.from({ length: 150 }, (_, at) => `${at < 75 ? 'Journal' : 'Review'} ${String(at)} of Moss`);
    const papers = ['Bees', 'Bees', ...rare].map((venue, at) => by([], `P${String(at)}`, { venue }));
    const views = viewsOver({ papers });
    const groups = views.groups({ by: 'venue' });
    expect([labelled(groups)[0], labelled(groups).at(-1), groups.length]).toEqual(['Bees: 2', 'Other Venues: 51', 101]);
    const last = groups.at(-1)?.id ?? '';
    expect(views.groups({ by: 'venue' }, last)).toHaveLength(51);
    expect(views.placeOf({ by: 'venue' }, 'P151')?.path).toEqual([last, 'review 149 of moss']);
    const more = Array.from({ length: 150 }, (_, at) =>
      by([], `Q${String(at)}`, { venue: `Acta ${String(at)} of Moss` }),
    );
    const larger = viewsOver({ papers: [...papers, ...more] });
    expect(labelled(larger.groups({ by: 'venue' }, last))).toEqual(['A: 51', 'J: 75', 'R: 75']);
  });

  test('a name of any length is read in a moment', () => {
    const began = cpuTime();
    for (const long of ['a'.repeat(1_000), '( '.repeat(50_000), ' 2020'.repeat(50_000), 'vol. 1'.repeat(50_000)]) {
      expect(venueName(long)?.label.length).toBeLessThanOrEqual(300);
    }
    expect(venueName('a'.repeat(1_000))?.key).toBe(venueName('A'.repeat(900))?.key);
    expect(cpuTime() - began).toBeLessThan(1_000);
  });
});
