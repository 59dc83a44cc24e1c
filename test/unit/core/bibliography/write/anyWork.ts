import * as fc from 'fast-check';
import type { PaperFields } from '../../../../../src/core/paper.ts';
import { displayName, type PersonName } from '../../../../../src/core/personName.ts';
import { cslVariables, type CslRole, type CslVariable } from '../../../../../src/core/workDetails.ts';

/** Words as they stand in titles, names and notes, with every sign that some format gives a meaning. */
const word = fc.constantFrom(
  'Moss',
  'lichens',
  'on',
  'LLMs',
  'Über',
  '中文',
  'a_b',
  'R&D',
  '50%',
  '#1',
  '$5',
  '$x^2$',
  '{x}',
  '}{',
  '~',
  '^',
  '*b*',
  '`c`',
  "d's",
  '"e"',
  '--',
  '\\f',
  '<b>',
  'a<b',
  '&amp;',
  '@misc{x,',
  '@key',
  '[1]',
  'TY - x',
  '...',
  'it’s',
  '-',
  'no:',
);

/** One line of such words. */
const anyText = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

const plainWord = fc.stringMatching(/^[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{1,8}$/);
const person = fc.record(
  {
    family: fc.oneof(
      plainWord,
      fc.tuple(plainWord, plainWord).map((words) => words.join(' ')),
    ),
    given: fc.constantFrom('Ada', 'J. R. R.', 'Łukasz', 'Jean-Luc', "D'Arcy"),
    particle: fc.constantFrom('van', 'de la', 'von der'),
    suffix: fc.constantFrom('Jr.', 'III'),
  },
  { requiredKeys: ['family', 'given'] },
);
const body = fc.constantFrom('Moss Team', 'Institute of Walls and Stones', 'R&D_Lab', 'others', 'NASA');

/** People with their parts, and bodies. */
const anyName: fc.Arbitrary<PersonName> = fc.oneof(
  person,
  body.map((literal) => ({ literal })),
);

const names = fc.array(anyName, { minLength: 1, maxLength: 3 });
const date = fc.constantFrom('2019', '2019-05', '2019-05-19', '2018/2019', '2018-12-30/2019-01-02');
const page = fc.constantFrom('7', '1-10', 'S12-S15', 'e1001');
const dates: ReadonlySet<CslVariable> = new Set(['issued', 'accessed', 'event-date', 'original-date']);
/** What one format or another reads as something else: a serial number, a number with a publisher called arXiv. */
const serial: Partial<Record<CslVariable, fc.Arbitrary<string>>> = {
  ISBN: fc.constantFrom('9783161484100', '978-3-16-148410-0'),
  ISSN: fc.constant('1476-4687'),
  PMID: fc.constant('123456'),
  PMCID: fc.constant('PMC123456'),
  page,
};

const variables: fc.Arbitrary<Partial<Record<CslVariable, string>>> = fc
  .dictionary(fc.constantFrom(...cslVariables), fc.nat(), { maxKeys: 8 })
  .chain((chosen) =>
    fc.record(
      Object.fromEntries(
        cslVariables
          .filter((name) => name in chosen)
          .map((name) => [name, dates.has(name) ? date : (serial[name] ?? anyText)]),
      ),
    ),
  );

/** A work of one of these CSL types with any of the fields that a paper can have. */
export function anyWork(types: readonly string[], roles: readonly CslRole[]): fc.Arbitrary<PaperFields> {
  return fc
    .record({
      title: anyText,
      abstract: fc.array(anyText, { maxLength: 2 }).map((paragraphs) => paragraphs.join('\n\n')),
      venue: fc.option(fc.constantFrom('Journal of Walls', 'NeurIPS 2023', 'Walls & Stones', 'bioRxiv'), {
        nil: undefined,
      }),
      doi: fc.option(fc.constantFrom('10.1000/a_b', '10.1000/x(7)<1>;2-#'), { nil: undefined }),
      arxiv: fc.option(fc.constantFrom('2401.00001', 'cs/0309040'), { nil: undefined }),
      url: fc.option(fc.constantFrom('https://x.org/~me/a_b?c=50%25&d#e'), { nil: undefined }),
      keywords: fc.uniqueArray(fc.constantFrom('moss', 'R&D', 'a_b', 'C#'), { maxLength: 3 }),
      type: fc.constantFrom(...types),
      names: fc.record(Object.fromEntries(roles.map((role) => [role, names])), { requiredKeys: [] }),
      variables,
    })
    .map(({ type, names: byRole, variables: values, title, abstract, venue, doi, arxiv, url, keywords }) => ({
      title,
      abstract,
      venue,
      doi,
      arxiv,
      url,
      keywords,
      authors: (byRole['author'] ?? []).map(displayName),
      year: values.issued === undefined ? undefined : Number(values.issued.slice(0, 4)),
      details: {
        type,
        ...(Object.keys(byRole).length === 0 ? {} : { names: byRole }),
        ...(Object.keys(values).length === 0 ? {} : { variables: values }),
      },
    }));
}

/** What there is of a paper as data, with every text as `shown` has it; without what only its file says. */
export function shapeOf(paper: PaperFields, shown: (text: string) => string): object {
  const { title, abstract, authors, year, venue, doi, arxiv, url, keywords, details } = paper;
  const all = { title, abstract, authors, year, venue, doi, arxiv, url, keywords, details };
  const json = JSON.stringify(all, (_name, value: unknown) => (typeof value === 'string' ? shown(value) : value));
  const shape: unknown = JSON.parse(json);
  return typeof shape === 'object' && shape !== null ? shape : {};
}
