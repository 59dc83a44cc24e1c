import { describe, expect, test } from 'vitest';
import {
  statusTexts,
  type BibliographyStatus,
  type StatusFile,
} from '../../../../src/core/bibliography/bibliographyStatus.ts';

const usual: BibliographyStatus = {
  files: [],
  hasReferences: false,
  hasOthers: false,
  style: 'IEEE',
  problems: [],
  places: ['front matter', 'the files of a project', 'a/references.bib', 'references.bib'],
};

function file(name: string, more: Partial<StatusFile> = {}): StatusFile {
  return { name, kind: 'read', works: 12, problems: 0, ...more };
}

describe('the status of a bibliography', () => {
  test.each<[string, Partial<BibliographyStatus>, string]>([
    ['one file', { files: [file('refs.bib')] }, 'refs.bib: 12 works'],
    ['one work', { files: [file('refs.bib', { works: 1 })] }, 'refs.bib: 1 work'],
    ['two', { files: [file('a.bib'), file('b.bib', { works: 2_000 })] }, '2 bibliographies: 2,012 works'],
    [
      'also in front matter',
      { files: [file('a.bib')], hasReferences: true },
      'a.bib: 12 works, and its own references',
    ],
    ['only there', { hasReferences: true }, 'References in the document itself'],
    ['on the web', { hasOthers: true }, 'Bibliography on the web'],
    ['missing', { files: [file('a.bib', { kind: 'missing', works: 0 })] }, 'a.bib: missing'],
    ['unreadable', { files: [file('a.pdf', { kind: 'unreadable', works: 0 })] }, 'a.pdf: cannot be read'],
    ['none', {}, 'No bibliography'],
  ])('%s', (_, more, text) => {
    expect(statusTexts({ ...usual, ...more }).text).toBe(text);
  });

  test('has the style, and without a bibliography the places where one was looked for', () => {
    expect(statusTexts({ ...usual, files: [file('a.bib')] })).toMatchObject({
      detail: 'Style: IEEE',
      isWarning: false,
      canOpen: true,
    });
    expect(statusTexts(usual)).toMatchObject({
      detail: 'Looked for front matter, the files of a project, a/references.bib, references.bib. Style: IEEE',
      isWarning: false,
      canOpen: false,
    });
    const places = Array.from({ length: 50 }, (_, n) => `${n}/references.bib`);
    expect(statusTexts({ ...usual, places }).detail).toMatch(/3\/references\.bib …\. Style: IEEE$/);
  });

  test('warns of what is wrong, with the next step', () => {
    const missing = file('a.bib', { kind: 'missing' });
    const problems = ['The bibliography a.bib does not exist: make it.', 'Another.'];
    expect(statusTexts({ ...usual, files: [missing], problems })).toMatchObject({
      detail: 'The bibliography a.bib does not exist: make it. (and 1 more)',
      isWarning: true,
      canOpen: false,
    });
    expect(statusTexts({ ...usual, files: [file('a.bib', { problems: 1 })] })).toMatchObject({
      detail: 'a.bib has 1 problem: see the Problems view, or open the file.',
      isWarning: true,
    });
  });

  test('shows names of files as they are, without icons and links', () => {
    const name = '$(trash) [x](command:evil)\n.bib';
    const { text } = statusTexts({ ...usual, files: [file(name)] });
    const { detail } = statusTexts({ ...usual, files: [file(name)], problems: [`${name} is gone: make it.`] });
    const { detail: style } = statusTexts({ ...usual, style: name });
    for (const shown of [text, detail, style]) {
      expect(shown).not.toMatch(/\$\(|\]\(|\n/);
      expect(shown.replaceAll('\u200B', '')).toContain('$(trash) [x](command:evil) .bib');
    }
  });
});
