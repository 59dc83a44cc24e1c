import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster, OffsetRange } from '../citation.ts';
import type { SyntaxText } from '../citationSyntax.ts';
import { locatorSuffix } from '../write/locatorSuffix.ts';
import { isSameCommand, rewriting, writtenAs } from './rewriteCluster.ts';
import { holdsOthers } from './syntaxText.ts';

/** A change with a page number in it that is to be typed. */
export interface LocatorPlace {
  readonly edit: TextEdit;
  /** Where in the text of the edit the number stands. */
  readonly number: OffsetRange;
}

/** A number that nobody writes, in whose place one types. */
const stand = '7707077';

/**
 * The change that gives the item `index` of a cluster a page. `undefined` where something is said behind it already, and
 * where the syntax cannot say it.
 */
export function locatorPlace(document: SyntaxText, cluster: CitationCluster, index: number): LocatorPlace | undefined {
  if (cluster.listOnly === true || holdsOthers(document, cluster)) return undefined;
  const items = document.syntax.writer(document).items(cluster);
  const suffix = locatorSuffix(stand, document.syntax.id);
  const asked = items.map((item, at) => (at === index ? Object.assign({}, item, { suffix }) : item));
  if (items[index]?.suffix !== '') return undefined;
  const written = writtenAs(document, asked, cluster.kind);
  if (written === undefined || !isSameCommand(document, cluster, written)) return undefined;
  const edit = rewriting(document, { range: cluster.range, written, items: asked });
  const start = edit?.text.indexOf(stand) ?? -1;
  if (edit === undefined || start === -1 || start !== edit.text.lastIndexOf(stand)) return undefined;
  return { edit, number: { start, end: start + stand.length } };
}
