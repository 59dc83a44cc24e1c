import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { chosenServerVersion } from './installServer.ts';
import { hasScreen } from './desktopCode.ts';
import { downloads } from './repositoryRoot.ts';

const downloadHost = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * The program that `runTests` starts: desktop VS Code where its download answers and there is a screen,
 * else a stand-in that takes the same arguments and drives the VS Code server.
 */
export async function vscodeProgram(): Promise<string> {
  const version = chosenServerVersion();
  if (hasScreen() && (await downloadAnswers())) {
    // 4.103.2 of the server is VS Code 1.103.2.
    return downloadAndUnzipVSCode({ version: version.replace(/^4/, '1'), cachePath: downloads });
  }
  console.log(`Tests run in the VS Code server ${version} and a headless browser.`);
  return writeLauncher();
}

async function downloadAnswers(): Promise<boolean> {
  try {
    return (await fetch(downloadHost, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

async function writeLauncher(): Promise<string> {
  const script = path.join(import.meta.dirname, 'serverLauncher.ts');
  await mkdir(downloads, { recursive: true });
  if (process.platform === 'win32') {
    const file = path.join(downloads, 'server-launcher.cmd');
    await writeFile(file, `@"${process.execPath}" "${script}" %*\r\n`);
    return file;
  }
  const file = path.join(downloads, 'server-launcher');
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  await chmod(file, 0o755);
  return file;
}
