import { htmlOf } from '../csl/formattedText.ts';
import { plainHtml } from '../csl/plainHtml.ts';
import { noteIds, referenceId } from './citationHtml.ts';
import type { DraftCitations } from './citationToken.ts';
import { linkedHtml } from './linkedHtml.ts';
import type { PreviewAnswer, PreviewReference, WorkCard } from './previewAnswer.ts';

/** The notes of a style that has notes; `''` for others. */
export function notesHtml({ notes }: DraftCitations, { inNotes, citations }: PreviewAnswer): string {
  if (!inNotes) return '';
  const items = notes.flatMap(({ index, number }) => {
    const text = citations[index]?.text ?? [];
    if (text.length === 0) return [];
    const { note, mark } = noteIds(index);
    const back = `<a href="#${mark}" role="doc-backlink" aria-label="Back to the text">↩\uFE0E</a>`;
    return [`<li id="${note}" value="${number}">${linkedHtml(text)} ${back}</li>`];
  });
  if (items.length === 0) return '';
  return `<section class="paperside-notes" role="doc-endnotes" aria-label="Notes"><ol>\n${items.join('\n')}\n</ol></section>\n`;
}

/** The reference list, with what the cards of its works show; what is wrong with the style stands above it. */
export function referencesHtml(answer: PreviewAnswer): string {
  const problems = answer.problems
    .map((problem) => `<p class="paperside-problem">${plainHtml(problem)}</p>\n`)
    .join('');
  const cards = `<div class="paperside-cards" hidden>${answer.references.map(({ card }, index) => cardHtml(card, index)).join('')}</div>\n`;
  if (answer.references.length === 0) return problems;
  if (answer.isListSuppressed) return problems + cards;
  const title = answer.title === '' ? '' : `<h2>${plainHtml(answer.title)}</h2>\n`;
  const isNumbered = answer.references.some(({ label }) => label.length > 0);
  const kind = isNumbered ? 'paperside-numbered' : 'paperside-hanging';
  const entries = answer.references.map(entryHtml).join('');
  return (
    `<section class="paperside-references ${kind}" role="doc-bibliography" aria-label="References">\n` +
    `${title}${problems}${entries}${cards}</section>\n`
  );
}

function entryHtml({ label, text }: PreviewReference, index: number): string {
  const number = label.length === 0 ? '' : `<span class="paperside-label">${htmlOf(label)}</span> `;
  return `<div class="paperside-entry" id="${referenceId(index)}">${number}<span>${linkedHtml(text)}</span></div>\n`;
}

function cardHtml(card: WorkCard | undefined, index: number): string {
  if (card === undefined) return '';
  const byline = card.byline === '' ? '' : `<p class="paperside-card-byline">${plainHtml(card.byline)}</p>`;
  const abstract = card.abstract === '' ? '' : `<p>${plainHtml(card.abstract)}</p>`;
  const title = `<p class="paperside-card-title">${plainHtml(card.title)}</p>`;
  return `<div data-work="${index}">${title}${byline}${abstract}</div>`;
}
