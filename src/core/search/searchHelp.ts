/** One line of the explanation of what can be asked. */
export interface SearchHelp {
  /** A query that works as it stands. */
  readonly example: string;
  readonly meaning: string;
}

/** What can be asked besides words, for people. A test asks each example. */
export const searchHelp: readonly SearchHelp[] = [
  { example: '"exact phrase"', meaning: 'words that stand together in the title, abstract or your note' },
  { example: '-word', meaning: 'leaves out papers with that word; works with phrases and filters, too' },
  { example: 'author:zettlemoyer', meaning: 'an author; in quotes for several words: author:"van der berg"' },
  { example: 'year:2024', meaning: 'a year, or years: year:2022-2024, year:2020-, year:-2015' },
  { example: 'title:attention', meaning: 'a word of the title' },
  { example: 'abstract:robot', meaning: 'a word of the abstract' },
  { example: 'venue:acl', meaning: 'a journal, a conference, a publisher' },
  { example: 'keyword:safety', meaning: 'a keyword' },
  { example: 'theme:safety', meaning: 'a theme of the library' },
  { example: 'key:vaswani', meaning: 'a citation key or its beginning' },
  { example: 'note:disagree', meaning: 'a word of your note about the paper' },
  { example: 'has:note', meaning: 'papers with a note of yours; also has:abstract, has:doi' },
  { example: 'is:cited', meaning: 'papers cited in the document you write; also is:recent' },
  { example: 'is:unread', meaning: 'papers that you never opened; also is:reading, is:read' },
  { example: 'is:selected', meaning: 'papers that you filtered the tree to on the theme map' },
];
