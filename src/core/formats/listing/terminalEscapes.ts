const escape = '\u001B';
const bell = '\u0007';

/** Text without the escape sequences of terminals: colours (`ESC [ … m`), links and titles (`ESC ] … BEL`). Linear. */
export function withoutEscapes(text: string): string {
  let at = text.indexOf(escape);
  if (at === -1) return text;
  let kept = '';
  let from = 0;
  for (; at !== -1; at = text.indexOf(escape, from)) {
    kept += text.slice(from, at);
    from = endOfSequence(text, at + 1);
  }
  return kept + text.slice(from);
}

/** `at` stands behind the escape character. */
function endOfSequence(text: string, at: number): number {
  const kind = text.charAt(at);
  if (kind === '[') return endOfControl(text, at + 1);
  if (kind === ']') return endOfCommand(text, at + 1);
  return /^[@-Z\\^_]/.test(kind) ? at + 1 : at;
}

/** Parameters, then one letter. */
function endOfControl(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) >= 0x20 && text.charCodeAt(at) <= 0x3f) at += 1;
  return at < text.length && text.charCodeAt(at) >= 0x40 && text.charCodeAt(at) <= 0x7e ? at + 1 : at;
}

/** Up to a bell or `ESC \`; a sequence that is not closed ends before the next escape. */
function endOfCommand(text: string, start: number): number {
  for (let at = start; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === bell) return at + 1;
    if (character === escape) return text.charAt(at + 1) === '\\' ? at + 2 : at;
  }
  return text.length;
}
