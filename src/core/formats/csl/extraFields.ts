import { plainParagraphs } from '../../text/plainMarkup.ts';
import type { RecordDraft } from '../recordDraft.ts';

/** Lines of Zotero's "Extra": `Citation Key: lee2020`, `arXiv: 2401.00001`, `DOI: …`, `tex.entrytype: article`. */
const extraLine = /^\s*(citation key|citekey|arxiv|doi|pmid|pmcid|tex\.[\w.-]{1,40})\s*[:=]\s*(\S.*)$/i;
const maxLine = 500;

/** A key that can be cited: Zotero also writes addresses as ids. */
export function citable(key: string): string | undefined {
  return key === '' || /[\s/]/.test(key) ? undefined : key;
}

/** Takes the fields out of a note; what remains is the note. Gives the citation key that stands there. */
export function readExtra(draft: RecordDraft, note: string): string | undefined {
  if (note === '') return undefined;
  let key: string | undefined;
  const rest: string[] = [];
  for (const line of note.split(/\r\n|\n|\r/)) {
    const [, name = '', written = ''] = (line.length > maxLine ? null : extraLine.exec(line)) ?? [];
    const field = name.toLowerCase();
    const value = written.trim();
    if (field === '') rest.push(line);
    else if (field === 'arxiv') draft.arxiv(value.split(/\s/)[0] ?? '');
    else if (field === 'doi') draft.doi(value);
    else if (field === 'pmid') draft.variable('PMID', value);
    else if (field === 'pmcid') draft.variable('PMCID', value);
    else if (field.startsWith('tex.')) draft.other(name, value);
    else key ??= citable(value);
  }
  draft.variable('note', plainParagraphs(rest.join('\n')));
  return key;
}
