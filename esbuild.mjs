/// <reference types="node" />
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';
import { thirdPartyNotices } from './src/build/thirdPartyNotices.ts';

// node esbuild.mjs [--dev] [--watch]: makes every bundle of dist/, what esbuild knows of each in out/meta/, and the licences of what is in them.
// A file is replaced as a whole and never missing in between, so what reads dist/ at the same time (a test, a running VS Code) is not disturbed.

const root = import.meta.dirname;
const notices = 'dist/THIRD_PARTY_NOTICES.txt';
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
  webEngineWorker: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/engine/web/worker.ts'],
    outfile: 'dist/web/engineWorker.js',
  },
  engineWorker: { ...node, entryPoints: ['src/engine/node/worker.ts'], outfile: 'dist/engineWorker.js' },
  // Run in the engine's worker when something is first formatted. Kept apart, because it is under a licence of its own.
  citeproc: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/engine/csl/citeprocMain.ts'],
    outfile: 'dist/citeproc.js',
    // It would read XML by these where it is not given trees, as here: without them it holds nothing that could ask the network.
    define: { DOMParser: 'undefined', ActiveXObject: 'undefined', XMLHttpRequest: 'undefined' },
    banner: {
      js: '/* citeproc-js, (c) 2009-2019 Frank Bennett, CPAL-1.0: https://github.com/juris-m/citeproc-js (see THIRD_PARTY_NOTICES.txt) */',
    },
  },
  reader: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/reader.js',
  },
  // Parts of the reader that are loaded when the paper is on screen: what one writes in, and what draws Markdown.
  noteEditor: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/note/editorMain.ts'],
    outfile: 'dist/noteEditor.js',
  },
  noteRenderer: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/rendered/rendererMain.ts'],
    outfile: 'dist/noteRenderer.js',
  },
  map: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/map/main.ts'],
    outfile: 'dist/map.js',
  },
  // Runs in VS Code's own preview of Markdown.
  preview: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    entryPoints: ['src/webview/preview/main.ts'],
    outfile: 'dist/preview.js',
  },
};

/**
 * Replaces a file in one step.
 * @param {string} file
 * @param {string | Uint8Array} content
 */
async function replaceFile(file, content) {
  const part = `${file}.part-${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(part, content);
  await rename(part, file);
}

/**
 * Writes a bundle, and what it is made of, so that a bundle that has grown can be looked into. Where it cannot be made, none is left
 * that could be taken for it; only a watching build keeps the last good one.
 * @param {string} name
 * @returns {import('esbuild').Plugin}
 */
function writeBundle(name) {
  return {
    name: 'write-bundle',
    setup(current) {
      current.onEnd(async ({ errors, metafile, outputFiles = [] }) => {
        if (errors.length > 0) {
          if (!watch) await rm(path.join(root, current.initialOptions.outfile ?? ''), { force: true });
          return;
        }
        for (const file of outputFiles) await replaceFile(file.path, file.contents);
        await replaceFile(path.join(root, 'out/meta', `${name}.json`), JSON.stringify(metafile));
      });
    },
  };
}

/** Removes what an earlier build left in dist/ and this one does not make. */
async function removeLeftovers() {
  const made = new Set(
    Object.values(bundles).flatMap(({ outfile }) => (dev ? [outfile, `${outfile}.map`] : [outfile])),
  );
  made.add(notices);
  const found = await readdir(path.join(root, 'dist'), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(root, file).replaceAll('\\', '/');
    if (entry.isFile() && !made.has(name) && !/\.part-\d+$/.test(name)) await rm(file, { force: true });
  }
}

/**
 * Writes the notices of what is in the bundles. What must not be shipped is said, and fails the build.
 * @param {import('esbuild').Metafile[]} metafiles
 */
async function writeNotices(metafiles) {
  const texts = path.join(root, 'src/build/notices');
  const made = thirdPartyNotices({ root, metafiles, texts, csl: path.join(root, 'media/csl') });
  await replaceFile(path.join(root, notices), made.text);
  for (const problem of made.problems) console.error(problem);
  if (made.problems.length > 0) process.exitCode = 1;
}

await removeLeftovers();

const common = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  minify: !dev,
  sourcemap: dev,
  metafile: true,
  legalComments: 'none',
  logLevel: watch ? 'info' : 'warning',
  alias: {
    // Its main file loads its parts in a way that no bundler sees.
    'jsonc-parser': 'jsonc-parser/lib/esm/main.js',
    // For Node it has CommonJS, of which nothing can be left out.
    yaml: './node_modules/yaml/browser/dist/index.js',
  },
};
const jobs = Object.entries(bundles).map(([name, options]) =>
  Object.assign({ plugins: [writeBundle(name)] }, common, options),
);

if (watch) {
  for (const job of jobs) await (await context(job)).watch();
} else {
  const results = await Promise.allSettled(jobs.map((job) => build(job)));
  const metafiles = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.metafile] : []));
  // esbuild has printed each error with its place.
  if (metafiles.length < results.length) process.exitCode = 1;
  else await writeNotices(metafiles);
}
