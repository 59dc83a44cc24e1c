import { beforeAll, expect, test } from 'vitest';
import type { ShippedStyle } from '../../src/core/csl/shippedCsl.ts';
import { ensurePandoc } from '../support/pandoc.ts';
import { cslDocuments } from './support/cslDocuments.ts';
import { ourParagraphs, theirParagraphs } from './support/previewPandoc.ts';

// What stands around citations in the preview, as pandoc has it: white space, punctuation, numbers of notes. What they say
// themselves is compared in cslPandoc.test.ts.

const styles: readonly ShippedStyle[] = ['apa', 'chicago-note-bibliography', 'ieee', 'nature'];
const documents = cslDocuments(12);

beforeAll(ensurePandoc, 300_000);

test.each(styles)('paragraphs in the style %s read as those of pandoc', (style) => {
  const pairs = documents.flatMap((document) => {
    const ours = ourParagraphs(style, document);
    const theirs = theirParagraphs(style, document);
    expect(ours).toHaveLength(theirs.length);
    return ours.map((our, index) => ({ our, their: theirs[index] }));
  });
  const others = pairs.filter(({ our, their }) => our !== their);
  for (const { our, their } of others) console.log(`${style}\n  ours   ${our}\n  pandoc ${their ?? ''}`);
  console.log(`${style}: ${others.length} of ${pairs.length} paragraphs are others.`);
  // Works without authors whose titles are said in the text are the formatter's matter.
  expect(others.length / pairs.length).toBeLessThan(0.02);
});
