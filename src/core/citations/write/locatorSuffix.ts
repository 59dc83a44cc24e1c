/**
 * What a typed locator becomes behind a citation: a number is a page, a range are pages; anything else stands as it was
 * typed. `''` of a blank one. `syntax` is the id of the syntax it is written in.
 */
export function locatorSuffix(typed: string, syntax: string): string {
  const text = typed.trim().replace(/^,\s*/, '');
  if (text === '') return '';
  const pages = /^[0-9]+(?:\s*[-–,;]+\s*[0-9]+)*$/.exec(text);
  if (pages === null) return `, ${text}`;
  const isOne = /^[0-9]+$/.test(text);
  const hasTie = syntax === 'latex' || syntax === 'typst';
  const numbers = text.replace(/\s*[-–]+\s*/g, syntax === 'latex' ? '--' : syntax === 'typst' ? '–' : '-');
  return `, ${isOne ? 'p.' : 'pp.'}${hasTie ? '~' : ' '}${numbers.replace(/\s*[,;]\s*/g, ', ')}`;
}
