import type { PaperFields } from '../paper.ts';

/** What kind of publication a paper is, for BibTeX and for CSL. */
export interface Venue {
  readonly type: 'article' | 'inproceedings' | 'misc';
  readonly cslType: 'article-journal' | 'paper-conference' | 'article';
  /** To be written; `undefined` where there is none, or where the arXiv id says as much. */
  readonly name: string | undefined;
  /** Nothing says that it appeared anywhere but on a preprint server. */
  readonly isPreprint: boolean;
}

const preprint = /^(?:arxiv|corr|biorxiv|medrxiv|ssrn|openreview)\b/i;
const arxivServer = /^(?:arxiv|corr)\b/i;
const journal =
  /\b(?:journal|transactions|letters|reviews?|annals|magazine|quarterly|bulletin|acta|archives?|nature|science|cell|plos|jmlr|tmlr|tacl|pnas|proceedings of the national academy|proceedings of the ieee|proceedings of the royal society|physical review)\b/i;
const conference =
  /\b(?:proceedings|proc\.|conference|conf\.|workshop|symposium|meeting|congress|neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl|naacl|eacl|emnlp|coling|aaai|ijcai|uai|aistats|colt|kdd|sigir|www|chi|uist|icra|iros|corl|rss|interspeech|icassp|siggraph|sigmod|vldb|osdi|sosp|nsdi|usenix|findings)\b/i;

/**
 * Tells a journal from a conference by the words in the venue's name. A work whose venue names neither, or that has none,
 * is `misc`, which is right for a preprint and safe for everything else.
 */
export function venueOf({ venue, arxiv }: Pick<PaperFields, 'venue' | 'arxiv'>): Venue {
  const name = venue?.trim() ?? '';
  const other = { type: 'misc', cslType: 'article' } as const;
  if (name === '') return { ...other, name: undefined, isPreprint: true };
  if (preprint.test(name)) {
    const isSaid = arxiv !== undefined && arxivServer.test(name);
    return { ...other, name: isSaid ? undefined : name, isPreprint: true };
  }
  if (journal.test(name) && !/\b(?:conference|workshop|symposium)\b/i.test(name)) {
    return { type: 'article', cslType: 'article-journal', name, isPreprint: false };
  }
  if (conference.test(name)) return { type: 'inproceedings', cslType: 'paper-conference', name, isPreprint: false };
  return { ...other, name, isPreprint: false };
}
