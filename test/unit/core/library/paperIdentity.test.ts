import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { contradict, factsOf, titleKey, titlesAgree } from '../../../../src/core/library/paperIdentity.ts';
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

test('titles without one common long word are of two works, whatever their ids say', () => {
  expect(titlesAgree('graph matching in linear time', 'a survey of dialogue systems')).toBe(false);
  expect(titlesAgree('graph matching in linear time', 'matching made easy')).toBe(true);
  expect(titlesAgree('', 'a survey of dialogue systems')).toBe(true);
});
