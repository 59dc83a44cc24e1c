const noSpaceBetweenWords = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
const needsSpaceAfter = /[\p{L}\p{N}\p{M}\p{Pe}\p{Pf}\p{So}.,;:!?%°…)\]}>`$\\^]$/u;
/** They open or close, depending on what stands before them. */
const ambiguous = /["'*_~]$/;
const opensAfter = /(?:^|[\s([{\p{Pi}\p{Ps}\p{Pd}/])["'*_~]+$/u;

/** How much of the line before the cursor is looked at. */
const reach = 50;

/**
 * The space that belongs between the text before `offset` and a `[` put there: one after a word, closing punctuation, or
 * anything that would give the bracket another meaning (`]`, `!`, `^`, `\`); none after white space, an opening bracket or
 * quotation mark, a dash, at the start of a line, and in scripts that put no spaces between words.
 */
export function spaceBefore(text: string, offset: number): '' | ' ' {
  const before = text.slice(Math.max(0, offset - reach), offset);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1).replace('\uFEFF', '');
  if (noSpaceBetweenWords.test(line)) return '';
  if (ambiguous.test(line)) return opensAfter.test(line) ? '' : ' ';
  return needsSpaceAfter.test(line) ? ' ' : '';
}

/** A space where the character at `offset` would turn a cluster before it into a link, a span or a longer bracket. */
export function spaceAfter(text: string, offset: number): '' | ' ' {
  return ['(', '[', '{'].includes(text.charAt(offset)) ? ' ' : '';
}
