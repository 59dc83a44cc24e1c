import { plainHtml } from './plainHtml.ts';

/** A stretch of text that is set in one way. */
export interface TextRun {
  readonly text: string;
  readonly italic?: true | undefined;
  readonly bold?: true | undefined;
  readonly underlined?: true | undefined;
  readonly smallCaps?: true | undefined;
  readonly raised?: 'super' | 'sub' | undefined;
}

/** A text with the marks that citation styles have. Plain data: what it is drawn with decides how. */
export type FormattedText = readonly TextRun[];

/** The characters alone. */
export function textOf(text: FormattedText): string {
  return text.map((run) => run.text).join('');
}

/**
 * As HTML that is safe wherever HTML may stand between tags: elements without attributes but for small capitals, and all
 * else as text.
 */
export function htmlOf(text: FormattedText): string {
  return text
    .map(({ text: characters, italic, bold, underlined, smallCaps, raised }) => {
      let html = plainHtml(characters);
      if (raised === 'super') html = `<sup>${html}</sup>`;
      if (raised === 'sub') html = `<sub>${html}</sub>`;
      if (smallCaps) html = `<span style="font-variant: small-caps">${html}</span>`;
      if (underlined) html = `<u>${html}</u>`;
      if (bold) html = `<b>${html}</b>`;
      return italic ? `<i>${html}</i>` : html;
    })
    .join('');
}
