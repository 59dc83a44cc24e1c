import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { configure, folderOfTest, paperFileOfSuite } from '../suiteFiles.ts';
import { inRoot, openMarkdown, write } from '../workspace.ts';

const bibliography = `
@article{adams2019, title = {Tides over tundra ponds}, author = {Adams, Ann and Baker, Bo}, year = {2019},
  journal = {Journal of Ponds}, abstract = {We follow $x^2$ ponds. See https://evil.example/x and [a](command:b).}}
@article{baker2021, title = {Ponds in the tundra at night}, author = {Baker, Bo}, year = {2021}}
@article{clark/2020:x, title = {Frozen tundra roads}, author = {Clark, Cy}, year = {2020}}
@article{hostile1999, title = {$(star) [link](command:x) zebras}, author = {Doe, Di}, year = {1999}}
`;

/** Ours, in the order in which VS Code shows them. */
async function offered(
  document: vscode.TextDocument,
  position: vscode.Position,
  resolve = 0,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    resolve,
  );
  const ours = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Reference);
  return ours.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

/** What a choice of the item makes of the document's text. */
function chosen(document: vscode.TextDocument, item: vscode.CompletionItem | undefined, replacing = true): string {
  assert.ok(item, 'nothing is offered');
  const { range, insertText } = item;
  assert.ok(range !== undefined && typeof insertText === 'string');
  const whole = range instanceof vscode.Range ? range : replacing ? range.replacing : range.inserting;
  const text = document.getText();
  return text.slice(0, document.offsetAt(whole.start)) + insertText + text.slice(document.offsetAt(whole.end));
}

function titleOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

suite('completion of citations', () => {
  const file = folderOfTest('completion');
  paperFileOfSuite(inRoot('tundra.bib'), bibliography, 'baker2021');
  suiteSetup(() => configure('citation.syntax', { '*.typ': 'typst', '*.tex': 'latex' }));
  suiteTeardown(() => configure('citation.syntax', undefined));

  async function at(name: string, marked: string, resolve = 0) {
    const editor = await openMarkdown(file(name), marked);
    const { document, selection } = editor;
    return { document, items: await offered(document, selection.active, resolve) };
  }

  test('finds by key, author, year and words of the title, best first, and says whose paper it is', async () => {
    const { document, items } = await at('text.md', 'As shown [see @tundra ponds|; @x].\n');
    assert.deepEqual(items.map(titleOf), ['Tides over tundra ponds', 'Ponds in the tundra at night']);
    assert.deepEqual(items[0]?.label, { label: 'Tides over tundra ponds', description: 'Adams and Baker, 2019' });
    assert.equal(items[0].detail, '@adams2019');
    assert.equal(chosen(document, items[0]), 'As shown [see @adams2019; @x].\n');
    const byKey = await at('key.md', 'See @baker2021|.\n');
    assert.equal(chosen(byKey.document, byKey.items[0]), 'See @baker2021.\n');
    const byYear = await at('year.md', 'See [@clark 2020|].\n');
    assert.equal(chosen(byYear.document, byYear.items[0]), 'See [@clark/2020:x].\n');
  });

  test('writes the key as each syntax wants it', async () => {
    const places = {
      'a.md': ['@{frozen tundra|}', '@clark/2020:x'],
      'b.md': ['{cite:p}`a,frozen tundra|`', '{cite:p}`a,clark/2020:x`'],
      'c.md': ['[[@ponds in the tundra|]]', '[[@baker2021]]'],
      'd.tex': ['\\parencite[p. 3]{a, frozen tundra|}', '\\parencite[p. 3]{a, clark/2020:x}'],
      'e.typ': ['See @clark| here', 'See #cite(label("clark/2020:x")) here'],
      'f.typ': ['#cite(<ponds in the tundra|>)', '#cite(<baker2021>)'],
      'g.md': ['🧊 é @frozen|\r\n', '🧊 é @clark/2020:x\r\n'],
    } as const;
    for (const [name, [marked, expected]] of Object.entries(places)) {
      const { document, items } = await at(name, marked);
      assert.equal(chosen(document, items[0]), expected, name);
    }
  });

  test('what is cited here comes first: before anything is typed, and of what answers as well', async () => {
    const blank = await at('blank.md', 'One [@baker2021], two [@clark/2020:x], @|\n');
    assert.deepEqual(blank.items.slice(0, 2).map(titleOf), ['Frozen tundra roads', 'Ponds in the tundra at night']);
    assert.ok(blank.items.length > 2, 'others follow, so that the list stays open while one types');
    const typed = await at('typed.md', 'One [@baker2021; @tundra|]\n');
    assert.equal(typed.items[0] && titleOf(typed.items[0]), 'Ponds in the tundra at night');
  });

  test('passes the filter of VS Code with every letter, and asks again with each', async () => {
    const { items } = await at('text.md', 'See [@tundra ponds|]\n');
    for (const { filterText } of items) assert.ok(filterText?.startsWith('tundra ponds') ?? false);
    assert.equal(new Set(items.map(({ filterText }) => filterText)).size, 1);
  });

  test('describes a paper when it is looked at, without links and markup of its file', async () => {
    const { items } = await at('text.md', 'See [@tides over|]\n', 1);
    const documentation = items[0]?.documentation;
    assert.ok(documentation instanceof vscode.MarkdownString);
    assert.equal(
      documentation.value,
      '**Tides over tundra ponds**\n\nAnn Adams, Bo Baker  \nJournal of Ponds · 2019\n\n' +
        'We follow x² ponds&#46; See https&#58;//evil&#46;example/x and \\[a\\]\\(command&#58;b\\)&#46;',
    );
    assert.notEqual(documentation.isTrusted, true);
    assert.notEqual(documentation.supportHtml, true);
    const later = await at('later.md', 'See [@tides over|]\n');
    assert.equal(later.items[0]?.documentation, undefined);
  });

  test('an icon in a title stays text', async () => {
    const { items } = await at('text.md', 'See [@zebras|]\n');
    assert.equal(items[0] && titleOf(items[0]), '\\$(star) [link](command:x) zebras');
  });

  test('nothing in code, mails, plain words and behind a key that is written; nothing with the setting off', async () => {
    const texts = ['`@tundra|`', 'me@tundra|', 'tundra ponds|', '[@adams2019 tundra|]', '---\nx: "@tundra|"\n---\n'];
    for (const [index, marked] of texts.entries()) {
      const { items } = await at(`none-${index}.md`, marked);
      assert.deepEqual(items.map(titleOf), [], marked);
    }
    await configure('citation.completion', false);
    try {
      assert.deepEqual((await at('off.md', 'See @tundra|')).items, []);
    } finally {
      await configure('citation.completion', undefined);
    }
  });

  test('in a document of five megabytes and in a line of one the ranges are right', async () => {
    const paragraph = 'Water freezes in autumn [@adams2019], as everybody knows. 🧊\n\n';
    const long = paragraph.repeat(Math.ceil(5_000_000 / paragraph.length));
    await assertChosen(file('long.md'), `${long}See [@ponds in`, `@baker2021], ${paragraph}`);
    // Not Markdown: its own language server takes minutes for such a line.
    const line = 'Water freezes @adams2019[p. 3] 🧊. '.repeat(30_000);
    await assertChosen(file('line.typ'), `${line}See @bake`, `@baker2021], ${line}`);
  }).timeout(120_000);
});

/** With the cursor behind `before` the first paper gives what `behind` begins with, and the rest of that stands there. */
async function assertChosen(uri: vscode.Uri, before: string, behind: string): Promise<void> {
  const [expected, rest] = [behind.slice(0, behind.indexOf(']')), behind.slice(behind.indexOf(']'))];
  await write(uri, before + rest);
  // Not in an editor, which would take a while to draw it.
  const document = await vscode.workspace.openTextDocument(uri);
  const [item] = await offered(document, document.positionAt(before.length));
  const start = before.slice(0, before.lastIndexOf('@'));
  assert.ok(chosen(document, item) === start + expected + rest, 'another place was changed');
}
