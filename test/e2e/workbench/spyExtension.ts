import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The command that says that somebody ran it. */
export const spyCommand = 'papersideSpy.run';

/** An extension with one command, and who ran it. */
export interface SpyExtension {
  readonly folder: string;
  /** How often the command ran. */
  runs(): number;
  /** The same, and it begins at none again. */
  forget(): number;
  remove(): void;
}

/** Makes the extension in a folder of its own. */
export function makeSpyExtension(): SpyExtension {
  const place = mkdtempSync(path.join(tmpdir(), 'paperside-spy-'));
  const folder = path.join(place, 'paperside.spy-1.0.0');
  mkdirSync(folder);
  const log = path.join(place, 'runs.txt');
  const manifest = {
    name: 'spy',
    publisher: 'paperside',
    version: '1.0.0',
    engines: { vscode: '^1.103.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
    contributes: { commands: [{ command: spyCommand, title: 'Spy: Run' }] },
  };
  const main = `
const vscode = require('vscode');
const fs = require('node:fs');
exports.activate = (context) => {
  const run = () => fs.appendFileSync(${JSON.stringify(log)}, 'x');
  context.subscriptions.push(vscode.commands.registerCommand(${JSON.stringify(spyCommand)}, run));
};
`;
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'main.js'), main);
  const runs = (): number => (existsSync(log) ? readFileSync(log, 'utf8').length : 0);
  return {
    folder,
    runs,
    forget() {
      const before = runs();
      rmSync(log, { force: true });
      return before;
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
