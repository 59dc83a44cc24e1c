import { plainItem } from '../../../core/citations/citationWriter.ts';
import { locatorSuffix } from '../../../core/citations/write/locatorSuffix.ts';
import { plainMessage, said, type PlainText } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import type { ScannedDocument } from '../../documentCitations.ts';
import { askText } from '../../ui/inputs.ts';
import type { CitedPaper } from './prepareCitations.ts';

/** Asks for the place in each paper, one after the other; blank for none. `undefined` when the user leaves. */
export async function askLocators(
  papers: readonly PaperDetails[],
  scanned: ScannedDocument,
): Promise<readonly CitedPaper[] | undefined> {
  const cited: CitedPaper[] = [];
  for (const paper of papers) {
    const typed = await askText({
      title: papers.length === 1 ? said`Locator` : said`Locator (${cited.length + 1} of ${papers.length})`,
      prompt: said`Where in “${plainMessage(paper.title)}”? Pages such as 3 or 3-5, or chap. 2; empty for none`,
      ignoreFocusOut: true,
      validate: (text) => whyNot(text, scanned),
    });
    if (typed === undefined) return undefined;
    cited.push({ paper, suffix: locatorSuffix(typed, scanned.syntax.id) });
  }
  return cited;
}

/** Whether the language of the document can say it. */
function whyNot(typed: string, scanned: ScannedDocument): PlainText | undefined {
  const item = { ...plainItem('key'), suffix: locatorSuffix(typed, scanned.syntax.id) };
  const isWritable = scanned.syntax.writer(scanned).cluster([item], 'bracketed') !== undefined;
  return isWritable
    ? undefined
    : said`This would end the citation too early: leave out brackets, quotes and signs of markup.`;
}
