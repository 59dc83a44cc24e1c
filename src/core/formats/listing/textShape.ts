/** What the look of a text says of its being a title or prose. */
export interface TextShape {
  /** In Latin letters: a CJK character says as much as two and a half. */
  readonly length: number;
  /** Of the beginning only; at least four where there are more. */
  readonly words: number;
  /** Ends of sentences inside the text, at most `manyBreaks`. */
  readonly breaks: number;
  /** Ends like a sentence. */
  readonly stops: boolean;
  /** Ends with a question or exclamation mark, which titles do more often. */
  readonly asks: boolean;
  /** Begins as abstracts and their last paragraphs do. */
  readonly opens: boolean;
  readonly hasUrl: boolean;
}

/** Longer texts are judged by their beginning and end: time stays linear with small constants. */
const judged = 1_500;
const judgedForWords = 150;
/** Longer texts are no titles, whatever they are written in. */
const surelyLong = 300;
/** More words than these say nothing more. */
const neededWords = 4;
const manyWords = /^(?:\S*\s+){3}/;
/** Further ends of sentences say nothing more. */
const manyBreaks = 3;

const openers =
  /^(?:abstract[.:—–-]|we |in this (?:paper|work|article|study|report|thesis)|this (?:paper|work|article|study|report|thesis) |here,? we |our |(?:source )?codes?(?: and \w{2,12})?(?: (?:is|are|will|can|has|have) |\s?:)|(?:project page|project website|videos?|demos?) (?:is|are) |the (?:code|source code|data|dataset|project page) )/i;
const hasWide = /[\u1100-\uFFFF]/;
const wideCharacters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const wideBreaks = /[。！？](?=[^\s。！？"”』」)])/gu;
const breaks = /[.!?][\])"'”’]?\s+(?=[\p{Lu}\p{N}$("“'‘[\\])/uy;
const abbreviation = /(?:^|[\s(])(?:et al|e\.g|i\.e|vs|cf|fig|no|vol|dr|st|mr|mrs|ms|jr|approx|resp|[A-Z])$/i;

/** Looks at one text. */
export function shapeOf(text: string): TextShape {
  const head = text.slice(0, judged);
  const tail = text.slice(-8);
  const fewWords = !manyWords.test(head.slice(0, judgedForWords));
  const latinBreaks = countBreaks(head);
  // Of a long text with several sentences, wide characters change nothing that counts.
  const settled = text.length >= surelyLong && latinBreaks === manyBreaks && !fewWords;
  const wide = !settled && hasWide.test(head) ? (head.match(wideCharacters)?.length ?? 0) : 0;
  const words = fewWords ? head.slice(0, judgedForWords).split(/\s+/).length : neededWords;
  return {
    length: text.length + wide * 1.5,
    words: words + wide / 2,
    breaks: Math.min(manyBreaks, latinBreaks + (wide > 0 ? (head.match(wideBreaks)?.length ?? 0) : 0)),
    ...endOf(tail),
    opens: openers.test(head),
    hasUrl: head.includes('://') && /https?:\/\//i.test(head),
  };
}

function endOf(tail: string): Pick<TextShape, 'stops' | 'asks'> {
  if (tail.endsWith('.')) return { stops: true, asks: false };
  if (/[A-Za-z\d]$/.test(tail)) return { stops: false, asks: false };
  return {
    stops: /[.。…][\])"'”’»]*$/u.test(tail) || /[.!?]['"”]?\s*\p{Extended_Pictographic}$/u.test(tail),
    asks: /[!?！？][\])"'”’»]*$/u.test(tail),
  };
}

/** Is it so long, of so many sentences, that nothing else counts? */
export function isProse(text: string): boolean {
  return text.length >= surelyLong && countBreaks(text.slice(0, judged)) === manyBreaks;
}

/** A full stop, question or exclamation mark, then a space and something that can begin a sentence. */
function countBreaks(text: string): number {
  let count = 0;
  for (const sign of ['.', '?', '!']) {
    if (count === manyBreaks) return count;
    for (let at = text.indexOf(sign); at !== -1 && count < manyBreaks; at = text.indexOf(sign, at + 1)) {
      breaks.lastIndex = at;
      if (breaks.test(text) && !abbreviation.test(text.slice(Math.max(0, at - 8), at))) count += 1;
    }
  }
  return count;
}
