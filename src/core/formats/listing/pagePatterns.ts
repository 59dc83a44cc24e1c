/** Lines of web pages with a name or a number in them: by the words that they begin with, the whole line in lower case. */
const patterns: readonly (readonly [firstWords: string, line: RegExp])[] = [
  ['about a an', /^(?:about )?(?:an?|\d{1,3}) ?(?:second|minute|min|hour|day|week|month|year|[smhdwy]|mo)s? ago$/],
  [
    'upvote upvotes upvoted vote votes like likes comment comments score point points github star stars',
    /^[a-z]+[^\p{L}\p{N}]{0,4}\d[\d.,]{0,9}k?$/u,
  ],
  ['and', /^and \d{1,4} more(?: authors)?$/],
  // A copied page has no space where the next element began: "Submitted byada".
  ['submitted posted shared curated', /^\S+ by.{0,60}$/],
  ['published', /^published by\b.{0,60}$/],
  ['get', /^get .{0,40}\bin your (?:email )?inbox\b.{0,20}$/],
  ['page', /^page \d{1,5}(?: of \d{1,5})?$/],
  [
    'back view show sign log login subscribe follow join',
    /^(?:back to|view all|show all|sign up|log in|login|subscribe to|follow us|join)\b.{0,40}$/,
  ],
  ['models datasets spaces collections', /^\S+ (?:citing|including) this paper\b.{0,10}$/],
  ['powered sort sorted filter filtered', /^(?:powered by|sort(?:ed)? by|sort|filter(?:ed)? by)\b.{0,30}$/],
  ['copyright', /^copyright\b.{0,80}$/],
  // What arXiv prints around an abstract.
  [
    'comments subject subjects journal report msc acm cite',
    /^(?:comments|subjects?|journal[- ]ref(?:erence)?|report number|msc classes|acm classes|cite as)\s*:.{0,90}$/,
  ],
  ['accepted published presented appeared', /^\S+ (?:to|at|in|by|for|as)\b.{0,80}$/],
  ['to', /^to appear (?:to|at|in|by|for|as)\b.{0,80}$/],
  [
    'computer mathematics physics statistics economics quantitative',
    /^(?:computer science|quantitative biology|[a-z]+)\s>\s.{0,60}$/,
  ],
  ['submitted', /^submitted on \d{1,2} [a-z]{3,9} \d{4}\b.{0,80}$/],
  ['replaced revised', /^(?:replaced with )?revised version\b.{0,60}$/],
  // Around the entries of its lists: "Total of 512 entries : 1-50 51-100 …".
  ['total', /^total of \d{1,6} entries\b.{0,80}$/],
  ['showing', /^showing (?:up to \d{1,6} entries per page|new listings for)\b.{0,60}$/],
  ['authors', /^authors and titles for .{0,60}$/],
  ['see', /^see today['’]s new changes$/],
];

/** Counts, dates, page numbers: "42", "1.2k", "+3", "42 upvotes", "3 days ago", "1-50". */
const numbers: readonly RegExp[] = [
  /^\d[\d.,]{0,9}\s?[km]?$/,
  /^\d[\d.,]{0,9}\s?k?\s(?:authors?|upvotes?|votes?|likes?|points?|comments?|replies|views?|stars?|citations?|papers?|results?|models?|followers?|pages?|min read|more)$/,
  /^\d{1,3} ?(?:second|minute|min|hour|day|week|month|year|[smhdwy]|mo)s? ago$/,
  /^\d{1,3} papers? of the (?:day|week|month)$/,
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/,
  /^\d{1,5}\s?[/–-]\s?\d{1,5}$/,
];

/** Lines that begin with a name, told by their ends. */
const ends: readonly (readonly [end: string, line: RegExp])[] = [
  [' community', /^(?:by\s?)?\S.{0,40} and the (?:research )?community$/],
  ['avatar', /^\S{1,40}(?: \S{1,40}){0,2}['’]s avatar$/],
  ['profile picture', /^\S{1,40}(?: \S{1,40}){0,2}['’]s profile picture$/],
  ['logo', /^\S{1,40}(?: \S{1,40}){0,2}['’]s logo$/],
  // "Cross submissions (showing 20 of 20 entries)".
  ['entries )', /^.{0,60}\((?:continued, )?showing (?:first |last )?\d{1,5} of \d{1,5} entries \)$/],
  ['entries)', /^.{0,60}\((?:continued, )?showing (?:first |last )?\d{1,5} of \d{1,5} entries\)$/],
];

const lastCharacters = new Set(ends.map(([end]) => end.charCodeAt(end.length - 1)));

const byFirstWord = new Map<string, RegExp[]>();
for (const [words, line] of patterns) {
  for (const word of words.split(' ')) {
    const lines = byFirstWord.get(word);
    if (lines === undefined) byFirstWord.set(word, [line]);
    else lines.push(line);
  }
}

/** Does a page write such a line? `text` is in lower case, without signs around it. */
export function isPageLine(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return numbers.some((line) => line.test(text)) || hasPageEnd(text);
  const word = /^[a-z]+/.exec(text)?.[0] ?? '';
  if (byFirstWord.get(word)?.some((line) => line.test(text)) === true) return true;
  return (word.startsWith('by') && /^by\s?@?[\w.-]{1,40}$/.test(text)) || hasPageEnd(text);
}

function hasPageEnd(text: string): boolean {
  // Most lines end with another character than all of those.
  return (
    lastCharacters.has(text.charCodeAt(text.length - 1)) &&
    ends.some(([end, line]) => text.endsWith(end) && line.test(text))
  );
}
