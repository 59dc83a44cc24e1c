import * as vscode from 'vscode';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import type { ReaderPaper } from '../../../protocol/readerMessages.ts';
import { sourceName } from '../../ui/revealSource.ts';

/** A paper for the reader, with what its links and sources stand for, which only the host may resolve. */
export interface ReaderView {
  readonly shown: ReaderPaper;
  readonly links: readonly vscode.Uri[];
  readonly sources: PaperDetails['sources'];
  /** Keys. */
  readonly versions: readonly string[];
}

/** Picks what the reader shows of a paper. Links are `https:` or `http:` only. */
export function readerView(paper: PaperDetails): ReaderView {
  const links = linksOf(paper);
  const { key, title, authors, year, venue, abstract, keywords, themes, sources, otherVersions } = paper;
  const shown: ReaderPaper = {
    key,
    title,
    authors,
    year,
    venue,
    abstract,
    keywords,
    themes: themes.map(({ label }) => label),
    links: links.map(({ label, uri }) => ({ label, url: uri.toString(true) })),
    sources: sources.map(sourceName),
    versions: otherVersions.map(versionName),
  };
  return { shown, links: links.map(({ uri }) => uri), sources, versions: otherVersions.map((one) => one.key) };
}

/** `@attention-17 (NeurIPS, 2017)`. */
function versionName({ key, venue, year }: PaperDetails['otherVersions'][number]): string {
  const where = [venue, year].filter((part) => part !== undefined).join(', ');
  return where === '' ? `@${key}` : `@${key} (${where})`;
}

function linksOf({ doi, arxiv, url }: PaperDetails): { label: string; uri: vscode.Uri }[] {
  const links: { label: string; uri: vscode.Uri }[] = [];
  if (doi !== undefined) {
    links.push({ label: 'DOI', uri: vscode.Uri.from({ scheme: 'https', authority: 'doi.org', path: `/${doi}` }) });
  }
  if (arxiv !== undefined) {
    links.push({
      label: 'arXiv',
      uri: vscode.Uri.from({ scheme: 'https', authority: 'arxiv.org', path: `/abs/${arxiv}` }),
    });
  }
  const web = url === undefined ? undefined : webUri(url);
  if (web !== undefined) links.push({ label: 'Web page', uri: web });
  return links;
}

function webUri(url: string): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(url, true);
    return uri.scheme === 'https' || uri.scheme === 'http' ? uri : undefined;
  } catch {
    return undefined;
  }
}
