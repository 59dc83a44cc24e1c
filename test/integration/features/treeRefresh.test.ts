import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, eventually, inRoot, remove, write, type Api } from '../workspace.ts';

const file = 'refreshed.bib';

function bib(first: { readonly title: string; readonly abstract: string }): string {
  const entry = `@article{refreshedA, title = {${first.title}}, abstract = {${first.abstract}}}`;
  return `${entry}\n@article{refreshedB, title = {Puddles in Winter}, abstract = {They freeze.}}\n`;
}

function isRow(value: unknown): value is { readonly id: string } {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && 'id' in value && typeof value.id === 'string'
  );
}

/** What an emitter of the extension told; VS Code asks for the children of each row that the tree tells of. */
interface Told {
  readonly emitter: unknown;
  readonly event: unknown;
}

/** Notes everything that is told from now on; VS Code has one class of emitters for all extensions. */
function listenToAll(): { readonly told: Told[]; readonly stop: () => void } {
  const told: Told[] = [];
  const { prototype } = vscode.EventEmitter;
  const fire = Object.getOwnPropertyDescriptor(prototype, 'fire');
  assert.ok(fire !== undefined && typeof fire.value === 'function');
  const tell: unknown = fire.value;
  Object.defineProperty(prototype, 'fire', {
    ...fire,
    value(this: unknown, event: unknown): void {
      told.push({ emitter: this, event });
      if (typeof tell === 'function') Reflect.apply(tell, this, [event]);
    },
  });
  return { told, stop: () => void Object.defineProperty(prototype, 'fire', fire) };
}

async function change(paperside: Api, first: { readonly title: string; readonly abstract: string }): Promise<void> {
  await write(inRoot(file), bib(first));
  await eventually('the change', async () => (await paperside.paper('refreshedA'))?.abstract === first.abstract);
  // What is told without need comes soon after.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
}

suite('the tree while a paper changes', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('paperside.groupByTheme');
    await remove(inRoot(file));
  });

  test('tells VS Code of the one row under which something looks otherwise, and of none when nothing does', async () => {
    const paperside = await api();
    const abstract = 'They dry up.';
    await change(paperside, { title: 'Puddles in Summer', abstract });
    await vscode.commands.executeCommand('paperside.library.focus');
    await vscode.commands.executeCommand('paperside.groupBySource');
    await vscode.commands.executeCommand('paperside.revealInLibrary', { key: 'refreshedB' });
    const { told, stop } = listenToAll();
    try {
      await change(paperside, { title: 'Ponds in Summer', abstract: `${abstract} Or not.` });
      const tree = told.find(({ event }) => Array.isArray(event) && event.some(isRow))?.emitter;
      const ofTree = (): unknown[] => told.filter(({ emitter }) => emitter === tree).map(({ event }) => event);
      const rows = ofTree().map((event) => (Array.isArray(event) ? event.filter(isRow).map(({ id }) => id) : event));
      assert.deepEqual(rows, [[`source:${inRoot(file).toString()}`]]);
      await change(paperside, { title: 'Ponds in Summer', abstract: `${abstract} Or later.` });
      assert.equal(ofTree().length, 1);
    } finally {
      stop();
    }
  });
});
