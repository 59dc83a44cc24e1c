import { plugins } from '@citation-js/core';
import { expect, test } from 'vitest';
import { ris } from '../../../../../src/core/formats/tagged/ris.ts';
import { fixture } from '../readText.ts';

// citation-js reads RIS too: where both read a record they must agree.
await import('@citation-js/plugin-ris');

const options = { maxChainLength: 10, generateGraph: false, strict: false, target: '@csl/list+object' };

/** One record a text: a date that citation-js does not know throws all of them away. */
function recordsOf(text: string): readonly string[] {
  return text.split(/(?<=^ER {2}-.*\n)\s*/m).filter((record) => record.includes('TY  -'));
}

function oracle(text: string) {
  try {
    return plugins.input.chain(text, { ...options, forceType: '@ris/file' })[0];
  } catch {
    return undefined;
  }
}

test.each(['zotero.ris', 'publishers.ris', 'scholar.ris'])('%s is read as citation-js reads it', (file) => {
  const texts = recordsOf(fixture(`tagged/${file}`));
  const pairs = texts.map((text) => ({ own: ris.parse(text).records[0], other: oracle(text) }));
  for (const { own, other } of pairs.filter((pair) => pair.other !== undefined)) {
    expect(own?.title).toBe(other?.title);
    // Without a comma citation-js takes a name for a body; IEEE writes people so. As people read it both are the same.
    const names = other?.author?.map(({ given, family, literal }) => literal ?? `${given ?? ''} ${family ?? ''}`);
    expect(own?.authors).toEqual(names);
    expect(own?.year).toBe(other?.issued?.['date-parts']?.[0]?.[0] ?? own?.year);
  }
  expect(pairs.every(({ other }) => other !== undefined)).toBe(true);
});
