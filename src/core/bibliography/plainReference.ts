import type { PaperFields } from '../paper.ts';
import { paperLinks } from '../reading/paperLinks.ts';
import { cleanLine } from './texText.ts';

/** More are named by the first of them: a reference is read by people. */
const mostNames = 20;

/**
 * A reference as people write it into mails and messages, one line: `Ada Stone and Ben Slate (2019). Lichens on Walls.
 * Journal of Walls. https://doi.org/10.1000/walls`. What is not known is left out.
 */
export function plainReference(paper: PaperFields): string {
  const names = namesOf(paper.authors.map(cleanLine).filter((name) => name !== ''));
  const title = cleanLine(paper.title);
  const year = paper.year === undefined ? '' : ` (${String(paper.year)})`;
  const [link] = paperLinks(paper);
  const sentences = [
    ...(names === '' ? [`${title}${year}`] : [`${names}${year}`, title]),
    cleanLine(paper.venue ?? ''),
  ].filter((part) => part !== '');
  return [...sentences.map(sentence), ...(link === undefined ? [] : [link.url])].join(' ');
}

function sentence(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

function namesOf(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length <= 1) return first;
  if (names.length > mostNames) return `${first} et al.`;
  if (names.length === 2) return `${first} and ${second}`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
