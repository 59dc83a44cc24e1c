import type { ReaderPaper } from '../../protocol/readerMessages.ts';
import { displayText, hostOf } from '../displayText.ts';
import { button, element } from '../dom.ts';
import type { ReaderAction } from '../readerState.ts';

/** Where the paper is, each with what it is and whose: nobody follows a link without knowing where it goes. */
export function drawLinks(
  links: ReaderPaper['links'],
  dispatch: (action: ReaderAction) => void,
): readonly HTMLElement[] {
  return links.flatMap((link, index) => {
    const host = hostOf(link.url);
    if (host === undefined) return [];
    const label = displayText(link.label).trim();
    const text = label === '' || label === host ? host : `${label} · ${host}`;
    const look = { text, id: `link-${index}`, kind: 'link', title: `Open in the browser: ${displayText(link.url)}` };
    return [
      element(
        'li',
        {},
        button(look, () => dispatch({ type: 'askAt', what: 'openLink', index })),
      ),
    ];
  });
}
