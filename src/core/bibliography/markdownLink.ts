import type { PaperFields } from '../paper.ts';
import { paperLinks } from '../reading/paperLinks.ts';
import { cleanLine } from './texText.ts';

const significant = /[\\`*_{}[\]<>]/g;
const closing = /[()\s]/g;

/** `[Title](https://doi.org/…)`: the paper as a Markdown link to its best place on the web; its title alone without one. */
export function markdownLink(paper: PaperFields): string {
  const title = cleanLine(paper.title).replace(significant, '\\$&');
  const [link] = paperLinks(paper);
  if (link === undefined) return title;
  return `[${title}](${link.url.replace(closing, (sign) => (sign === '(' ? '%28' : sign === ')' ? '%29' : '%20'))})`;
}
