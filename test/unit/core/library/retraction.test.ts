import { expect, test } from 'vitest';
import { parsePaperFile } from '../../../../src/core/formats/parsePaperFile.ts';
import { retractionOf } from '../../../../src/core/library/retraction.ts';

function ofTitle(title: string): string | undefined {
  return retractionOf({ title, abstract: '' });
}

test.each([
  ['Retracted: Effects of light on mosses', 'retracted'],
  ['RETRACTED ARTICLE: Effects of light on mosses', 'retracted'],
  ['[Retracted] Effects of light', 'retracted'],
  ['WITHDRAWN: Effects of light on mosses', 'withdrawn'],
  ['Withdrawn – Effects of light', 'withdrawn'],
  ['Effects of light on mosses [Retracted]', 'retracted'],
  ['Effects of light on mosses (withdrawn)', 'withdrawn'],
  ['Retracted', 'retracted'],
  ['Effects of light on mosses', undefined],
  ['Retracted papers and who cites them', undefined],
  ['Retracted papers: who cites them', undefined],
  ['Withdrawn drugs: a review', undefined],
  ['Retraction: Effects of light on mosses', undefined],
  ['Why papers are retracted', undefined],
  ['', undefined],
])('the title %j says %s', (title, kind) => {
  expect(ofTitle(title)).toBe(kind);
});

function ofFile(name: string, text: string): string | undefined {
  const [record] = parsePaperFile(name, text).records;
  expect(record).toBeDefined();
  return record && retractionOf(record);
}

test.each([
  ['note = {Retracted}', 'retracted'],
  ['note = {This article has been retracted by the editors.}', 'retracted'],
  ['note = {Withdrawn by the author}', 'withdrawn'],
  ['pubstate = {retracted}', 'retracted'],
  ['comment = {This paper has been withdrawn due to an error}', 'withdrawn'],
  ['retracted = {true}', 'retracted'],
  ['note = {Retracted papers are its subject}', undefined],
  ['note = {To be read}', undefined],
  ['retracted = {no}', undefined],
])('BibTeX: %s', (field, kind) => {
  expect(ofFile('a.bib', `@article{a,\n  title = {Effects of light},\n  ${field}\n}\n`)).toBe(kind);
});

test('the comment of arXiv', () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry>
<id>http://arxiv.org/abs/2401.00001v2</id><title>Effects of light</title><summary>Short.</summary>
<author><name>Ann Doe</name></author><arxiv:comment>This submission has been withdrawn by arXiv</arxiv:comment></entry></feed>`;
  expect(ofFile('a.xml', feed)).toBe('withdrawn');
});

test('PubMed’s type of publication', () => {
  const text =
    'PMID- 123\nTI  - Effects of light.\nPT  - Journal Article\nPT  - Retracted Publication\nFAU - Doe, Ann\n';
  expect(ofFile('a.nbib', text)).toBe('retracted');
});
