import * as vscode from 'vscode';
import { paperLinks } from '../../core/reading/paperLinks.ts';
import { flatMath } from '../../core/text/flatMath.ts';
import { shorten } from '../../core/text/plainText.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import { appendPlain } from './plainMarkdown.ts';

const maxAbstract = 600;
const maxTitle = 300;
const maxVenue = 120;
const shownAuthors = 6;

/**
 * A paper as a hover or the details of a completion show it: title, authors, venue and year, abstract, `note` (first lines
 * of the writer's own), links. Formulas are plain characters; nothing that a file says becomes markup or a link.
 */
export function paperMarkdown(paper: PaperDetails, note?: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.supportHtml = false;
  markdown.isTrusted = false;
  markdown.appendMarkdown('**');
  appendPlain(markdown, shorten(flatMath(paper.title), maxTitle));
  markdown.appendMarkdown('**');
  const [authors, place] = [authorsOf(paper), placeOf(paper)];
  paragraph(markdown, authors);
  if (authors !== '' && place !== '') appendPlain(markdown.appendMarkdown('  \n'), place);
  else paragraph(markdown, place);
  paragraph(markdown, shorten(flatMath(paper.abstract), maxAbstract));
  if (note !== undefined && note !== '') {
    markdown.appendMarkdown('\n\n*My note:* ');
    appendPlain(markdown, note);
  }
  const links = paperLinks(paper).filter(({ label }) => label === 'DOI' || label === 'arXiv');
  const shown = links.map(({ label, url }) => `[${label}](${inMarkdown(url)})`);
  if (shown.length > 0) markdown.appendMarkdown(`\n\n${shown.join(' · ')}`);
  return markdown;
}

function paragraph(markdown: vscode.MarkdownString, text: string): void {
  if (text === '') return;
  markdown.appendMarkdown('\n\n');
  appendPlain(markdown, text);
}

function authorsOf({ authors }: PaperDetails): string {
  const rest = authors.length - shownAuthors;
  const names = authors.slice(0, shownAuthors).join(', ');
  return rest > 0 ? `${names} and ${rest} more` : names;
}

function placeOf({ venue, year }: PaperDetails): string {
  return [shorten(venue ?? '', maxVenue), year === undefined ? '' : String(year)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** An address may have brackets, which end it in Markdown. */
function inMarkdown(url: string): string {
  return url.replace(/[()*_~!']/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
