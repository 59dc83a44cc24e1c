import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { desktopCode, runDesktop } from './desktopCode.ts';
import { endWithParent } from './endWithParent.ts';
import { buildExtension } from './extensionBuild.ts';
import { onExit } from './onExit.ts';
import { downloads, repositoryRoot } from './repositoryRoot.ts';
import { startServer } from './vscodeServer.ts';

// npm start [-- FOLDER]: builds Paperside and opens it in VS Code on a folder; without one on a copy of the sample.
// PAPERSIDE_START=server takes the VS Code server even where desktop VS Code is installed.

/** The folder of the command line, else a copy of the sample that keeps what the writer does in it. */
async function chosenFolder(): Promise<string> {
  const [asked] = process.argv.slice(2);
  if (asked !== undefined) {
    const folder = path.resolve(process.env['INIT_CWD'] ?? '.', asked);
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
    return folder;
  }
  const sample = path.join(downloads, 'sample');
  if (!existsSync(sample)) {
    await mkdir(downloads, { recursive: true });
    await cp(path.join(repositoryRoot, 'media/sample'), sample, { recursive: true });
  }
  return sample;
}

async function serve(folder: string): Promise<void> {
  // The folder was named on the command line (or is our sample): it is trusted.
  const server = await startServer();
  const url = server.url({ folder, extension: repositoryRoot });
  console.log(`Paperside runs at ${url}`);
  console.log('Open this address in a browser; Ctrl+C ends it.');
  await server.ended;
  throw new Error(`The VS Code server ended:\n${server.log().slice(-2000)}`);
}

endWithParent();
onExit(() => undefined);
try {
  const folder = await chosenFolder();
  await buildExtension();
  const code = process.env['PAPERSIDE_START'] === 'server' ? undefined : desktopCode();
  if (code === undefined) await serve(folder);
  else process.exitCode = await runDesktop(code, folder);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
