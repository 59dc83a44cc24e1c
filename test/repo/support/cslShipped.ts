import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { FormatRequest, FormattedDocument } from '../../../src/core/csl/formatRequest.ts';
import { localeFile, localeOf, styleFile, type ShippedStyle } from '../../../src/core/csl/shippedCsl.ts';
import { CslFormatter } from '../../../src/engine/csl/cslFormatter.ts';
import { member } from './pandocReader.ts';
import { repositoryRoot } from './repository.ts';

const citeproc: unknown = createRequire(import.meta.url)('citeproc');
const formatter = new CslFormatter({
  runScript: () => Object.assign(globalThis, { papersideCiteproc: member(citeproc, 'Engine') }),
});

/** Formats by the styles and locales that are shipped, with citeproc as it is installed. */
export function formatShipped(request: FormatRequest): FormattedDocument {
  for (;;) {
    const answer = formatter.format(request);
    if (answer.kind === 'formatted') return answer;
    if (answer.kind === 'failed') throw new Error(answer.message);
    formatter.provide(answer.files.map((path) => ({ path, text: path.startsWith('dist/') ? '' : fileOf(path) })));
  }
}

/** A style with all that our locale says in it: pandoc has locales of its own version. */
export function styleWithLocale(style: ShippedStyle, language: string): string {
  const locale = fileOf(localeFile(localeOf(language) ?? 'en-US'));
  const own = locale.slice(locale.indexOf('<style-options')).replace('</locale>', '');
  return fileOf(styleFile(style)).replace('</info>', `</info>\n<locale>${own}</locale>`);
}

/** A file of the repository. */
export function fileOf(path: string): string {
  return readFileSync(join(repositoryRoot, path), 'utf8');
}
