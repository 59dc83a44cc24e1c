import * as vscode from 'vscode';
import { plainItem } from '../../../core/citations/citationWriter.ts';
import { pandocSyntax } from '../../../core/citations/pandoc/pandocSyntax.ts';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { ExpectedError } from '../../guard.ts';
import type { Services } from '../../services.ts';
import { askedNames } from '../../ui/askedPapers.ts';
import { showStatus } from '../../ui/messages.ts';

const shownMilliseconds = 3_000;
const options = { title: 'Copy as Citation', many: true, rows: 'papers' } as const;

/** Copies papers as one citation, as the document that is being written has it; as Pandoc's Markdown without one. */
export async function copyCitation(services: Services, args: readonly unknown[]): Promise<void> {
  const cited = citedKeys(args);
  const keys = cited.length > 0 ? cited : (await askedNames(services, args, options)).map(({ key }) => key);
  if (keys.length === 0) return;
  const document = services.lastEditor.current?.document;
  const scanned = document && (await services.citations.of(document));
  const { syntax } = scanned ?? { syntax: pandocSyntax };
  const writer = syntax.writer(scanned ?? { text: '', scan: pandocSyntax.scan('') });
  const text = writer.cluster(keys.map(plainItem), 'bracketed');
  if (text === undefined) {
    throw new ExpectedError(
      'These papers have a key that no citation can name in this document: copy the keys instead.',
    );
  }
  await vscode.env.clipboard.writeText(text);
  showStatus(said`$(copy) ${plainMessage(text)}`, shownMilliseconds);
}

/** Of rows of the view the keys as the document cites them, unknown ones, too. */
function citedKeys([first, selected]: readonly unknown[]): readonly string[] {
  const rows: readonly unknown[] = Array.isArray(selected) && selected.length > 0 ? selected : [first];
  return rows.flatMap((row) => {
    if (typeof row !== 'object' || row === null || !('reference' in row)) return [];
    const { reference } = row;
    const isRow = typeof reference === 'object' && reference !== null && 'cited' in reference;
    return isRow && typeof reference.cited === 'string' ? [reference.cited] : [];
  });
}
