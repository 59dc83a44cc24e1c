import type { MarkdownIt, StateInline } from 'markdown-it';
import type { CitationCluster } from '../citations/citation.ts';
import { sentenceEndsAt } from '../citations/pandoc/citationNotes.ts';
import { syntaxOfText } from '../citations/syntaxes.ts';
import type { CitationSyntax } from '../citations/citationSyntax.ts';
import { setCitationMeta, tokenTypes } from './citationToken.ts';

/** How the text that is read cites. */
interface Dialect {
  readonly syntax: CitationSyntax;
  /** Labels of numbered examples (`(@label)`), to which `@label` refers. */
  readonly labels: ReadonlySet<string>;
}

const mayCite = /@|\{cite/;
const exampleLabel = /^[ \t>]*(?:\([ \t]*)@([\p{L}\p{N}_-]+)\)/gmu;
/** Links of wikis are links in the preview, too. */
const wikiLink = '[[';

/**
 * Teaches markdown-it citations: each becomes a token of its own, where the scanner of the document's syntax finds one in
 * a paragraph. Code, math, links and HTML are left alone, as the scanner does. Linear.
 */
export function addCitationRule(md: MarkdownIt): void {
  const dialects = new WeakMap<object, Dialect>();
  const scanned = new WeakMap<StateInline, ReadonlyMap<number, CitationCluster>>();

  md.core.ruler.before('inline', 'paperside_dialect', (state) => {
    const syntax = mayCite.test(state.src)
      ? syntaxOfText({ path: '', languageId: 'markdown', text: state.src })
      : undefined;
    if (syntax === undefined) return;
    const labels = new Set([...state.src.matchAll(exampleLabel)].map(([, label = '']) => label));
    dialects.set(state.env, { syntax, labels });
  });

  const clusterAt = (state: StateInline): CitationCluster | undefined => {
    const dialect = dialects.get(state.env);
    if (dialect === undefined) return undefined;
    let clusters = scanned.get(state);
    if (clusters === undefined) {
      clusters = mayCite.test(state.src) ? clustersIn(state.src, dialect) : new Map();
      scanned.set(state, clusters);
    }
    return clusters.get(state.pos);
  };

  md.inline.ruler.before('link', tokenTypes.citation, (state, silent) => {
    const cluster = clusterAt(state);
    if (cluster === undefined || cluster.range.end > state.posMax) return false;
    const end = silent ? cluster.range.end : pushCitation(state, cluster);
    state.pos = end;
    return true;
  });
}

/** By their beginnings. Of clusters in one another the outer one is shown. */
function clustersIn(text: string, { syntax, labels }: Dialect): ReadonlyMap<number, CitationCluster> {
  const found = new Map<number, CitationCluster>();
  for (const cluster of syntax.scan(text).clusters) {
    const refersToExample = cluster.kind === 'inText' && labels.has(cluster.items[0]?.key ?? '');
    const isWikiLink = syntax.id === 'wiki' && text.startsWith(wikiLink, cluster.range.start);
    if (cluster.listOnly !== true && !refersToExample && !isWikiLink) found.set(cluster.range.start, cluster);
  }
  return found;
}

/** Returns where the text goes on. */
function pushCitation(state: StateInline, { kind, range, items }: CitationCluster): number {
  const after = kind === 'inText' ? '' : (/^[.,;:!?]/.exec(state.src.slice(range.end, range.end + 1))?.[0] ?? '');
  const before = /[ \t]+$/.exec(state.pending.slice(-20))?.[0] ?? '';
  state.pending = state.pending.slice(0, state.pending.length - before.length);
  const token = state.push(tokenTypes.citation, '', 0);
  const source = state.src.slice(range.start, range.end);
  token.content = source;
  setCitationMeta(token, {
    cluster: {
      inText: kind === 'inText',
      items: items.map(({ key, prefix, suffix, suppressAuthor }) => ({ key, prefix, suffix, suppressAuthor })),
    },
    source,
    isCrossReference: items.every(({ crossReference }) => crossReference),
    isInLink: state.linkLevel > 0,
    before,
    after,
    opensParagraph: state.src.slice(0, range.start).trim() === '',
    endsSentence: sentenceEndsAt(state.src, range.end),
    draft: undefined,
    index: -1,
    note: undefined,
    place: undefined,
  });
  return range.end + after.length;
}
