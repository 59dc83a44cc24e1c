import type { Paper } from '../paper.ts';

/** What a query names outright. */
export interface NamedPapers {
  /** Keys of the papers it names. */
  readonly keys: readonly string[];
  /** Whether the query is an identifier or an address and nothing else: then its words are not to be searched. */
  readonly only: boolean;
}

const doiPattern = /10\.\d{4,9}\/[^\s"<>]+/i;
/** The DOI that arXiv gives a paper has its id behind a full stop: `10.48550/arXiv.2401.00001`. */
const newArxiv = /(?:(?<![\d.])|(?<=arxiv\.))\d{4}\.\d{4,5}(?!\d|\.\d)/i;
const oldArxiv = /([a-z-]{2,20})(?:\.[a-z]{2})?\/(\d{7})(?!\d)/i;
/** What addresses and sentences put behind a DOI. */
const behindDoi = /(?:[?#&].*|[.,;:!?'")\]}>]+|\/(?:pdf|epdf|full|abs|abstract|html|meta|summary)\/?|\.(?:pdf|html?))$/;
const maxPartial = 50;
/** Longer ones are no addresses. */
const maxUrl = 2000;

/**
 * Finds papers by key, alias, DOI, arXiv id or address, whole or (DOI, arXiv id) by their beginning, in a query as
 * pasted: `@key`, `https://doi.org/10.1000/xyz`, `arXiv:2401.00001v2`, a page's address that holds one of them.
 */
export class IdentifierLookup {
  readonly #keys = new Postings();
  readonly #dois = new Postings();
  readonly #arxivs = new Postings();
  readonly #urls = new Postings();

  add(id: string, paper: Paper): void {
    this.#visit(paper, (postings, name) => postings.add(name, id));
  }

  remove(id: string, paper: Paper): void {
    this.#visit(paper, (postings, name) => postings.remove(name, id));
  }

  find(query: string): NamedPapers {
    const text = query.trim();
    const oneWord = !/\s/.test(text);
    const byKey = this.#keys.get(text.replace(/^\[?@\{?/, '').replace(/[}\]]+$/, ''));
    const doi = doiPattern.exec(text)?.[0];
    const arxiv = arxivIn(text);
    const isUrl = /^https?:\/\//i.test(text);
    const named = [
      ...(doi === undefined ? [] : this.#byDoi(doi)),
      ...arxiv.flatMap((name) => this.#arxivs.get(name)),
      ...(isUrl ? this.#urls.get(plainUrl(text)) : []),
    ];
    const partial = named.length === 0 && oneWord ? this.#byBeginning(text.toLowerCase()) : [];
    const keys = [...new Set([...byKey, ...named, ...partial])];
    const isIdentifier = isUrl || doi !== undefined || arxiv.length > 0 || partial.length > 0;
    return { keys, only: oneWord && isIdentifier };
  }

  #visit(paper: Paper, visit: (postings: Postings, name: string) => void): void {
    for (const key of [paper.key, ...paper.aliases]) visit(this.#keys, key);
    if (paper.doi !== undefined) visit(this.#dois, paper.doi.toLowerCase());
    if (paper.arxiv !== undefined) visit(this.#arxivs, plainArxiv(paper.arxiv));
    if (paper.url !== undefined) visit(this.#urls, plainUrl(paper.url));
  }

  #byDoi(found: string): readonly string[] {
    const doi = found.toLowerCase().replaceAll('%2f', '/');
    const whole = this.#dois.get(doi);
    return whole.length > 0 ? whole : this.#dois.get(doi.replace(behindDoi, ''));
  }

  #byBeginning(text: string): readonly string[] {
    if (/^10\.\d{4,9}\//.test(text)) return this.#dois.startingWith(text);
    return /^\d{4}\.\d{1,5}$/.test(text) ? this.#arxivs.startingWith(text) : [];
  }
}

function arxivIn(text: string): readonly string[] {
  const modern = newArxiv.exec(text)?.[0];
  if (modern !== undefined) return [modern];
  const [, archive, number] = oldArxiv.exec(text) ?? [];
  return archive === undefined || number === undefined ? [] : [`${archive.toLowerCase()}/${number}`];
}

/** Old ids without their subject class: `math.GT/0309136` is `math/0309136`. */
function plainArxiv(id: string): string {
  return id.toLowerCase().replace(/\.[a-z]{2}\//, '/');
}

function plainUrl(url: string): string {
  return url
    .slice(0, maxUrl)
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/+$/, '');
}

/** Names and the papers that have them: nearly always one, therefore a bare key. */
class Postings {
  readonly #ids = new Map<string, string | Set<string>>();

  add(name: string, id: string): void {
    const old = this.#ids.get(name);
    if (old === undefined) this.#ids.set(name, id);
    else if (typeof old === 'string') this.#ids.set(name, new Set([old, id]));
    else old.add(id);
  }

  remove(name: string, id: string): void {
    const old = this.#ids.get(name);
    if (old === id) this.#ids.delete(name);
    else if (old instanceof Set) old.delete(id);
  }

  get(name: string): readonly string[] {
    const ids = this.#ids.get(name);
    if (ids === undefined) return [];
    return typeof ids === 'string' ? [ids] : [...ids];
  }

  startingWith(beginning: string): readonly string[] {
    const names = [...this.#ids.keys()].filter((name) => name.startsWith(beginning));
    return names
      .sort()
      .slice(0, maxPartial)
      .flatMap((name) => this.get(name));
  }
}
