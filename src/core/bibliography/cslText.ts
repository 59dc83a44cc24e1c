import { plainMarkup } from '../text/plainMarkup.ts';
import { cleanParagraphs } from './texText.ts';

const tagStart = /<(?=[a-z/])/gi;

/**
 * A plain text as a text of CSL, where `<b>` and the like are markup. CSL has no escape for them: an invisible word joiner
 * behind the `<` makes it a sign for every program. Blank lines between paragraphs stay.
 */
export function cslText(text: string): string {
  const clean = cleanParagraphs(text);
  if (!clean.includes('<') || plainMarkup(clean) === clean) return clean;
  return clean.replace(tagStart, '<\u2060');
}
