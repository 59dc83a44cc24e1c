import { isoDate } from '../../text/isoDate.ts';

/** When and where a paper appeared, as lists put it beside a title. */
export interface VenueTag {
  readonly venue?: string | undefined;
  /** ISO 8601, as exact as written. */
  readonly issued?: string | undefined;
}

const acronyms = new Set(
  '3dv aaai aamas aacl accv acl aistats alt apsec arr asplos ase automl bmvc ccs chi cikm colm coling collas colt conext conll cora corl cscw cvpr eacl eccv ecml ecir emnlp esec fse focs fg hpca hri icalp icann icassp icc iccv icde icdm icip iclr icml icmr icra icse icws ijcai ijcnn ijcv infocom interspeech iros isca ismar ismir issta itcs iui jair jasa jmlr kdd l4dc lrec micro miccai midl mlsys mm mobicom naacl ndss neurips nips nsdi osdi oopsla pakdd pami pldi podc podsconf pods popl prl pnas recsys rlc rss sdm siggraph sigcomm sigdial sigir sigmod sigspatial soda sosp stoc swat tacas tacl tcsvt tgrs tip tist tits tkde tmi tmlr tmm tnnls tog tois toml tpami tvcg uai uist usenix vis vldb wacv wsdm www'.split(
    ' ',
  ),
);
const journalWord =
  /\b(?:Journal|Transactions|Trans\.|Proceedings|Proc\.|Conference|Conf\.|Workshop|Symposium|Letters|Reviews?|Annals|Magazine|Bulletin|IEEE|ACM|SIAM|USENIX|PLOS|Quarterly|Archives?|Acta|Lecture Notes|Advances in|Findings|University Press|Dissertation|PhD thesis|Nature|Science)\b/;
/** Known by one word alone. */
const shortJournals = new Set('nature science cell pnas neuron lancet elife chaos'.split(' '));
const preprint =
  /^(?:ar[xX]iv|Ar[xX]iv|bioRxiv|medRxiv|CoRR|preprint|Preprint|under review|Under review|online|blog|tech(?:nical)? report)(?: preprint| e-prints)?$/i;
const honour =
  /[\s,;:|(]*\b(?:oral|spotlight|poster|highlight|best (?:student )?paper(?: award)?|outstanding paper(?: award)?|award|notable top[ -]\d{1,2}%|long|short|main|demo|new|accepted)\)?$/i;
const monthName =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const numericDate = /^(?:1[89]|20)\d{2}(?:[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?)?$/;
const monthFirst = /^(0?[1-9]|1[0-2])[/.-]((?:19|20)\d{2})$/;
const namedDate = new RegExp(
  String.raw`^(?:(?:\d{1,2}\s)?(?:${monthName})\.?(?:\s\d{1,2},?|,)?\s(?:19|20)\d{2}|(?:19|20)\d{2},?\s(?:${monthName})\.?(?:\s\d{1,2})?)$`,
  'i',
);
const yearBehind = /^(.{1,90}?)[\s,:(/-]*(?:((?:1[89]|20)\d{2})(?:[-/.](\d{1,2}))?|['’](\d{2})|(?<=[A-Z])(\d{2}))\)?$/;
const yearBefore = /^((?:19|20)\d{2})[\s,:-]+(.{2,80})$/;
const longest = 100;

/** A date alone: `2024`, `2024/05`, `05/2024`, `May 2024`. ISO 8601, or `undefined`. */
export function tagDate(text: string): string | undefined {
  if (text.length > 30 || !/\d{4}/.test(text)) return undefined;
  if (numericDate.test(text) || namedDate.test(text)) return isoDate(text);
  const [, month, year] = monthFirst.exec(text) ?? [];
  return year === undefined ? undefined : isoDate(`${year}-${month}`);
}

/**
 * Reads a short text that is nothing but a date or a venue with or without its year: `NeurIPS 2023`, `CVPR'24 (Oral)`,
 * `2023, ICML`, `arXiv 2023.05`, `Journal of Fog`. A server of preprints is no venue. `undefined` for anything else.
 */
export function venueTag(text: string): VenueTag | undefined {
  if (text.length > longest) return undefined;
  let tag = text.replace(/^[\s"“([]+|[\s"”\])]+$/g, '').trim();
  const issued = tagDate(tag);
  if (issued !== undefined) return { issued };
  for (let shorter = tag.replace(honour, ''); shorter !== tag && shorter !== ''; shorter = tag.replace(honour, ''))
    tag = shorter;
  const [, before, year, month, short, glued] = yearBehind.exec(tag) ?? [];
  if (before !== undefined) {
    const date =
      year === undefined ? fullYear(short ?? glued ?? '') : isoDate(month === undefined ? year : `${year}-${month}`);
    const name = before.replace(/^in\s+/i, '').replace(/[\s,:(@-]+$/, '');
    if (preprint.test(name)) return { issued: date };
    if (isVenue(name) || isAcronym(name)) return { venue: name, issued: date };
    return undefined;
  }
  const [, first, rest = ''] = yearBefore.exec(tag) ?? [];
  if (first !== undefined && (isVenue(rest) || isAcronym(rest))) return { venue: rest, issued: first };
  if (preprint.test(tag)) return {};
  const name = tag.replace(/^in\s+/i, '');
  // Volume and pages are for whoever reads the whole place.
  return isVenue(name) && !/[,\s]\d/.test(name) ? { venue: name } : undefined;
}

function fullYear(digits: string): string {
  return Number(digits) > 60 ? `19${digits}` : `20${digits}`;
}

/** A name that is known as a venue, or that says so itself. */
export function isVenue(name: string): boolean {
  const [first = '', ...rest] = name.toLowerCase().split(/[\s,:@/-]+/);
  if (acronyms.has(first) || (rest.length > 0 && acronyms.has(rest.at(-1) ?? '')))
    return name.length <= 60 && /[A-Z]{2}|NeurIPS|CoRL/.test(name);
  return (
    shortJournals.has(name.toLowerCase()) ||
    (/^\p{Lu}/u.test(name) &&
      journalWord.test(name) &&
      !/[.!?]\s+\p{Lu}/u.test(name.replace(/\b[A-Z][a-z]{1,5}\.\s/g, '')))
  );
}

function isAcronym(name: string): boolean {
  return /^[A-Z][\w&+-]*[A-Z][\w&+-]*(?:[\s@-][\p{L}\w&-]{1,14}){0,3}$/u.test(name);
}
