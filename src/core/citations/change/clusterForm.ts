import type { TextEdit } from '../../text/position.ts';
import type { CitationCluster } from '../citation.ts';
import type { SyntaxText } from '../citationSyntax.ts';
import type { ClusterForm } from '../citationWriter.ts';
import { rewriting, writtenAs } from './rewriteCluster.ts';
import { holdsOthers } from './syntaxText.ts';

/**
 * The change that has a cluster stand beside the sentence instead of in it, or in it instead. What stands before its first
 * work stands before it in the sentence, too. `undefined` when the syntax cannot say that.
 */
export function toForm(document: SyntaxText, cluster: CitationCluster, form: ClusterForm): TextEdit | undefined {
  if (cluster.kind === form || cluster.listOnly === true || holdsOthers(document, cluster)) return undefined;
  const items = document.syntax.writer(document).items(cluster);
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  const isMoved = form === 'inText' && first.prefix !== '';
  const asked = isMoved ? [{ ...first, prefix: '' }, ...others] : items;
  const clusters = writtenAs(document, asked, form);
  // A link says nothing of how its work stands in the sentence: written anew it would only lose its text.
  if (clusters === undefined || document.syntax.scan(clusters).clusters[0]?.kind !== form) return undefined;
  const written = isMoved ? `${first.prefix} ${clusters}` : clusters;
  return rewriting(document, { range: cluster.range, written, items });
}
