import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  abstractAbout,
  api,
  closeAll,
  eventually,
  inRoot,
  list,
  openMarkdown,
  readText,
  remove,
  write,
  type Api,
} from '../workspace.ts';

const reeds = 'Counting Reeds Along Slow Rivers';
const own = '@Article{ferns2011,\n\ttitle = "Ferns on {North} Walls" # dot ,\n  author={Stone, Ada}, year = 2011}';
const newts = '@misc{newts1999, Title = "Newts in Wells" , year={1999}}';
const library = `% mine\n@string{dot = {.}}\n\n${own}\n\n${newts}\n`;

function isCompared(): boolean {
  return vscode.window.tabGroups.all.some(({ activeTab }) => activeTab?.input instanceof vscode.TabInputTextDiff);
}

/** Agrees to the question that comes with a comparison. The search before it has a button, too: to cancel it. */
async function agree(document: vscode.TextDocument, before: string): Promise<void> {
  for (let tries = 0; tries < 400 && document.getText() === before; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (isCompared()) await vscode.commands.executeCommand('notification.acceptPrimaryAction');
  }
  assert.notEqual(document.getText(), before, 'no question was asked');
}

suite('bibliography', function () {
  // VS Code takes its time to save files on a busy machine.
  this.timeout(90_000);

  const papers = inRoot('bibliography-papers.txt');
  const ferns = inRoot('bibliography-own.bib');
  let paperside: Api;
  let count = 0;
  let folder: vscode.Uri;
  let text: vscode.Uri;
  let bib: vscode.Uri;
  let reedsKey: string;

  suiteSetup(async () => {
    paperside = await api();
    await write(papers, list([reeds, abstractAbout('reeds')]));
    await write(ferns, library);
    await eventually('the papers are in the library', async () => {
      const known = await paperside.papers();
      reedsKey = known.find(({ title }) => title === reeds)?.key ?? '';
      return reedsKey !== '' && known.some(({ key }) => key === 'ferns2011');
    });
  });
  suiteTeardown(async () => {
    await remove(papers);
    await remove(ferns);
  });
  setup(() => {
    count += 1;
    folder = inRoot(`bibliography-${count}`);
    text = vscode.Uri.joinPath(folder, 'text.md');
    bib = vscode.Uri.joinPath(folder, 'own.bib');
  });
  teardown(async () => {
    await closeAll();
    await remove(folder);
  });

  const head = '---\nbibliography: own.bib\n---\n\n';
  const entryOfReeds = () => `@misc{${reedsKey},\n  title = {${reeds}},\n}`;

  async function exported(format: string, name: string): Promise<string> {
    const file = vscode.Uri.joinPath(folder, name);
    await write(file, 'old');
    const keys = ['ferns2011', reedsKey, 'nobody2000'];
    await vscode.commands.executeCommand('paperside.exportBibliography', { keys, format, file });
    return readText(file);
  }

  async function copied(form: string): Promise<string> {
    await vscode.commands.executeCommand('paperside.copyAs', { keys: ['ferns2011', reedsKey], form });
    return vscode.env.clipboard.readText();
  }

  test('exports in every format; what came from a .bib file stays letter for letter, with the strings that it uses', async () => {
    const entries = `@string{dot = {.}}\n\n${own}\n\n${entryOfReeds()}\n`;
    assert.equal(await exported('bibtex', 'a.bib'), entries);
    assert.equal(await exported('biblatex', 'b.bib'), entries);
    const items: unknown = JSON.parse(await exported('csl-json', 'c.json'));
    const fernsItem = {
      id: 'ferns2011',
      type: 'article-journal',
      title: 'Ferns on North Walls.',
      author: [{ family: 'Stone', given: 'Ada' }],
      issued: { 'date-parts': [[2011]] },
    };
    assert.deepEqual(items, [fernsItem, { id: reedsKey, type: 'article', title: reeds }]);
    assert.equal(
      await exported('csl-yaml', 'd.yaml'),
      'references:\n- id: ferns2011\n  type: article-journal\n  title: Ferns on North Walls.\n  author:\n  - family: Stone\n' +
        `    given: Ada\n  issued:\n    date-parts:\n    - [2011]\n- id: ${reedsKey}\n  type: article\n  title: ${reeds}\n`,
    );
    assert.equal(
      await exported('ris', 'e.ris'),
      'TY  - JOUR\nID  - ferns2011\nTI  - Ferns on North Walls.\nAU  - Stone, Ada\nPY  - 2011\nER  - \n\n' +
        `TY  - PREP\nID  - ${reedsKey}\nTI  - ${reeds}\nER  - \n`,
    );
  });

  test('copies several papers in the form that was asked for', async () => {
    assert.equal(await copied('bibtex'), `@string{dot = {.}}\n\n${own}\n\n${entryOfReeds()}`);
    assert.equal(await copied('text'), `Ada Stone (2011). Ferns on North Walls.\n${reeds}.`);
    assert.equal(await copied('markdown'), `Ferns on North Walls.\n${reeds}`);
    assert.match(await copied('ris'), /^TY {2}- JOUR\n[^]*ER {2}-$/);
    assert.equal(await copied('biblatex'), await copied('bibtex'));
    assert.match(await copied('csl-yaml'), /^references:\n- id: ferns2011\n/);
    assert.equal(await copied('formatted'), `${reeds}. (n.d.).\nStone, A. (2011). Ferns on North Walls.`);
    assert.equal(
      await copied('formattedHtml'),
      `<p><i>${reeds}</i>. (n.d.).</p>\n<p>Stone, A. (2011). <i>Ferns on North Walls.</i></p>`,
    );
    assert.match(await copied('csl-json'), /^\[\n {2}\{\n {4}"id": "ferns2011",\n[^]*\n {2}\}\n\]$/);
  });

  test('missing entries are added, sorted and with their abstracts if the settings say so', async () => {
    const settings = vscode.workspace.getConfiguration('paperside');
    await settings.update('bibliography.order', 'sorted', vscode.ConfigurationTarget.Global);
    await settings.update('bibliography.abstract', true, vscode.ConfigurationTarget.Global);
    await write(bib, '% head\n@misc{a0, title={A}}\n\n@misc{zz, title={Z}}\n');
    await openMarkdown(text, `${head}See [@${reedsKey}; @a0]|.\n`);
    await vscode.commands.executeCommand('paperside.addEntries');
    assert.equal(
      await readText(bib),
      `% head\n@misc{a0, title={A}}\n\n@misc{${reedsKey},\n  title = {${reeds}},\n  abstract = {${abstractAbout('reeds')}},\n}\n\n@misc{zz, title={Z}}\n`,
    );
    await settings.update('bibliography.order', undefined, vscode.ConfigurationTarget.Global);
    await settings.update('bibliography.abstract', undefined, vscode.ConfigurationTarget.Global);
  });

  test('the entry of a paper that is cited is copied letter by letter', async () => {
    await write(bib, '@misc{a0, title={A}}\n');
    await openMarkdown(text, `${head}See |.\n`);
    await vscode.commands.executeCommand('paperside.insertCitation', { keys: ['newts1999'] });
    assert.equal(await readText(bib), `@misc{a0, title={A}}\n\n${newts}\n`);
  });

  test('entries are updated from the library in one step that can be undone', async () => {
    const before = '% head\n@article{ferns2011, title={Ferns on North Walls.}}\n\n@misc{other, title = {x}  }\n';
    await write(bib, before);
    await openMarkdown(text, `${head}See @ferns2011|.\n`);
    await vscode.commands.executeCommand('paperside.updateEntries');
    const after = before.replace('Walls.}}', 'Walls.}, author = {Ada Stone}, year = {2011}}');
    assert.equal(await readText(bib), after);
    const document = await vscode.workspace.openTextDocument(bib);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  test('unused entries are shown first and removed when one agrees; those that another text cites stay', async () => {
    const cited = '@misc{used, title={U}}\n\n';
    const gone = '@misc{unused1, title={V}}\n\n';
    const before = `% head\n${cited}${gone}@misc{elsewhere, title={W}}\n`;
    await write(bib, before);
    await write(vscode.Uri.joinPath(folder, 'other.md'), 'It is there [@elsewhere].\n');
    await openMarkdown(text, `${head}See @used|.\n`);
    const document = await vscode.workspace.openTextDocument(bib);
    const done = vscode.commands.executeCommand('paperside.removeUnusedEntries');
    await agree(document, before);
    await done;
    assert.equal(await readText(bib), `% head\n${cited}@misc{elsewhere, title={W}}\n`);
  });

  const others: Readonly<Record<string, readonly [before: string, updated: string, removed: string]>> = {
    'works.json': [
      '[\n  {"id": "ferns2011", "title": "Ferns on North Walls."},\n  {"id": "unused2"}\n]\n',
      '[\n  {"id": "ferns2011", "title": "Ferns on North Walls.", "author": [{"family":"Stone","given":"Ada"}], ' +
        '"issued": {"date-parts":[[2011]]}},\n  {"id": "unused2"}\n]\n',
      '[\n  {"id": "ferns2011", "title": "Ferns on North Walls."}\n]\n',
    ],
    'works.yaml': [
      'references:\n- id: unused2\n\n# mine\n- id: ferns2011\n  title: Ferns on North Walls.\n',
      'references:\n- id: unused2\n\n# mine\n- id: ferns2011\n  title: Ferns on North Walls.\n  author:\n  - family: Stone\n' +
        '    given: Ada\n  issued:\n    date-parts:\n    - [2011]\n',
      'references:\n# mine\n- id: ferns2011\n  title: Ferns on North Walls.\n',
    ],
    'works.ris': [
      'TY  - JOUR\nID  - ferns2011\nTI  - Ferns on North Walls.\nER  - \n\nTY  - BOOK\nID  - unused2\nER  - \n',
      'TY  - JOUR\nID  - ferns2011\nTI  - Ferns on North Walls.\nAU  - Stone, Ada\nPY  - 2011\nER  - \n\n' +
        'TY  - BOOK\nID  - unused2\nER  - \n',
      'TY  - JOUR\nID  - ferns2011\nTI  - Ferns on North Walls.\nER  - \n\n',
    ],
  };
  for (const [name, [before, updated, removed]] of Object.entries(others)) {
    test(`entries of ${name} are updated and removed, all else stays`, async () => {
      bib = vscode.Uri.joinPath(folder, name);
      await write(bib, before);
      await openMarkdown(text, `---\nbibliography: ${name}\n---\n\nSee @ferns2011|.\n`);
      await vscode.commands.executeCommand('paperside.updateEntries');
      assert.equal(await readText(bib), updated);
      const document = await vscode.workspace.openTextDocument(bib);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
      await document.save();
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(text));
      const done = vscode.commands.executeCommand('paperside.removeUnusedEntries');
      await agree(document, before);
      await done;
      assert.equal(await readText(bib), removed);
    });
  }

  test('a bibliography whose entries cannot be told apart stays as it is', async () => {
    bib = vscode.Uri.joinPath(folder, 'works.json');
    await write(bib, '[{"id": "ferns2011"},');
    await openMarkdown(text, '---\nbibliography: works.json\n---\n\nSee @ferns2011|.\n');
    await vscode.commands.executeCommand('paperside.updateEntries');
    assert.equal(await readText(bib), '[{"id": "ferns2011"},');
  });
});
