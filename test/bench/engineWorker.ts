import { join } from 'node:path';
import { build } from 'esbuild';

/** Builds the script of the worker as it is shipped, into `folder`, and gives its path. */
export async function buildEngineWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'engineWorker.js');
  await build({
    absWorkingDir: join(import.meta.dirname, '../..'),
    entryPoints: ['src/engine/node/worker.ts'],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    // As the extension is bundled: what `main` names of jsonc-parser cannot be.
    mainFields: ['module', 'main'],
    format: 'cjs',
    target: 'node22',
    logLevel: 'warning',
  });
  return outfile;
}
