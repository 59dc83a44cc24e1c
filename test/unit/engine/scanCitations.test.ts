import { expect, test } from 'vitest';
import { unpackScan } from '../../../src/core/citations/packedScan.ts';
import { pandocSyntax } from '../../../src/core/citations/pandoc/pandocSyntax.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';

test('the engine scans a text in the syntax that it is told, and has no answer in a language without citations', async () => {
  const engine = new LocalEngine({ now: () => performance.now(), breathe: () => Promise.resolve() });
  const text = 'as [see @a, p. 3] in \\cite{b}';
  const packed = await engine.scanCitations({ path: 'a.tex', told: 'pandoc', text });
  expect(packed && unpackScan(packed).next().value).toEqual(pandocSyntax.scan(text));
  expect(await engine.scanCitations({ path: 'a.py', languageId: 'python', text })).toBeUndefined();
  engine.dispose();
});
