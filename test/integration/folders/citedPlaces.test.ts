import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { startCitedPlaces } from '../citedPlaces.ts';
import { eventually, remove, write } from '../workspace.ts';

function fileIn(folder: number, ...names: readonly string[]): vscode.Uri {
  const uri = vscode.workspace.workspaceFolders?.[folder]?.uri;
  assert.ok(uri, `there is no folder ${folder}`);
  return vscode.Uri.joinPath(uri, ...names);
}

suite('where papers are cited in two folders', () => {
  const loose = startCitedPlaces();
  suiteTeardown(async () => {
    loose.dispose();
    for (const folder of [0, 1]) await remove(fileIn(folder, 'chapters'));
  });

  test('places of both are found and followed, and say in which folder they are', async () => {
    await write(fileIn(0, 'chapters', 'text.md'), 'First @otters\n');
    await write(fileIn(1, 'chapters', 'text.md'), 'Second @otters\n');
    let shown: readonly string[] = [];
    const isShown = async (...expected: readonly string[]): Promise<boolean> => {
      const { places, searching } = await loose.places.of({ key: 'otters' });
      shown = places.map(({ path, before }) => `${path} ${before}`);
      return !searching && JSON.stringify(shown) === JSON.stringify(expected);
    };
    await eventually('both', () => isShown('one/chapters/text.md First ', 'two/chapters/text.md Second '));
    await write(fileIn(1, 'chapters', 'text.md'), 'Third @otters\n');
    await eventually('changed', () => isShown('one/chapters/text.md First ', 'two/chapters/text.md Third '));
    await remove(fileIn(0, 'chapters'));
    await eventually('gone', () => isShown('two/chapters/text.md Third '));
  });
});
