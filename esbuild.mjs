/// <reference types="node" />
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';

// node esbuild.mjs [--dev] [--watch]: makes every bundle of dist/ and what esbuild knows of each in out/meta/.

const root = import.meta.dirname;
const flags = new Set(process.argv.slice(2));
const watch = flags.has('--watch');
const dev = watch || flags.has('--dev');

const node = { platform: 'node', format: 'cjs', target: 'node22' };
const bundles = {
  extension: { ...node, entryPoints: ['src/host/node/main.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  webExtension: {
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    entryPoints: ['src/host/web/main.ts'],
    outfile: 'dist/web/extension.js',
    external: ['vscode'],
  },
  engineWorker: { ...node, entryPoints: ['src/engine/node/worker.ts'], outfile: 'dist/engineWorker.js' },
  reader: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/reader.js',
  },
};

/**
 * Writes what the bundle is made of, so that a bundle that has grown can be looked into.
 * @param {string} name
 * @returns {import('esbuild').Plugin}
 */
function keepMetafile(name) {
  return {
    name: 'keep-metafile',
    setup(current) {
      current.onEnd(async ({ metafile }) => {
        if (metafile) await writeFile(path.join(root, 'out/meta', `${name}.json`), JSON.stringify(metafile));
      });
    },
  };
}

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await mkdir(path.join(root, 'out/meta'), { recursive: true });

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  sourcemap: dev,
  metafile: true,
  legalComments: 'none',
  logLevel: watch ? 'info' : 'warning',
};
const jobs = Object.entries(bundles).map(([name, options]) =>
  Object.assign({ plugins: [keepMetafile(name)] }, common, options),
);

if (watch) {
  for (const job of jobs) await (await context(job)).watch();
} else {
  const results = await Promise.allSettled(jobs.map((job) => build(job)));
  // esbuild has printed each error with its place.
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
