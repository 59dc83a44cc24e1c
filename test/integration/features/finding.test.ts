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
  remove,
  write,
  type Api,
} from '../workspace.ts';

const comets: [string, string] = ['Comets Seen Twice: A Catalogue', abstractAbout('the return of comets')];
const violins: [string, string] = ['Why Old Violins Sound Old', abstractAbout('the varnish of violins')];
const lichens: [string, string] = ['Lichens on Concrete Walls', abstractAbout('lichens in cities')];

/** What the reader shows, by the name of its tab. */
function shown(): string | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ input }) => input instanceof vscode.TabInputWebview)?.label;
}

/** Opens the paper in the second row of the tree: the first one of the first group, if that is open. */
async function openSecondRow(): Promise<void> {
  await vscode.commands.executeCommand('paperside.library.focus');
  for (const command of ['list.focusFirst', 'list.focusDown', 'list.select']) {
    // VS Code's own commands fail on a tree that is just being drawn; who waits tries again.
    await vscode.commands.executeCommand(command).then(undefined, () => undefined);
  }
}

async function opensBest(title: string): Promise<void> {
  await eventually(title, async () => {
    // Opened anew each time: an editor that takes the focus late closes the list.
    void vscode.commands.executeCommand('paperside.papersForParagraph');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return shown() === title;
  });
}

async function filtersTo(query: string, title: string): Promise<void> {
  await vscode.commands.executeCommand('paperside.filterLibrary', { query });
  await eventually(`${query} leaves ${title}`, async () => {
    await openSecondRow();
    return shown() === title;
  });
  await closeAll();
}

function isFollowing(): unknown {
  return vscode.workspace.getConfiguration('paperside').get('paragraphPapers.followCursor');
}

suite('finding papers beside the search', () => {
  const uri = inRoot('finding-papers.txt');
  let paperside: Api;

  suiteSetup(async () => {
    paperside = await api();
    await write(uri, list(comets, violins, lichens));
    await eventually('three papers', async () => (await paperside.search('lichens concrete')).length > 0);
  });
  teardown(closeAll);
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('paperside.clearFilter');
    await remove(uri);
    await remove(inRoot('finding'));
  });

  async function keyOf(title: string): Promise<string> {
    const paper = (await paperside.papers()).find((candidate) => candidate.title === title);
    assert.ok(paper, `no paper "${title}"`);
    return paper.key;
  }

  test('a filter leaves in the tree what a search finds, with its groups open', async () => {
    await filtersTo('varnish', violins[0]);
    await filtersTo('"return of comets"', comets[0]);
    await filtersTo('lichnes', lichens[0]);
  });

  // Each text is a file of its own: one that is open already may be read anew after the cursor was set.
  test('a filter knows of notes and of what is cited', async () => {
    const note = inRoot('notes', `${await keyOf(comets[0])}.md`);
    await write(note, 'A note.\n');
    await filtersTo('has:note comets', comets[0]);
    await openMarkdown(inRoot('finding', 'cited.md'), `As said [@${await keyOf(violins[0])}].|`);
    await filtersTo('is:cited', violins[0]);
    await remove(note);
  });

  test('the papers for a paragraph: the best first, and none that is cited there', async () => {
    await openMarkdown(inRoot('finding', 'lichens.md'), 'Nothing here.\n\nLichens in cities|, and little else.\n');
    await opensBest(lichens[0]);
    await openMarkdown(
      inRoot('finding', 'violins.md'),
      `Old violins| sound old by their varnish [@${await keyOf(violins[0])}], and comets return.\n`,
    );
    await opensBest(comets[0]);
  });

  test('the view is told to follow the cursor by a setting', async () => {
    assert.equal(isFollowing(), false);
    await vscode.commands.executeCommand('paperside.followCursor');
    assert.equal(isFollowing(), true);
    await vscode.commands.executeCommand('paperside.refreshParagraph');
    await vscode.commands.executeCommand('paperside.stopFollowingCursor');
    assert.equal(isFollowing(), false);
  });
});
