import { isPageLine } from './pagePatterns.ts';

/**
 * Words that stand around papers on web pages. Whole lines only, lower case. A title may be one of them all the same:
 * then the lines around decide (see `assignRoles`).
 */
const phrases = new Set(
  `new|trending|hot|latest|popular|best|today|yesterday|just now|this week|this month|daily|weekly|monthly|subscribe|unsubscribe|follow|following
  |papers|daily papers|trending papers|weekly papers|top papers|paper|articles|models|datasets|spaces|collections|community|docs|pricing|blog|about|about us|help|help center|faq|home|menu|search|filter|sort
  |log in|login|sign in|sign up|sign out|logout|log in or sign up|register|settings|profile|share|save|like|likes|upvote|upvoted|upvotes|most upvoted|downvote|vote|votes|comment|comments|no comments|reply|report
  |submitted by|posted by|published|published on|submitted|submit|submit paper|authors|author|et al|abstract|summary|ai-generated summary|tl;dr|tldr|introduction|discussion|organization
  |view pdf|pdf|html|html (experimental)|view arxiv page|arxiv|arxiv page|paper page|project page|project|github|code|demo|video|slides|poster|view all|view all papers|show all|show more|show less|load more|read more|read paper|read full paper|full text|see more|more|less|expand|collapse
  |previous|previous page|prev|next|next page|older|newer|back|back to top|back to articles|back to papers|top|bottom|skip to content|skip to main content|add to collection|add to library|bookmark|bookmarks|cite|export citation|bibtex|tex source|other formats|copy link|open|close|cancel|edit|delete|ok
  |terms|tos|privacy|terms of service|privacy policy|cookies|cookie settings|accept cookies|contact|contact us|copyright|all rights reserved|newsletter|rss|feed|company|website|organization card|solutions|enterprise|careers|jobs|report issue
  |system theme|dark mode|light mode|toggle navigation|open menu|language|english|hugging face|view paper|account|learn more|advertisement|sponsored|join the discussion|join the community`
    .split('|')
    .map((phrase) => phrase.trim()),
);

/** Of arXiv's pages, beside those above. Not for menus: too many of their words are titles' words, too. */
const arxivPhrases = new Set(
  `full-text links|access paper|view license|submission history|references & citations|nasa ads|google scholar|semantic scholar|export bibtex citation
  |change to browse by|current browse context|focus to learn more|title|subjects|categories|cross-lists|cross submissions|new submissions|replacements|replacement submissions
  |authors and titles|submissions to|advanced search|arxiv operational status|web accessibility assistance|cornell university|all fields`
    .split('|')
    .map((phrase) => phrase.trim()),
);
const allPhrases = new Set([...phrases, ...arxivPhrases]);
const longestPhrase = Math.max(...[...allPhrases].map(({ length }) => length));

/** Menus are copied as one line of such words: "Models Datasets Spaces Docs", "1 2 3 … Next". */
const menuWords = new Set([...phrases].flatMap((phrase) => phrase.split(' ')));

/** Archives of arXiv: "cs.CL, cs.AI". */
const archives = /^[a-z-]{2,8}\.[A-Z]{2}(?:[,;\s]+[a-z-]{2,8}\.[A-Z]{2}){0,9}$/;

const months =
  'jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov november dec december';
const weekdays = 'mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday';
const namedDates = new Set(`${months} ${weekdays}`.split(' '));
const dateFillers = new Set('am pm utc on of at to from week published submitted posted updated released'.split(' '));
const dateBeginning = new RegExp(`^(?:\\d|${[...namedDates, ...dateFillers].join('|')})`);
const dateNumber = /^(?:\d{1,2}(?:st|nd|rd|th)?\.?|\d{4}|\d{1,2}:\d{2}(?:am|pm)?)$/;
const longestDateWord = 10;

/** "Oct 1", "Wednesday, 1 October 2025", "Published on Sep 30", "Week of Oct 1", "Sep 29 – Oct 5"; in lower case. */
function isDate(text: string): boolean {
  // Most lines begin with another word: one pattern tells that without a copy of the word.
  if (!dateBeginning.test(text) || !isDateWord(/^[^\s,–-]{0,11}/.exec(text)?.[0] ?? '')) return false;
  const words = text.split(/[\s,–-]+/);
  if (words.length > 10 || !words.every((word) => isDateWord(word))) return false;
  return words.some((word) => isNamedDate(word)) || /^week \d{1,2}$/.test(text);
}

function isDateWord(word: string): boolean {
  if (word.length > longestDateWord) return false;
  return isNamedDate(word) || dateFillers.has(word) || dateNumber.test(word);
}

function isNamedDate(word: string): boolean {
  return namedDates.has(word.endsWith('.') ? word.slice(0, -1) : word);
}

/** Is `text` (one line of at most a hundred characters) surely not a paper's? Signs around it do not count. */
export function isPageText(text: string): boolean {
  if (text.startsWith('©')) return true;
  if (isPagePart(withoutSigns(text))) return true;
  if (!/[·•|]/.test(text)) return false;
  return text.split(/\s*[·•|]\s*/).every((part) => isPagePart(withoutSigns(part)));
}

function isPagePart(text: string): boolean {
  if (text === '') return true;
  const lower = text.toLowerCase();
  if (text.length <= longestPhrase && allPhrases.has(lower)) return true;
  return isPageLine(lower) || isDate(lower) || (text.includes('.') && archives.test(text));
}

function withoutSigns(text: string): string {
  if (isLetterOrDigit(text.charCodeAt(0)) && isLetterOrDigit(text.charCodeAt(text.length - 1))) return text;
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N})]+$|(?<=\d)\)$/u, '');
}

/** Of ASCII. */
function isLetterOrDigit(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

/** Two or more words of menus, and nothing else but numbers and signs. */
export function isMenu(text: string): boolean {
  const first = /^[A-Za-z]+(?=[\s|·•])/.exec(text)?.[0];
  if (first !== undefined && !menuWords.has(first.toLowerCase())) return false;
  const words = text
    .toLowerCase()
    .split(/[\s|·•]+/)
    .filter((word) => /\p{L}/u.test(word));
  return words.length >= 2 && words.every((word) => menuWords.has(word));
}
