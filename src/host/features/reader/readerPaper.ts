import * as vscode from 'vscode';
import { paperLinks } from '../../../core/reading/paperLinks.ts';
import type { ReadingState } from '../../../core/readingLists.ts';
import { shorten } from '../../../core/text/plainText.ts';
import type { PaperDetails } from '../../../engine/paperEngine.ts';
import { readerLimits } from '../../../protocol/parseReaderMessage.ts';
import type { ReaderPaper } from '../../../protocol/readerMessages.ts';
import { sourceName } from '../../ui/revealSource.ts';

/** A paper for the reader, with what its links, sources and themes stand for, which only the host may resolve. */
export interface ReaderView {
  readonly shown: ReaderPaper;
  readonly links: readonly vscode.Uri[];
  readonly sources: PaperDetails['sources'];
  /** Keys. */
  readonly versions: readonly string[];
  /** Ids. */
  readonly themes: readonly string[];
}

/** What the host knows of a paper beyond its record. */
export interface WriterView {
  readonly reading: ReadingState;
  readonly lastOpened: number | undefined;
  readonly query: string | undefined;
}

/** Picks what the reader shows of a paper: of absurdly long texts and lists the beginning. Links are `https:` only. */
export function readerView(paper: PaperDetails, writer: WriterView): ReaderView {
  const links = paperLinks(paper);
  const sources = cutList(paper.sources);
  const versions = cutList(paper.otherVersions);
  const themes = cutList(paper.themes);
  const shown: ReaderPaper = {
    key: paper.key,
    title: shorten(paper.title, readerLimits.title),
    authors: paper.authors.slice(0, readerLimits.authors).map(cutLine),
    year: Number.isSafeInteger(paper.year) ? paper.year : undefined,
    venue: paper.venue === undefined ? undefined : cutLine(paper.venue),
    abstract: shorten(paper.abstract, readerLimits.abstract),
    keywords: cutList(paper.keywords).map(cutLine),
    themes: themes.map(({ label }) => cutLine(label)),
    links: links.map(({ label, url }) => ({ label, url })),
    sources: sources.map((source) => cutLine(sourceName(source))),
    versions: versions.map((version) => cutLine(versionName(version))),
    reading: writer.reading,
    lastOpened: writer.lastOpened,
    query: writer.query === undefined ? undefined : cutLine(writer.query),
  };
  return {
    shown,
    links: links.map(({ url }) => vscode.Uri.parse(url, true)),
    sources: paper.sources,
    versions: versions.map(({ key }) => key),
    themes: themes.map(({ id }) => id),
  };
}

function cutLine(text: string): string {
  return shorten(text, readerLimits.line);
}

function cutList<T>(items: readonly T[]): readonly T[] {
  return items.slice(0, readerLimits.list);
}

/** `@attention-17 (NeurIPS, 2017)`. */
function versionName({ key, venue, year }: PaperDetails['otherVersions'][number]): string {
  const where = [venue, year].filter((part) => part !== undefined).join(', ');
  return where === '' ? `@${key}` : `@${key} (${where})`;
}
