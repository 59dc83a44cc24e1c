/** What the writers put into a file of one paper. */
export interface WrittenPaper {
  readonly key: string;
  readonly title: string;
  readonly abstract: string;
  readonly authors: readonly string[];
  readonly year?: number | undefined;
  readonly venue?: string | undefined;
  readonly doi?: string | undefined;
}

/** Writes one file of many papers, as programs export them. For tests and benchmarks: independent of the project's own writers. */
export type WritePapers = (papers: readonly WrittenPaper[]) => string;

/** By format id. All but the listings carry every field: a listing has authors and year in lines of their own, a plain one has neither. */
export const paperWriters: Readonly<Record<string, WritePapers>> = {
  bibtex: (papers) => papers.map(bibtexEntry).join('\n'),
  cslJson: (papers) => JSON.stringify(papers.map(cslItem), undefined, 2),
  cslYaml: (papers) => `references:\n${papers.map(yamlItem).join('')}`,
  ris: (papers) => papers.map(risRecord).join(''),
  nbib: (papers) => papers.map(nbibRecord).join('\n'),
  enw: (papers) => papers.map(enwRecord).join('\n'),
  jsonLines: (papers) => papers.map((paper) => `${JSON.stringify(jsonObject(paper))}\n`).join(''),
  csv: (papers) => ['Title,Authors,Year,Abstract,Journal,DOI\r\n', ...papers.map(csvRow)].join(''),
  arxivAtom: atomFeed,
  markdown: (papers) => `# Reading list\n\n## Everything\n\n${papers.map(markdownItem).join('')}`,
  listing: (papers) => papers.map(listingEntry).join('\n'),
  plainListing: (papers) => papers.map(({ title, abstract }) => `${oneLine(title)}\n\n${abstract}\n`).join('\n'),
};

function bibtexEntry(paper: WrittenPaper): string {
  const { key, title, abstract, authors, year, venue, doi } = paper;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', tex(title)],
    ['author', authors.map(texName).join(' and ')],
    ['abstract', tex(abstract)],
    ['year', year === undefined ? undefined : String(year)],
    ['booktitle', venue === undefined ? undefined : tex(venue)],
    ['doi', doi === undefined ? undefined : tex(doi)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@inproceedings{${key},\n${lines.join(',\n')}\n}\n`;
}

const texSigns: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['`', '\\textasciigrave{}'],
  // BibTeX counts braces behind a backslash, too.
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
]);

function tex(text: string): string {
  return text.replace(/[\\~^&%#_{}$`]|-(?=-)|'(?=')/g, (sign) => {
    if (sign === '-' || sign === "'") return `{${sign}}`;
    return texSigns.get(sign) ?? `\\${sign}`;
  });
}

/** Braces keep an "and" inside a name. */
function texName(author: string): string {
  return / and /i.test(author) ? `{${tex(author)}}` : tex(author);
}

interface Name {
  readonly family: string;
  readonly given: string;
}

/** The last word is the family name: what comes back is joined again. */
function nameOf(author: string): Name {
  const at = author.lastIndexOf(' ');
  return { family: author.slice(at + 1), given: at === -1 ? '' : author.slice(0, at) };
}

function inverted(author: string): string {
  const { family, given } = nameOf(author);
  return given === '' ? family : `${family}, ${given}`;
}

function cslItem({ key, title, abstract, authors, year, venue, doi }: WrittenPaper): object {
  return {
    id: key,
    type: 'paper-conference',
    title: title.replaceAll('<', '&lt;'),
    author: authors.map(nameOf),
    abstract: abstract.replaceAll('<', '&lt;'),
    ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }),
    ...(venue === undefined ? {} : { 'container-title': venue }),
    ...(doi === undefined ? {} : { DOI: doi }),
  };
}

function yamlItem({ key, title, abstract, authors, year, venue, doi }: WrittenPaper): string {
  const names = authors
    .map(nameOf)
    .map(({ family, given }) => `  - family: ${yaml(family)}\n    given: ${yaml(given)}\n`);
  return [
    `- id: ${yaml(key)}\n  type: paper-conference\n  title: ${yaml(title)}\n`,
    `  author:\n${names.join('')}`,
    year === undefined ? '' : `  issued:\n    date-parts:\n    - - ${year}\n`,
    `  abstract: ${yaml(abstract)}\n`,
    venue === undefined ? '' : `  container-title: ${yaml(venue)}\n`,
    doi === undefined ? '' : `  DOI: ${yaml(doi)}\n`,
  ].join('');
}

/** JSON strings are YAML's double-quoted ones. */
function yaml(text: string): string {
  return JSON.stringify(text);
}

function risRecord({ title, abstract, authors, year, venue, doi }: WrittenPaper): string {
  return tagged('  - ', [
    ['TY', 'CONF'],
    ['TI', title],
    ...authors.map((author) => ['AU', inverted(author)] as const),
    ['PY', year],
    ['T2', venue],
    ['DO', doi],
    ['AB', abstract],
    ['ER', ''],
  ]);
}

function nbibRecord({ title, abstract, authors, year, venue, doi }: WrittenPaper): string {
  return tagged('- ', [
    ['PMID', 1],
    ['TI  ', title],
    ...authors.map((author) => ['FAU ', inverted(author)] as const),
    ['DP  ', year],
    ['JT  ', venue],
    ['LID ', doi === undefined ? undefined : `${doi} [doi]`],
    ['AB  ', abstract],
  ]);
}

function enwRecord({ title, abstract, authors, year, venue, doi }: WrittenPaper): string {
  return tagged(' ', [
    ['%0', 'Conference Paper'],
    ['%T', title],
    ...authors.map((author) => ['%A', inverted(author)] as const),
    ['%D', year],
    ['%B', venue],
    ['%R', doi],
    ['%X', abstract],
  ]);
}

function tagged(joint: string, lines: readonly (readonly [tag: string, value: string | number | undefined])[]): string {
  return lines.map(([tag, value]) => (value === undefined ? '' : `${tag}${joint}${oneLine(String(value))}\n`)).join('');
}

function jsonObject({ title, abstract, authors, year, venue, doi }: WrittenPaper): object {
  return { title, abstract, authors, year, venue, doi };
}

function csvRow({ title, authors, year, abstract, venue, doi }: WrittenPaper): string {
  const cells = [title, authors.join('; '), String(year ?? ''), abstract, venue ?? '', doi ?? ''];
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}

function atomFeed(papers: readonly WrittenPaper[]): string {
  const entries = papers.map(({ title, abstract, authors, year = 2024 }, index) =>
    [
      `<entry><id>http://arxiv.org/abs/2401.${String(index % 100_000).padStart(5, '0')}v1</id>`,
      `<title>${xml(title)}</title><summary>${xml(abstract)}</summary><published>${year}-01-01T00:00:00Z</published>`,
      `${authors.map((author) => `<author><name>${xml(author)}</name></author>`).join('')}</entry>\n`,
    ].join('\n'),
  );
  const head = '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${entries.join('')}</feed>\n`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function markdownItem({ title, authors, year, doi }: WrittenPaper, index: number): string {
  const link =
    doi === undefined
      ? `https://arxiv.org/abs/2401.${String(index % 100_000).padStart(5, '0')}`
      : `https://doi.org/${doi}`;
  return `- [${title.replace(/[[\]\\`*_<>$]/g, (sign) => `\\${sign}`)}](<${link}>) - ${authors.join(', ')} (${year ?? 2024})\n`;
}

function listingEntry({ title, abstract, authors, year }: WrittenPaper): string {
  const published = year === undefined ? '' : `Published on Jan 1, ${year}\n`;
  return `${oneLine(title)}\n\nAuthors: ${authors.join(', ')}\n${published}\n${abstract}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
