import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scanCitations } from '../../src/core/citations/pandoc/scanCitations.ts';
import { parsePaperFile } from '../../src/core/formats/parsePaperFile.ts';
import { PaperLibrary } from '../../src/core/library/paperLibrary.ts';
import { parseNote } from '../../src/core/notes/noteDocument.ts';
import { noteFileName } from '../../src/core/notes/noteFileName.ts';
import { noteIds } from '../../src/core/notes/noteIdentity.ts';
import { filesBelow, repositoryRoot } from './support/repository.ts';

const sample = join(repositoryRoot, 'media/sample');
const listName = 'reading-papers.txt';
const paperCount = 26;

const parsed = parsePaperFile(listName, textOf(listName));
const library = new PaperLibrary();
library.setFile(listName, parsed.records);
library.commit();
const draft = textOf('draft.md');
const notes = readdirSync(join(sample, 'notes'));

function textOf(path: string): string {
  return readFileSync(join(sample, path), 'utf8');
}

function citedKeys(text: string): readonly string[] {
  return [...new Set(scanCitations(text).clusters.flatMap(({ items }) => items.map(({ key }) => key)))];
}

describe('the paper list of the sample', () => {
  test('is read without a problem', () => {
    expect(parsed.problems).toEqual([]);
    expect(parsed.records).toHaveLength(paperCount);
    expect(library.size).toBe(paperCount);
  });

  test('has a summary of readable length for every paper', () => {
    for (const { title, abstract } of parsed.records) {
      const words = abstract.split(/\s+/).length;
      expect(words, title).toBeGreaterThanOrEqual(100);
      expect(words, title).toBeLessThanOrEqual(170);
    }
  });
});

describe('the draft of the sample', () => {
  const entries = [...textOf('references.bib').matchAll(/^@\w+\{([^,\s]+),$/gm)].map(([, key]) => key ?? '');

  test('cites papers of the list by the keys that Paperside gives', () => {
    expect(citedKeys(draft).length).toBeGreaterThan(5);
    expect(citedKeys(draft).filter((key) => library.get(key)?.key !== key)).toEqual([]);
  });

  test('has an entry for every citation and no other', () => {
    expect(draft).toContain('\nbibliography: references.bib\n');
    expect([...entries].sort()).toEqual([...citedKeys(draft)].sort());
  });
});

describe('the notes of the sample', () => {
  test.each(notes)('%s is the note of a paper of the list', (name) => {
    const { head, body } = parseNote(textOf(`notes/${name}`));
    const [citekey = ''] = noteIds(head);
    const paper = library.get(citekey);
    expect(paper?.key).toBe(citekey);
    expect(name).toBe(noteFileName(citekey));
    expect(textOf(`notes/${name}`)).toContain(paper?.title);
    expect(body.length).toBeGreaterThan(100);
    for (const key of citedKeys(body)) expect(library.get(key)?.key).toBe(key);
  });

  test('are at least two', () => {
    expect(notes.length).toBeGreaterThanOrEqual(2);
  });
});

test('no title or abstract comes from the shared workspace', () => {
  const shared = join(repositoryRoot, '../shared/workspace/daily-papers.txt');
  if (!existsSync(shared)) {
    console.log(`${shared} is not there: the sample was not compared with it.`);
    return;
  }
  const copied = new Set(readFileSync(shared, 'utf8').split(/\r?\n/).filter(isText));
  const own = filesBelow('media/sample').flatMap((path) =>
    readFileSync(join(repositoryRoot, path), 'utf8').split('\n'),
  );
  expect(copied.size).toBeGreaterThan(0);
  expect(own.filter((line) => copied.has(line))).toEqual([]);
});

/** Shorter lines are dates and buttons, which any copied page has. */
function isText(line: string): boolean {
  return line.length > 20;
}
