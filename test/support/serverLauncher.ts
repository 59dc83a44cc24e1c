import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
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
const folder = args.find((arg) => !arg.startsWith('-'));
if (extension === undefined || tests === undefined || folder === undefined) {
  console.error('Needed: FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…');
  process.exit(2);
}

const hostLog = path.join(repositoryRoot, 'out/integration/host.log');
mkdirSync(path.dirname(hostLog), { recursive: true });
rmSync(hostLog, { force: true });

function onHostLine(line: string): void {
  if (line.startsWith(testLineMark)) console.log(line.slice(testLineMark.length));
  else appendFileSync(hostLog, `${line}\n`);
}

const window = await openWindow({
  folder,
  extension,
  tests,
  workspaceTrust: !args.includes('--disable-workspace-trust'),
  onHostLine,
});
const code = await Promise.race([window.exitCode, window.server.ended.then(() => undefined)]);
if (code === undefined)
  console.error(`The VS Code server ended during the tests:\n${window.server.log().slice(-2000)}`);
if (code !== 0) console.error('What VS Code itself printed is in out/integration/host.log.');
await window.close();
process.exit(code ?? 1);
