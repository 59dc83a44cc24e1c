import type { PaperRecord } from '../paper.ts';
import { displayName, type PersonName } from '../personName.ts';
import { identifierLine, identifiersOfUrl } from '../text/identifiers.ts';
import type { Range } from '../text/position.ts';
import type { CslRole, CslVariable, WorkDetails } from '../workDetails.ts';

const maxIdentifier = 500;
/** A link to a file or a resolver says less of a work than its own page. */
const lesserUrl = /\.pdf(?:$|[?#])|^https?:\/\/(?:api|dx|www\.ncbi)\./i;

/** A record as it is put together: takes values as they come, gives a `PaperRecord` of clean ones. The first value of a kind counts. */
export class RecordDraft {
  title = '';
  abstract = '';
  key: string | undefined;
  type: string | undefined;
  venue: string | undefined;
  groups: readonly string[] = [];
  readonly #names = new Map<CslRole, readonly PersonName[]>();
  readonly #variables = new Map<CslVariable, string>();
  readonly #other: (readonly [string, string])[] = [];
  /** Most records have none: a map for each would cost more than all their other values. */
  #keywords: Map<string, string> | undefined;
  #year: number | undefined;
  #doi: string | undefined;
  #arxiv: string | undefined;
  #url: string | undefined;

  names(role: CslRole, names: readonly PersonName[]): void {
    if (names.length > 0 && !this.#names.has(role)) this.#names.set(role, names);
  }

  /** Empty values say nothing. */
  variable(name: CslVariable, value: string | undefined): void {
    const text = value?.trim() ?? '';
    if (text !== '' && !this.#variables.has(name)) this.#variables.set(name, text);
  }

  /** A field that no other place is made for. */
  other(name: string, value: string): void {
    if (value.trim() !== '') this.#other.push([name, value.trim()]);
  }

  /** `issued` is ISO 8601; its year is the paper's. */
  issued(date: string | undefined): void {
    if (date === undefined) return;
    this.variable('issued', date);
    this.year(Number(date.slice(0, 4)));
  }

  year(year: number | undefined): void {
    if (year !== undefined && Number.isInteger(year) && year >= 1000 && year <= 2999) this.#year ??= year;
  }

  /** With or without resolver; arXiv's own DOIs are ids of arXiv. What is no DOI is dropped. */
  doi(text: string): void {
    const bare = text.trim().replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi:\s*/i, '');
    if (bare.length <= maxIdentifier && bare.startsWith('10.')) this.#identify(identifierLine(`doi:${bare}`));
  }

  /** `2401.00001v2`, `arXiv:cs/0309040`. What is no id is dropped. */
  arxiv(text: string): void {
    if (text.length > maxIdentifier) return;
    const bare = text.trim().replace(/^arxiv\s*:\s*/i, '');
    if (/^[\w.-]+(?:\/\d{7})?$/.test(bare)) this.#identify(identifierLine(`arXiv:${bare}`));
  }

  /** `http:` and `https:` only. An address of a resolver is the identifier it resolves. */
  url(text: string): void {
    const url = text.trim();
    if (/^https?:\/\/[^\s/]/i.test(url) && url.length <= 2000) this.#identify(identifiersOfUrl(url));
  }

  keywords(words: readonly string[]): void {
    for (const word of words) {
      const text = word.replace(/\s+/g, ' ').trim();
      if (text === '') continue;
      this.#keywords ??= new Map();
      if (!this.#keywords.has(text.toLowerCase())) this.#keywords.set(text.toLowerCase(), text);
    }
  }

  /** `undefined` when there is no title. */
  build(range: Range, keyRange?: Range): PaperRecord | undefined {
    if (this.title === '') return undefined;
    const authors = this.#names.get('author') ?? [];
    return {
      title: this.title,
      abstract: this.abstract,
      authors: authors.map(displayName),
      year: this.#year,
      venue: this.venue === '' ? undefined : this.venue,
      doi: this.#doi,
      arxiv: this.#arxiv,
      url: this.#url,
      keywords: this.#keywords === undefined ? [] : [...this.#keywords.values()],
      groups: this.groups.length === 0 ? undefined : this.groups,
      details: this.#details(),
      key: this.key,
      range,
      keyRange: this.key === undefined ? undefined : keyRange,
    };
  }

  #identify({ doi, arxiv, url }: { doi?: string; arxiv?: string; url?: string } = {}): void {
    this.#doi ??= doi;
    this.#arxiv ??= arxiv?.toLowerCase();
    if (url !== undefined && (this.#url === undefined || lesserUrl.test(this.#url))) this.#url = url;
  }

  #details(): WorkDetails | undefined {
    const details: { -readonly [Field in keyof WorkDetails]: WorkDetails[Field] } = {};
    if (this.type !== undefined) details.type = this.type;
    if (this.#names.size > 0) details.names = Object.fromEntries(this.#names);
    if (this.#variables.size > 0) details.variables = Object.fromEntries(this.#variables);
    if (this.#other.length > 0) details.other = this.#other;
    return Object.keys(details).length === 0 ? undefined : details;
  }
}
