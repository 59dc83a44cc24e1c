import type { FormattedReference } from './formatRequest.ts';
import { htmlOf, textOf } from './formattedText.ts';

/** Entries of a reference list as lines of text; of a single one without its number. */
export function plainList(references: readonly FormattedReference[]): string {
  return references
    .map(({ label, text }) => {
      const number = references.length === 1 ? '' : textOf(label).trim();
      return number === '' ? textOf(text) : `${number} ${textOf(text)}`;
    })
    .join('\n');
}

/** Entries of a reference list as paragraphs of HTML; of a single one without its number. */
export function htmlList(references: readonly FormattedReference[]): string {
  return references
    .map(({ label, text }) => {
      const number = references.length === 1 ? '' : htmlOf(label).trim();
      const entry = htmlOf(text).replaceAll('\n', '<br>');
      return `<p>${number === '' ? entry : `${number} ${entry}`}</p>`;
    })
    .join('\n');
}
