import { packScan, type PackedScan } from '../../core/citations/packedScan.ts';
import { syntaxOfText, type DocumentText } from '../../core/citations/syntaxes.ts';

/** All citations of a document, ready to be handed over. `undefined` of one that cites nothing by its language. Linear. */
export function scanPacked(document: DocumentText): PackedScan | undefined {
  const syntax = syntaxOfText(document);
  return syntax && packScan(syntax.scan(document.text));
}
