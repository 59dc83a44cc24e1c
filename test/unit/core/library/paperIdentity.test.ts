import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import {
  contradict,
  factsOf,
  isGenericTitle,
  sameFirstAuthor,
  titleKey,
  titlesAgree,
} from '../../../../src/core/library/paperIdentity.ts';
import { anyTitle, recordAt } from './records.ts';

describe('titleKey', () => {
  test.each([
    ['The  Café: A Study', 'the cafe a study'],
    ['the cafe\u0301 — a study!', 'the cafe a study'],
    ['{BERT} for $n$-grams', 'bert for n grams'],
    ['Ｗｉｄｅ ﬁne', 'wide fine'],
    ['Große Netze', 'grosse netze'],
    ['深度学习：综述', '深度学习 综述'],
    ['Programming in C++', 'programming in c++'],
    ['C#-like types', 'c# like types'],
    ['???', '???'],
    ['  ', ''],
  ])('%s', (title, key) => {
    expect(titleKey(title)).toBe(key);
  });

  test('case, punctuation and white space around words never matter, and it is its own key', () => {
    fc.assert(
      fc.property(anyTitle, (title) => {
        const key = titleKey(title);
        expect(titleKey(`  ${title.toUpperCase().toLowerCase()} `)).toBe(titleKey(title.toUpperCase().toLowerCase()));
        expect(titleKey(key)).toBe(key);
      }),
    );
  });
});

describe('facts of a record', () => {
  test("arXiv's own DOI is the arXiv id, without version", () => {
    expect(factsOf(recordAt(0, { title: 'T', doi: '10.48550/arXiv.2401.00001v2' }))).toMatchObject({
      doi: undefined,
      arxiv: '2401.00001',
    });
  });
});

const facts = (fields: Parameters<typeof recordAt>[1]): ReturnType<typeof factsOf> => factsOf(recordAt(0, fields));

describe('contradict', () => {
  const bare = facts({ title: 'T' });

  test('what one side does not say contradicts nothing', () => {
    const full = facts({ title: 'T', doi: '10.1/a', arxiv: '2401.00001', year: 2020, authors: ['Ada Byron'] });
    expect(contradict(bare, full)).toBe(false);
    expect(contradict(full, bare)).toBe(false);
  });

  test.each([
    [{ doi: '10.1/a' }, { doi: '10.1/b' }, true],
    [{ doi: '10.1/a' }, { doi: '10.1/A' }, false],
    [{ arxiv: '2401.00001' }, { arxiv: '2401.00002' }, true],
    [{ arxiv: '2401.00001' }, { doi: '10.48550/arxiv.2401.00001' }, false],
    [{ year: 2020 }, { year: 2022 }, false],
    [{ year: 2020 }, { year: 2023 }, true],
    [{ authors: ['Yann LeCun', 'Yoshua Bengio'] }, { authors: ['Goodfellow, Ian', 'Bengio, Yoshua'] }, true],
    [{ authors: ['Y. LeCun'] }, { authors: ['LeCun, Yann'] }, false],
    [{ authors: ['José García'] }, { authors: ['Jose Garcia'] }, false],
  ])('%o and %o: %s', (a, b, expected) => {
    expect(contradict(facts({ title: 'T', ...a }), facts({ title: 'T', ...b }))).toBe(expected);
  });
});

test.each([
  ['graph matching in linear time', 'a survey of dialogue systems', false],
  // Papers of one volume have a word in common soon enough: half of the longer words of one of them must be.
  ['graph matching in linear time', 'matching made easy', false],
  ['graph nets', 'graph nets revisited', true],
  ['bert', 'bert pre training of deep bidirectional transformers', true],
  ['deep reinforcement learning', 'a survey of learning for dialogue systems', false],
  ['', 'a survey of dialogue systems', true],
])('titles of one DOI: %j and %j agree: %s', (a, b, expected) => {
  expect(titlesAgree(a, b)).toBe(expected);
  expect(titlesAgree(b, a)).toBe(expected);
});

describe('first authors', () => {
  test.each([
    ['J. Smith', 'John Smith', true],
    ['Smith, John', 'John Smith', true],
    ['Smith J', 'John Smith', true],
    ['Jon Smith', 'Jonathan Smith', true],
    ['Martin Luther King Jr.', 'Martin Luther King', true],
    ['Juan García Márquez', 'Juan Garcia', true],
    ['Hans Müller', 'Hans Mueller', true],
    ['Søren Øst', 'Soren Ost', true],
    ['Smith et al.', 'John Smith', true],
    ['Ludwig van Beethoven', 'L. v. Beethoven', true],
    ['张伟', '张伟', true],
    ['Wei Li', 'Wei Zhang', false],
    ['Smith et al.', 'Jones et al.', false],
    ['Ada Byron', 'Alan Turing', false],
    ['Ada Byron', '', undefined],
    ['et al.', 'Ada Byron', undefined],
  ])('%j and %j: %s', (a, b, expected) => {
    const [one, other] = [a, b].map((name) => facts({ title: 'T', authors: name === '' ? [] : [name] }));
    if (one === undefined || other === undefined) throw new Error('unreachable');
    expect(sameFirstAuthor(one, other)).toBe(expected);
    expect(sameFirstAuthor(other, one)).toBe(expected);
  });
});

test.each([
  ['editorial', true],
  ['editorial 12', true],
  ['introduction', true],
  ['chapter xiv', false],
  ['introduction to algorithms', false],
  ['attention is all you need', false],
])('%j alone tells little: %s', (title, expected) => {
  expect(isGenericTitle(title)).toBe(expected);
});
