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

/** Menus are copied as one line of such words: "Models Datasets Spaces Docs", "1 2 3 … Next". */
const menuWords = new Set([...phrases].flatMap((phrase) => phrase.split(' ')));

const patterns: readonly RegExp[] = [
  /^\d{4}年\d{1,2}月(?:\d{1,2}日)?$/,
  /^(?:about )?(?:an?|\d{1,3}) ?(?:second|minute|min|hour|day|week|month|year|[smhdwy]|mo)s? ago$/i,
  // Counts: "42", "1.2k", "+3", "42 upvotes", "· 12 authors", "Upvote 7", "3 comments".
  /^\d[\d.,]{0,9}\s?[km]?$/i,
  /^\d[\d.,]{0,9}\s?k?\s(?:authors?|upvotes?|votes?|likes?|points?|comments?|replies|views?|stars?|citations?|papers?|results?|models?|followers?|pages?|min read|more)$/i,
  /^(?:upvotes?|upvoted|votes?|likes?|comments?|score|points?|github|stars?)[^\p{L}\p{N}]{0,4}\d[\d.,]{0,9}k?$/iu,
  /^and \d{1,4} more(?: authors)?$/i,
  // A copied page has no space where the next element began: "Submitted byada".
  /^(?:submitted|posted|shared|curated) by.{0,60}$/i,
  /^published by\b.{0,60}$/i,
  /^by\s?@?[\w.-]{1,40}$/i,
  /^(?:by\s?)?\S.{0,40} and the (?:research )?community$/i,
  /^\S{1,40}(?: \S{1,40}){0,2}['’]s (?:avatar|profile picture)$/i,
  /^get .{0,40}\bin your (?:email )?inbox\b.{0,20}$/i,
  /^(?:page \d{1,5}(?: of \d{1,5})?|\d{1,5}\s?[/–-]\s?\d{1,5})$/i,
  /^(?:back to|view all|show all|sign up|log in|login|subscribe to|follow us|join)\b.{0,40}$/i,
  /^(?:models|datasets|spaces|collections) (?:citing|including) this paper\b.{0,10}$/i,
  /^(?:powered by|sort(?:ed)? by|sort|filter(?:ed)? by)\b.{0,30}$/i,
  /^copyright\b.{0,80}$/i,
  // What arXiv prints around an abstract.
  /^(?:comments|subjects?|journal[- ]ref(?:erence)?|report number|msc classes|acm classes|cite as)\s*:.{0,90}$/i,
  /^(?:accepted|to appear|published|presented|appeared) (?:to|at|in|by|for|as)\b.{0,80}$/i,
  /^[a-z-]{2,8}\.[A-Z]{2}(?:[,;\s]+[a-z-]{2,8}\.[A-Z]{2}){0,9}$/,
  /^(?:computer science|mathematics|physics|statistics|economics|quantitative biology)\s>\s.{0,60}$/i,
];

const month =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.?$/;
const weekday = /^(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?\.?$/;
const dateFiller =
  /^(?:\d{1,2}(?:st|nd|rd|th)?\.?|\d{4}|\d{1,2}:\d{2}(?:am|pm)?|am|pm|utc|on|of|at|to|from|week|published|submitted|posted|updated|released)$/;

/** "Oct 1", "Wednesday, 1 October 2025", "Published on Sep 30", "Week of Oct 1", "Sep 29 – Oct 5". */
function isDate(text: string): boolean {
  const words = text.toLowerCase().split(/[\s,–-]+/);
  const named = words.filter((word) => month.test(word) || weekday.test(word)).length;
  if (named === 0) return /^week \d{1,2}$/i.test(text);
  return words.length <= 10 && words.every((word) => month.test(word) || weekday.test(word) || dateFiller.test(word));
}

/** Is `text` (one line of at most a hundred characters) surely not a paper's? Signs around it do not count. */
export function isPageText(text: string): boolean {
  if (text.startsWith('©')) return true;
  const parts = text.split(/\s*[·•|]\s*/).map(withoutSigns);
  return parts.every((part) => part === '' || isPagePhrase(part));
}

function isPagePhrase(text: string): boolean {
  return phrases.has(text.toLowerCase()) || isDate(text) || patterns.some((pattern) => pattern.test(text));
}

function withoutSigns(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N})]+$|(?<=\d)\)$/u, '');
}

/** Two or more words of menus, and nothing else but numbers and signs. */
export function isMenu(text: string): boolean {
  const words = text
    .toLowerCase()
    .split(/[\s|·•]+/)
    .filter((word) => /\p{L}/u.test(word));
  return words.length >= 2 && words.every((word) => menuWords.has(word));
}
