import type { PaperFields } from '../paper.ts';

/** What kind of publication a paper is, for BibTeX and for CSL. */
export interface Venue {
  readonly type: 'article' | 'inproceedings' | 'misc';
  readonly cslType: 'article-journal' | 'paper-conference' | 'article';
  /** The BibTeX field for the name; `undefined` when there is none to be written. */
  readonly field: 'journal' | 'booktitle' | 'howpublished' | undefined;
  readonly name: string | undefined;
}

const preprint = /^(?:arxiv|corr|biorxiv|medrxiv|ssrn|openreview)\b/i;
const journal =
  /\b(?:journal|transactions|letters|reviews?|annals|magazine|quarterly|bulletin|acta|archives?|nature|science|cell|plos|jmlr|tmlr|tacl|pnas|proceedings of the national academy|proceedings of the ieee|proceedings of the royal society|physical review)\b/i;
const conference =
  /\b(?:proceedings|proc\.|conference|conf\.|workshop|symposium|meeting|congress|neurips|nips|icml|iclr|cvpr|iccv|eccv|wacv|acl|naacl|eacl|emnlp|coling|aaai|ijcai|uai|aistats|colt|kdd|sigir|www|chi|uist|icra|iros|corl|rss|interspeech|icassp|siggraph|sigmod|vldb|osdi|sosp|nsdi|usenix|findings)\b/i;

/**
 * Tells a journal from a conference by the words in the venue's name. A venue that names neither is mentioned as it is
 * (`howpublished`); without one the paper is `misc`, which is right for a preprint and safe for everything else.
 */
export function venueOf({ venue }: PaperFields): Venue {
  const name = venue?.trim();
  if (name === undefined || name === '' || preprint.test(name)) {
    return { type: 'misc', cslType: 'article', field: undefined, name: undefined };
  }
  if (journal.test(name) && !/\b(?:conference|workshop|symposium)\b/i.test(name)) {
    return { type: 'article', cslType: 'article-journal', field: 'journal', name };
  }
  if (conference.test(name)) return { type: 'inproceedings', cslType: 'paper-conference', field: 'booktitle', name };
  return { type: 'misc', cslType: 'article', field: 'howpublished', name };
}
