import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endWithParent } from './endWithParent.ts';
import { repositoryRoot } from './repositoryRoot.ts';
import { testLineMark } from './testLineMark.ts';
import { openWindow } from './vscodeWindow.ts';

// Stands in for desktop VS Code where `runTests` of @vscode/test-electron starts it: understands the arguments that matter to a test run,
// runs it in the VS Code server and a headless browser, prints what the tests print and ends with their code.
// All else that the extension host prints is kept in out/integration/host.log.

const args = process.argv.slice(2);

function valueOf(name: string): string | undefined {
  const start = `--${name}=`;
  return args.find((arg) => arg.startsWith(start))?.slice(start.length);
}

const extension = valueOf('extensionDevelopmentPath');
const tests = valueOf('extensionTestsPath');
const opened = args.find((arg) => !arg.startsWith('-'));
if (extension === undefined || tests === undefined || opened === undefined) {
  console.error('Needed: FOLDER|WORKSPACE --extensionDevelopmentPath=… --extensionTestsPath=…');
  process.exit(2);
}

endWithParent();
const hostLog = path.join(repositoryRoot, 'out/integration/host.log');
mkdirSync(path.dirname(hostLog), { recursive: true });
writeFileSync(hostLog, '');

/** How long VS Code may take to come to the first line of a test. */
const patience = 120_000;
const { promise: silence, resolve: onSilence } = Promise.withResolvers<string>();
const timer = setTimeout(() => onSilence(`no test began within ${patience / 1000} s`), patience);
let lines = 0;

function onHostLine(line: string): void {
  if (line.startsWith(testLineMark)) {
    clearTimeout(timer);
    lines += 1;
    console.log(line.slice(testLineMark.length));
  } else appendFileSync(hostLog, `${line}\n`);
}

const window = await openWindow({
  ...(opened.endsWith('.code-workspace')
    ? { folder: path.dirname(opened), workspaceFile: path.basename(opened) }
    : { folder: opened }),
  extension,
  tests,
  workspaceTrust: !args.includes('--disable-workspace-trust'),
  onHostLine,
});
const end = window.ended.then((what) => `${what} ended during the tests`);
const result = await Promise.race([window.exitCode, end, silence]);
if (typeof result === 'string') console.error(`${result}.\n${window.server.log().slice(-2000)}`);
if (result !== 0) {
  // A run that never came to its tests says why only here.
  if (lines === 0) console.error(readFileSync(hostLog, 'utf8').split('\n').slice(-20).join('\n'));
  console.error('What VS Code itself printed is in out/integration/host.log.');
}
await window.close();
process.exit(typeof result === 'number' ? result : 1);
