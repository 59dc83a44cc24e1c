import type { CslItem, CslName } from '../bibliography/cslItem.ts';
import type { Paper } from '../paper.ts';
import { byline } from '../text/byline.ts';
import { shorten } from '../text/plainText.ts';
import type { WorkCard } from './previewAnswer.ts';

const longestTitle = 300;
const longestAbstract = 1_500;

/** The card of a paper of the library. */
export function cardOfPaper({ title, authors, year, venue, abstract }: Paper): WorkCard {
  return card(title, [byline({ authors, year }), venue ?? ''], abstract);
}

/** The card of a work that the library does not have. */
export function cardOfWork(work: CslItem): WorkCard {
  const year = work.issued?.['date-parts'][0][0];
  const names = work.author ?? work.editor ?? [];
  const who = byline({ authors: names.map(nameOf), year });
  return card(work.title ?? '', [who, work['container-title'] ?? ''], work.abstract ?? '');
}

function card(title: string, byParts: readonly string[], abstract: string): WorkCard {
  return {
    title: shorten(title, longestTitle),
    byline: shorten(byParts.filter((part) => part !== '').join(' · '), longestTitle),
    abstract: shorten(abstract, longestAbstract),
  };
}

/** As `byline` wants it. */
function nameOf(name: CslName): string {
  return 'literal' in name ? `${name.literal},` : `${name.family}, ${name.given ?? ''}`;
}
