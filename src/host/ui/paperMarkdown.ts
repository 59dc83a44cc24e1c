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

/** What is said of a paper beside what its files say; nothing without a text. */
export interface PaperRemark {
  /** Ours: drawn as Markdown. */
  readonly label: string;
  /** Drawn as it is. */
  readonly text: string | undefined;
}

/**
 * A paper as a hover or the details of a completion show it: title, authors, venue and year, abstract, remarks such as the
 * first lines of the writer's note, links. Formulas are plain characters; nothing that a file says becomes markup or a link.
 */
export function paperMarkdown(paper: PaperDetails, remarks: readonly PaperRemark[] = []): vscode.MarkdownString {
  const markdown = untrusted();
  markdown.appendMarkdown('**');
  appendPlain(markdown, shorten(flatMath(paper.title), maxTitle));
  markdown.appendMarkdown('**');
  const [authors, place] = [authorsOf(paper), placeOf(paper)];
  paragraph(markdown, authors);
  if (authors !== '' && place !== '') appendPlain(markdown.appendMarkdown('  \n'), place);
  else paragraph(markdown, place);
  paragraph(markdown, shorten(flatMath(paper.abstract), maxAbstract));
  addRemarks(markdown, remarks);
  const links = paperLinks(paper).filter(({ label }) => label === 'DOI' || label === 'arXiv');
  const shown = links.map(({ label, url }) => `[${label}](${inMarkdown(url)})`);
  if (shown.length > 0) markdown.appendMarkdown(`\n\n${shown.join(' · ')}`);
  return markdown;
}

/** What is said of a work that is no paper of the library. */
export function remarksMarkdown(remarks: readonly PaperRemark[]): vscode.MarkdownString {
  const markdown = untrusted();
  addRemarks(markdown, remarks);
  return markdown;
}

function untrusted(): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  markdown.supportHtml = false;
  markdown.isTrusted = false;
  return markdown;
}

function addRemarks(markdown: vscode.MarkdownString, remarks: readonly PaperRemark[]): void {
  for (const { label, text } of remarks) {
    if (text === undefined || text === '') continue;
    markdown.appendMarkdown(`${markdown.value === '' ? '' : '\n\n'}*${label}:* `);
    appendPlain(markdown, text);
  }
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
