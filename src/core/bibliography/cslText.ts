import { plainMarkup } from '../text/plainMarkup.ts';
import { cleanParagraphs } from './texText.ts';

/** Of a tag or of the code of a character. */
const markStart = /<(?=[a-z/])|&(?=#?[a-z\d]{1,9};)/gi;

/**
 * A plain text as a text of CSL, where `<b>` is markup and `&amp;` a character. CSL has no escape for them: an invisible
 * word joiner behind the first sign makes it one for every program. Blank lines between paragraphs stay.
 */
export function cslText(text: string): string {
  const clean = cleanParagraphs(text);
  if (!/[<&]/.test(clean) || plainMarkup(clean) === clean) return clean;
  return clean.replace(markStart, '$&\u2060');
}
