import { htmlOf, type FormattedText } from '../csl/formattedText.ts';
import { plainHtml } from '../csl/plainHtml.ts';

const address = /https?:\/\/[^\s\p{Cc}<>"'[\]{}|\\^`]{4,2000}/gu;

/** As HTML in which addresses on the web are links; safe wherever HTML may stand between tags. Linear. */
export function linkedHtml(text: FormattedText): string {
  return text
    .map((run) => {
      let html = '';
      let at = 0;
      for (const { index, 0: found } of run.text.matchAll(address)) {
        const url = found.replace(/[.,;:!?)]+$/, '');
        html += htmlOf([{ ...run, text: run.text.slice(at, index) }]);
        html += `<a href="${plainHtml(url)}">${htmlOf([{ ...run, text: url }])}</a>`;
        at = index + url.length;
      }
      return html + htmlOf([{ ...run, text: run.text.slice(at) }]);
    })
    .join('')
    .replaceAll('\n', '<br>');
}
