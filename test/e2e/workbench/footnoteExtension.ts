import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An extension that teaches the preview of Markdown footnotes, as several popular ones do. */
export interface FootnoteExtension {
  readonly folder: string;
  remove(): void;
}

/** Makes the extension in a folder of its own. */
export function makeFootnoteExtension(): FootnoteExtension {
  const place = mkdtempSync(path.join(tmpdir(), 'paperside-footnotes-'));
  const folder = path.join(place, 'paperside.footnotes-1.0.0');
  mkdirSync(folder);
  const manifest = {
    name: 'footnotes',
    publisher: 'paperside',
    version: '1.0.0',
    engines: { vscode: '^1.103.0' },
    main: './main.js',
    contributes: { 'markdown.markdownItPlugins': true },
  };
  const plugin = createRequire(import.meta.url).resolve('markdown-it-footnote');
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  copyFileSync(plugin, path.join(folder, 'footnote.js'));
  const main =
    "const footnote = require('./footnote.js');\nexports.activate = () => ({ extendMarkdownIt: (md) => md.use(footnote) });\n";
  writeFileSync(path.join(folder, 'main.js'), main);
  return { folder, remove: () => rmSync(place, { recursive: true, force: true }) };
}
