/**
 * An address or identifier in a sentence without the punctuation and the marks of emphasis behind it, and without brackets
 * at its end that are closed but not opened in it. Linear.
 */
export function withoutSentenceEnd(address: string): string {
  let open = 0;
  for (const character of address) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
  }
  let plain = withoutMarks(address);
  for (; open < 0 && plain.endsWith(')'); open += 1) plain = withoutMarks(plain.slice(0, -1));
  return plain;
}

function withoutMarks(address: string): string {
  return address.replace(/[.,;:!?'*_]+$/, '');
}
