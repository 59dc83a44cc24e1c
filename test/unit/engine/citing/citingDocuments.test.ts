import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CitingDocuments } from '../../../../src/engine/citing/citingDocuments.ts';
import type { DocumentChange } from '../../../../src/engine/paperEngine.ts';

const breathe = (): Promise<void> => Promise.resolve();

function file(name: string, text: string | Uint8Array): DocumentChange {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { kind: 'content', uri: `file:///w/${name}`, bytes };
}

function open(name: string, text: string, languageId = 'markdown'): DocumentChange {
  return { kind: 'text', uri: `file:///w/${name}`, languageId, text };
}

async function documents(...changes: readonly DocumentChange[]): Promise<CitingDocuments> {
  const citing = new CitingDocuments(breathe);
  await citing.set(changes);
  return citing;
}

/** Each place as `file:line:character of the key`. */
function found(citing: CitingDocuments, keys: readonly string[], limit = 100): readonly string[] {
  return citing
    .find(keys, limit)
    .places.map(({ uri, keyRange: { start } }) => `${uri.slice(10)}:${start.line}:${start.character}`);
}

describe('where documents cite', () => {
  test('a place has its key, its ranges and its sentence', async () => {
    const citing = await documents(file('a.md', 'One.\nÖtters 😀 [see @örn, p. 3; @b] sleep. Two.\n'));
    const range = { start: { line: 1, character: 10 }, end: { line: 1, character: 31 } };
    const sentence = { before: 'Ötters 😀 ', citation: '[see @örn, p. 3; @b]', after: ' sleep.' };
    expect(citing.find(['örn'], 9)).toEqual({
      places: [
        {
          uri: 'file:///w/a.md',
          key: 'örn',
          range: { start: range.start, end: { line: 1, character: 30 } },
          keyRange: { start: { line: 1, character: 16 }, end: { line: 1, character: 19 } },
          ...sentence,
        },
      ],
      count: 1,
    });
  });

  test('all keys of a paper count, documents come by URI and places in their order', async () => {
    const citing = await documents(
      file('b.md', '@old [@x; @new]\n\n@old'),
      file('a.qmd', 'x @new'),
      file('c.md', '@x'),
    );
    expect(found(citing, ['new', 'old'])).toEqual(['a.qmd:0:3', 'b.md:0:1', 'b.md:0:11', 'b.md:2:1']);
    expect(citing.find(['new', 'old'], 2)).toMatchObject({ places: [{ key: 'new' }, { key: 'old' }], count: 4 });
    expect(citing.find(['new'], 0)).toEqual({ places: [], count: 2 });
    expect(citing.find(['nobody'], 9)).toEqual({ places: [], count: 0 });
    expect(citing.find([], 9)).toEqual({ places: [], count: 0 });
  });

  test('a document replaces what was known of it, and one that goes takes its places along', async () => {
    const citing = await documents(file('a.md', '@x @y'), file('b.md', '@x'));
    await citing.set([open('a.md', 'now @y')]);
    expect([found(citing, ['x']), found(citing, ['y'])]).toEqual([['b.md:0:1'], ['a.md:0:5']]);
    await citing.set([
      { kind: 'removed', uri: 'file:///w/a.md' },
      { kind: 'removed', uri: 'file:///w/none.md' },
    ]);
    expect([found(citing, ['x']), found(citing, ['y'])]).toEqual([['b.md:0:1'], []]);
  });

  test('later calls win, however long the earlier ones take', async () => {
    const citing = new CitingDocuments(() => new Promise((resolve) => setTimeout(resolve, 1)));
    const first = citing.set([...Array.from({ length: 5 }, (_, at) => file(`${at}.md`, '@x')), file('a.md', '@old')]);
    await Promise.all([first, citing.set([open('a.md', '@new')])]);
    expect([found(citing, ['old']), found(citing, ['new'])]).toEqual([[], ['a.md:0:1']]);
  });

  test('a call that is given up holds up none that follows', async () => {
    let isStopped = true;
    const citing = new CitingDocuments(() => (isStopped ? Promise.reject(new Error('stopped')) : breathe()));
    await expect(citing.set([file('a.md', '@x'), file('b.md', '@x')])).rejects.toThrow('stopped');
    isStopped = false;
    await citing.set([file('b.md', '@x')]);
    expect(found(citing, ['x'])).toEqual(['a.md:0:1', 'b.md:0:1']);
  });

  test('an open document goes by its language, a file by its ending', async () => {
    const citing = await documents(
      open('a.txt', '@x'),
      open('b.md', '@x', 'plaintext'),
      file('c.txt', '@x'),
      file('d.RMD', '@x'),
    );
    expect(found(citing, ['x'])).toEqual(['a.txt:0:1', 'd.RMD:0:1']);
  });

  test('LaTeX, Typst, MyST and wiki links are read by their own rules', async () => {
    const citing = await documents(
      file('a.tex', 'Otters \\citep[see][3]{x, y}. % \\cite{x}\n\\nocite{x} @x\n'),
      file('b.typ', 'Otters @x[p. 3]. #cite(<x>, form: "prose") `@x`\n'),
      file('c.md', 'Otters {cite:p}`y,x` and [@x].\n'),
      file('d.md', 'Otters [[@x#Sleep|so]].\n'),
      open('e.txt', '\\textcite{x}', 'latex'),
      open('f.tex', '\\cite{x}', 'plaintext'),
    );
    expect(found(citing, ['x'])).toEqual([
      'a.tex:0:22',
      'a.tex:1:8',
      'b.typ:0:8',
      'b.typ:0:24',
      'c.md:0:18',
      'c.md:0:27',
      'd.md:0:10',
      'e.txt:0:10',
    ]);
    const [first] = citing.find(['x'], 1).places;
    expect([first?.before, first?.citation, first?.after]).toEqual(['Otters ', '\\citep[see][3]{x, y}', '.']);
  });

  test('what the settings say of a document holds against its ending and text', async () => {
    const citing = await documents(
      { ...file('a.inc', '\\cite{x}'), syntax: 'latex' },
      { ...file('b.md', '{cite}`x` @x'), syntax: 'pandoc' },
      { ...file('c.md', '@x'), syntax: 'none' },
      { ...open('d.md', '#cite(<x>)'), syntax: 'typst' },
    );
    expect(found(citing, ['x'])).toEqual(['a.inc:0:6', 'b.md:0:11', 'd.md:0:7']);
  });

  test('bytes are read as paper files are: UTF-16, Windows-1252, none of what is binary', async () => {
    const utf16 = new Uint8Array(Buffer.from('\uFEFFÖtter @x', 'utf16le'));
    const western = new Uint8Array(Buffer.from('Caf\u00e9 und Stra\u00dfe, so @x', 'latin1'));
    const binary = new Uint8Array(Buffer.from('\u0000\u0001\u0002@x \u0003\u0004\u0005\u0000\u0000'));
    const citing = await documents(
      file('a.md', utf16),
      file('b.md', western),
      file('c.md', binary),
      file('d.md', '%PDF-1.7 @x'),
    );
    const places = citing.find(['x'], 9).places.map(({ uri, before }) => [uri, before]);
    expect(places).toEqual([
      ['file:///w/a.md', 'Ötter '],
      ['file:///w/b.md', 'Café und Straße, so '],
    ]);
  });

  test('follows any changes as if all documents were read anew', async () => {
    const texts = fc.array(fc.constantFrom('@a', '[@b; @c]', 'x', '\n\n', '[see @a]', '@{d,e}'), { maxLength: 6 });
    const step = fc.record({ name: fc.constantFrom('1.md', '2.md', '3.md'), text: fc.option(texts) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const citing = new CitingDocuments(breathe);
        const now = new Map<string, DocumentChange>();
        for (const { name, text } of steps) {
          const change =
            text === null ? ({ kind: 'removed', uri: `file:///w/${name}` } as const) : file(name, text.join(' '));
          now.set(name, change);
          await citing.set([change]);
        }
        const anew = await documents(...now.values());
        for (const keys of [['a'], ['b', 'c'], ['d,e'], ['a', 'd,e']]) {
          expect(citing.find(keys, 99)).toEqual(anew.find(keys, 99));
          expect(citing.find(keys, 99).count).toBe(citing.find(keys, 99).places.length);
        }
      }),
    );
  });
});
