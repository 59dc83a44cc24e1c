import type { MarkdownIt, Token } from 'markdown-it';
import { citationHtml } from './citationHtml.ts';
import { addCitationRule } from './citationRule.ts';
import { citationMetaOf, draftOf, tokenTypes, type DraftCitations } from './citationToken.ts';
import { countFootnotes } from './footnoteNumbers.ts';
import { addNumberRule } from './numberRule.ts';
import type { PreviewAnswer, PreviewPort } from './previewAnswer.ts';
import { addReferencesRule } from './referencesRule.ts';
import { notesHtml, referencesHtml } from './referencesHtml.ts';

/**
 * Teaches the markdown-it of VS Code's preview to show citations, notes and the reference list as `port` has them. VS Code
 * keeps the tokens of a document and tells its name only to what draws them: so answers are asked for while drawing, once
 * for each drawing.
 */
export function extendPreview(md: MarkdownIt, port: PreviewPort): MarkdownIt {
  addCitationRule(md);
  addReferencesRule(md);
  addNumberRule(md);
  const answers = new WeakMap<object, Map<DraftCitations, PreviewAnswer | undefined>>();
  const answerOf = (environment: unknown, draft: DraftCitations): PreviewAnswer | undefined => {
    const drawing = typeof environment === 'object' && environment !== null ? environment : {};
    const known = answers.get(drawing) ?? new Map<DraftCitations, PreviewAnswer | undefined>();
    answers.set(drawing, known);
    if (!known.has(draft)) known.set(draft, withoutList(port.answer(documentOf(drawing), draft.clusters), draft));
    return known.get(draft);
  };
  const isInNotes = (environment: unknown, draft: DraftCitations): boolean =>
    answerOf(environment, draft)?.inNotes === true;
  md.core.ruler.push('paperside_footnotes', () => countFootnotes(md, isInNotes));
  md.renderer.rules[tokenTypes.citation] = (tokens, index, _options, environment) => {
    const meta = citationMetaOf(tokens[index]);
    if (meta?.draft === undefined) return md.utils.escapeHtml(tokens[index]?.content ?? '');
    return citationHtml(meta, answerOf(environment, meta.draft));
  };
  const block =
    (write: (draft: DraftCitations, answer: PreviewAnswer) => string) =>
    (tokens: readonly Token[], index: number, _options: unknown, environment: unknown): string => {
      const draft = draftOf(tokens[index]);
      const answer = draft && answerOf(environment, draft);
      return draft === undefined || answer === undefined ? '' : write(draft, answer);
    };
  md.renderer.rules[tokenTypes.notes] = block(notesHtml);
  md.renderer.rules[tokenTypes.references] = block((_draft, answer) => referencesHtml(answer));
  return md;
}

/** The citations of a text, as the preview would show it. */
export function citationsIn(md: MarkdownIt, text: string): DraftCitations['clusters'] {
  const place = md.parse(text, {}).find(({ type }) => type === tokenTypes.notes || type === tokenTypes.references);
  return draftOf(place)?.clusters ?? [];
}

function withoutList(answer: PreviewAnswer | undefined, { hasWrittenList }: DraftCitations): PreviewAnswer | undefined {
  return answer !== undefined && hasWrittenList ? { ...answer, isListSuppressed: true } : answer;
}

function documentOf(environment: object): unknown {
  return 'currentDocument' in environment ? environment.currentDocument : undefined;
}
