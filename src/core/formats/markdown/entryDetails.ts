import { readTail } from './entryTail.ts';
import type { InlineText } from './inlineMark.ts';
import type { ListedPaper } from './listedPaper.ts';
import { nameList } from './people.ts';

/** Something that stands below a paper and belongs to it. `abstract` is what is folded away under that name. */
export interface Detail {
  readonly inline: InlineText;
  readonly form: 'item' | 'paragraph' | 'quote' | 'abstract';
}

const abstractLabel =
  /^[\s"“>]*(?:(?:show |the |paper )?abstract|abs\.?|tl;?\s?dr|summary|摘要)\s*(?:[:：.—–-]\s*|\n\s*|$)/i;
const ownLabel =
  /^\s*(?:my |reading |key )?(?:notes?|comments?|thoughts?|takeaways?|questions?|todo|status|rating|why|ideas?|figures?)\s*[:：]/i;
const shortestProse = 60;

/** Does a line announce an abstract? */
export function isAbstractLabel(text: string): boolean {
  return (
    text.length < 60 &&
    /^\W*(?:(?:show |view |click (?:to|for) |see |the |paper )*(?:the )?abstract|tl;?\s?dr|summary|摘要)\W*$/i.test(
      text,
    )
  );
}

/** Puts what stands below a paper into it: an abstract, names, a venue, links, labelled values. */
export function readDetails(details: readonly Detail[], paper: ListedPaper): void {
  let announced = false;
  for (const { inline, form } of details) {
    const text = inline.text.trim();
    const label = abstractLabel.exec(text.slice(0, 60))?.[0];
    const rest = label === undefined ? '' : text.slice(label.length).trim();
    if (label !== undefined && rest === '') announced = true;
    else if (label !== undefined) paper.abstract(rest);
    else if (announced || form === 'abstract') {
      paper.abstract(text);
      announced = announced && form !== 'item';
    } else if (ownLabel.test(text.slice(0, 40))) continue;
    else if (isProse(inline)) {
      if (form === 'item') paper.note(text);
      else paper.abstract(text);
    } else readTail(inline, 0, paper, false);
  }
}

/** Sentences, neither names nor links alone. */
function isProse({ text, marks }: InlineText): boolean {
  if (text.length < shortestProse) return false;
  const linked = marks.reduce((sum, { kind, start, end }) => (kind === 'link' ? sum + end - start : sum), 0);
  const words = text.slice(0, 1_000).split(/\s+/);
  const small = words.filter((word) => /^[\p{Ll}]{2,}[,.;:]?$/u.test(word)).length;
  const cased = /\p{Lo}{10}/u.test(text) || small * 5 >= words.length * 2;
  return linked * 2 < text.length && cased && nameList(text.slice(0, 4_000)) === undefined;
}
