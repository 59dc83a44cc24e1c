import type { PaperRecord } from '../../paper.ts';
import { identifierLine, identifiersOfUrl, type Identifiers } from '../../text/identifiers.ts';
import type { Range } from '../../text/position.ts';
import type { CslVariable, WorkDetails } from '../../workDetails.ts';
import { arxivYear } from '../listing/publicationYear.ts';
import { isCodeAddress, isPaperAddress, isPaperLabel } from './evidence.ts';
import type { VenueTag } from './venueTag.ts';

/** How a title is marked: what says less needs more evidence that it is one. */
export type TitleForm = 'link' | 'bold' | 'italic' | 'quoted' | 'plain' | 'cell' | 'none';

const maxTitle = 1_000;
const shortestDescription = 40;
const shortestNote = 100;

/** What an entry of a reading list says of one paper, as it is put together. The first value of a kind counts. */
export class ListedPaper {
  title = '';
  form: TitleForm = 'none';
  /** Where the title leads; `''` without a link. */
  titleUrl = '';
  /** Does it lead to a paper? */
  titleLeads = false;
  authors: readonly string[] = [];
  venue = '';
  issued: string | undefined;
  /** What the list says of the paper beside its title. */
  description = '';
  /** A link, a label or an identifier says that this is a paper. */
  hasPaperLink = false;
  /** Links beside the title that only name what is behind them. */
  links = 0;
  readonly #abstract: string[] = [];
  readonly #notes: string[] = [];
  readonly #variables: [CslVariable, string][] = [];
  readonly #keywords: string[] = [];
  #doi: string | undefined;
  #arxiv: string | undefined;
  #url: string | undefined;
  #rank = 0;

  /** A link that belongs to the paper: `label` is its text. */
  link(label: string, url: string): void {
    this.links += 1;
    const leads = isPaperAddress(url);
    if (leads || (isPaperLabel(label) && /^https?:/i.test(url) && !isCodeAddress(url))) this.hasPaperLink = true;
    if (/^doi:/i.test(url)) this.identifier(url);
    this.#address(url, leads ? 4 : isPaperLabel(label) ? 3 : /page|site|主页/i.test(label) ? 2 : 1);
  }

  titleLink(url: string): void {
    this.titleUrl = url;
    this.titleLeads = isPaperAddress(url);
    if (this.titleLeads) this.hasPaperLink = true;
    this.#address(url, !this.titleLeads && isCodeAddress(url) ? 1 : 5);
  }

  /** `arXiv:2401.00001`, `doi:10.1000/xyz` in the text. */
  identifier(text: string): void {
    const found = identifierLine(text);
    if (found?.url !== undefined || found === undefined) return;
    this.hasPaperLink = true;
    this.#identify(found);
  }

  tag({ venue, issued }: VenueTag): void {
    if (venue !== undefined && this.venue === '') this.venue = venue;
    if (issued === undefined) return;
    // A more exact date of the same year is better.
    if (this.issued === undefined || (issued.length > this.issued.length && issued.startsWith(this.issued)))
      this.issued = issued;
  }

  variable(name: CslVariable, value: string | undefined): void {
    if (value !== undefined && value !== '') this.#variables.push([name, value.replace(/\s?[–—-]+\s?/g, '-')]);
  }

  keywords(words: string): void {
    this.#keywords.push(
      ...words
        .split(/[,;]/)
        .map((word) => word.trim().replace(/^#/, ''))
        .filter((word) => word !== ''),
    );
  }

  /** Paragraphs that are an abstract for sure. */
  abstract(text: string): void {
    this.#abstract.push(oneLine(text));
  }

  /** A sentence below the entry that may be the writer's own. */
  note(text: string): void {
    this.#notes.push(oneLine(text));
  }

  get year(): number | undefined {
    if (this.issued !== undefined) return Number(this.issued.slice(0, 4));
    return this.#arxiv === undefined ? undefined : arxivYear(this.#arxiv);
  }

  /** Has it a title that people can read? */
  get isTitled(): boolean {
    return this.title.length <= maxTitle && /\p{L}\P{L}*\p{L}/u.test(this.title);
  }

  build(range: Range, groups: readonly string[] | undefined): PaperRecord {
    const { title, authors, venue, year } = this;
    return {
      title,
      abstract: this.#abstractText(),
      authors,
      year,
      venue: venue === '' ? undefined : venue,
      doi: this.#doi,
      arxiv: this.#arxiv,
      url: this.#url,
      keywords: this.#keywords,
      groups,
      details: this.#details(),
      key: undefined,
      range,
      keyRange: undefined,
    };
  }

  /** What is called an abstract or is written like one; else a note that is alone, else what stands beside the title. */
  #abstractText(): string {
    if (this.#abstract.length > 0) return this.#abstract.join('\n\n');
    const [note = '', second] = this.#notes;
    if (note.length >= shortestNote && second === undefined) return note;
    return this.description.length >= shortestDescription ? oneLine(this.description) : '';
  }

  #details(): WorkDetails | undefined {
    const exact = this.issued !== undefined && this.issued.length > 4 ? { issued: this.issued } : undefined;
    if (exact === undefined && this.#variables.length === 0) return undefined;
    return { variables: { ...exact, ...Object.fromEntries(this.#variables) } };
  }

  #address(url: string, rank: number): void {
    if (!/^https?:\/\/[^\s/]/i.test(url)) return;
    const found = identifiersOfUrl(url);
    if (found.url === undefined) this.#identify(found);
    else if (rank > this.#rank) {
      this.#url = found.url;
      this.#rank = rank;
    }
  }

  #identify({ doi, arxiv }: Identifiers): void {
    this.#doi ??= doi;
    this.#arxiv ??= arxiv?.toLowerCase();
  }
}

/** White space of one line; blank lines part paragraphs. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
