import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { eventually, inRoot, openMarkdown, remove, write } from '../workspace.ts';

const bibliography = `
@article{marsh2019, title = {Reeds of the {Marsh}}, author = {Adams, Ann}, year = {2019}, doi = {10.1234/re(ed)s},
  journal = {Wetlands}, abstract = {Reeds grow by $10^{-2}$ metres.}}
@article{marsh2021, title = {Herons}, author = {Baker, Bo}, year = {2021}, eprint = {2101.00001}, archiveprefix = {arXiv}}
`;

/** How a citation and its work read in the style: said once that is known, so tests of all else leave it out. */
const reading = /\n\n\*(?:Reads here|Note here|Reference):\* .*/g;

/** What the pointer at a place is told without what comes later, one text a hover of ours; and the characters that it is about. */
async function hovers(...place: Parameters<typeof wholeHovers>): Promise<readonly string[]> {
  return (await wholeHovers(...place)).map((text) => text.replace(reading, ''));
}

async function wholeHovers(document: vscode.TextDocument, character: number, line = 0): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    new vscode.Position(line, character),
  );
  return found.flatMap(({ contents, range }) =>
    contents.flatMap((content) => {
      if (!(content instanceof vscode.MarkdownString) || range === undefined) return [];
      assert.notEqual(content.isTrusted, true);
      return [`${document.getText(range)}: ${content.value}`];
    }),
  );
}

const reeds =
  'marsh2019: **Reeds of the Marsh**\n\nAnn Adams  \nWetlands · 2019\n\nReeds grow by 10⁻² metres&#46;\n\n' +
  '[DOI](https://doi.org/10.1234/re%28ed%29s)';
const herons = 'marsh2021: **Herons**\n\nBo Baker  \n2021\n\n[arXiv](https://arxiv.org/abs/2101.00001)';

function withNote(text: string): string {
  return herons.replace('\n\n[arXiv]', `\n\n*My note:* ${text}\n\n[arXiv]`);
}

suite('hover on citations', () => {
  const note = inRoot('notes', 'marsh2021.md');
  const file = folderOfTest('hover');
  paperFileOfSuite(inRoot('marsh.bib'), bibliography, 'marsh2021');
  teardown(() => remove(note));

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    return (await openMarkdown(file(name), text)).document;
  }

  test('each key of a cluster tells of its own paper, exactly as far as it goes', async () => {
    const document = await open('text.md', '🦆 [see @marsh2019, p. 3; -@marsh2021] and more');
    const text = document.getText();
    const [first, second] = [text.indexOf('marsh2019'), text.indexOf('marsh2021')];
    assert.deepEqual(await hovers(document, first), [reeds]);
    assert.deepEqual(await hovers(document, first - 1), [reeds], 'the @');
    assert.deepEqual(await hovers(document, first + 8), [reeds]);
    assert.deepEqual(await hovers(document, first + 9), [], 'the comma');
    assert.deepEqual(await hovers(document, first + 12), [], 'the locator');
    assert.deepEqual(await hovers(document, second + 3), [herons]);
    assert.deepEqual(await hovers(document, text.length - 2), []);
  });

  test('the first lines of the note stand there, as they are in its editor', async () => {
    await write(note, '---\ncitekey: marsh2021\n---\n\n# Why\n\nThey stand *still*.\n');
    const document = await open('text.md', 'See @marsh2021.');
    const expected = withNote('Why · They stand \\*still\\*&#46;');
    await eventually('the note', async () => (await hovers(document, 6))[0] === expected);
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(note));
    await editor.edit((edit) => edit.insert(new vscode.Position(4, 2), 'Just '));
    assert.deepEqual(await hovers(document, 6), [withNote('Just Why · They stand \\*still\\*&#46;')]);
  });

  test('an unknown key names the nearest ones, a cross-reference nothing', async () => {
    const document = await open('text.md', 'See @marsh2020 and @fig-marsh2019 and @quitedifferent.');
    assert.deepEqual(await hovers(document, 6), [
      'marsh2020: Nearest to “marsh2020”:\n\n' +
        '- **&#64;marsh2021** Baker, 2021&#58; Herons\n- **&#64;marsh2019** Adams, 2019&#58; Reeds of the Marsh\n',
    ]);
    assert.deepEqual(await hovers(document, 25), []);
    assert.deepEqual(await hovers(document, 45), [], 'the diagnostic says all there is to say');
  });

  test('how the citation and the entry of its work read in the style, as the text, the library and the settings are', async () => {
    const document = await open('text.md', 'As [@marsh2021] and @marsh2019 [p. 3] say [see @marsh2019].');
    const at = (key: string, from = 0) => document.getText().indexOf(key, from) + 1;
    const readings = async (character: number) =>
      (await wholeHovers(document, character)).flatMap((text) => text.match(reading) ?? []).map((one) => one.trim());
    const reads = async (character: number, ...expected: readonly string[]) => {
      let found: readonly string[] = [];
      await eventually('the reading', async () => {
        found = await readings(character);
        return JSON.stringify(found) === JSON.stringify(expected);
      }).catch(() => assert.deepEqual(found, expected));
    };
    const entry =
      '*Reference:* Adams, A&#46; \\(2019\\)&#46; Reeds of the Marsh&#46; Wetlands&#46; https&#58;//doi&#46;org/10&#46;1234/re\\(ed\\)s';
    await reads(at('marsh2019'), '*Reads here:* Adams \\(2019, p&#46; 3\\)', entry);
    await reads(at('marsh2019', 40), '*Reads here:* \\(see Adams, 2019\\)', entry);
    await configure('csl.style', 'ieee');
    try {
      await reads(
        at('marsh2019'),
        '*Reads here:* \\[2, p&#46; 3\\]',
        '*Reference:* \\[2\\] A&#46; Adams, “Reeds of the Marsh,” Wetlands, 2019, doi&#58; 10&#46;1234/re\\(ed\\)s&#46;',
      );
      await configure('csl.style', 'chicago-note-bibliography');
      await reads(
        at('marsh2021'),
        '*Note here:* Baker, “Herons&#46;”',
        '*Reference:* Baker, Bo&#46; “Herons,” 2021&#46; https&#58;//arxiv&#46;org/abs/2101&#46;00001&#46;',
      );
    } finally {
      await configure('csl.style', undefined);
    }
  });

  test('the style and the bibliography of the document count, also for a work that the library lacks', async () => {
    const author = [{ family: 'Clark', given: 'Cy' }];
    const work = { id: 'moor1999', type: 'book', title: 'Moors', author, issued: { 'date-parts': [[1999]] } };
    await write(file('works.json'), JSON.stringify([work]));
    const head = '---\nbibliography: works.json\ncsl: ieee\n---\n\n';
    const document = await open('text.md', `${head}See [@marsh2021] and [@moor1999].`);
    let found: readonly string[] = [];
    const expected = ['moor1999: *Reads here:* \\[2\\]\n\n*Reference:* \\[2\\] C&#46; Clark, Moors&#46; 1999&#46;'];
    await eventually('the reading', async () => {
      found = await wholeHovers(document, 24, 5);
      return JSON.stringify(found) === JSON.stringify(expected);
    }).catch(() => assert.deepEqual(found, expected));
  });

  test('in a long document a citation reads as it does alone, without the number that only the whole document gives', async () => {
    const document = await open('text.md', 'As [@marsh2021, p. 7]. '.repeat(101));
    const whole = async (part: string) => {
      let found = '';
      await eventually(part, async () => (found = (await wholeHovers(document, 6)).join('')).includes(part));
      return found;
    };
    assert.match(
      await whole('*Reads here:* '),
      /\*Reads here:\* \\\(Baker, 2021, p&#46; 7\\\)\n\n\*Reference:\* Baker, B&#46; /,
    );
    await configure('csl.style', 'ieee');
    try {
      assert.doesNotMatch(await whole('*Reference:* B&#46; Baker'), /Reads here|\\\[1/);
    } finally {
      await configure('csl.style', undefined);
    }
  });

  test('text of a paper stays text in what the style prints', async () => {
    const hostile = inRoot('hostile.bib');
    const title = '{*a* [x](command:y) <img src=z> $(alert) `c` & _d_}';
    await write(hostile, `@book{hostile2001, title = ${title}, author = {Ev*il*, Ed}, year = {2001}}`);
    try {
      const document = await open('text.md', 'See [@hostile2001].');
      let found = '';
      await eventually('the reading', async () => {
        found = (await wholeHovers(document, 8))[0]?.match(reading)?.join('') ?? '';
        return found.includes('Reference');
      });
      assert.doesNotMatch(found.replaceAll(/\n\n\*[\w ]+:\*/g, ''), /(?<!\\)[*_`[\](]|<|\$\(/);
    } finally {
      await remove(hostile);
    }
  });

  test('in LaTeX, Typst, MyST and wiki links', async () => {
    await configure('citation.syntax', { '*.typ': 'typst', '*.tex': 'latex' });
    try {
      const texts = {
        'a.tex': '\\cite[p. 3]{x,marsh2019}',
        'b.typ': '#cite(<marsh2019>)',
        'c.md': '{cite:p}`x,marsh2019`',
        'd.md': '[[@marsh2019]]',
      };
      for (const [name, text] of Object.entries(texts)) {
        const document = await open(name, text);
        assert.deepEqual(await hovers(document, text.indexOf('marsh2019') + 2), [reeds], name);
        assert.deepEqual(await hovers(document, 0), [], name);
      }
    } finally {
      await configure('citation.syntax', undefined);
    }
  });

  test('not in code, and not with the setting off', async () => {
    const document = await open('text.md', 'See @marsh2019 and `@marsh2019`.');
    assert.deepEqual(await hovers(document, 25), []);
    await configure('citation.hover', false);
    try {
      assert.deepEqual(await hovers(document, 6), []);
    } finally {
      await configure('citation.hover', undefined);
    }
    assert.deepEqual(await hovers(document, 6), [reeds]);
  });
});
