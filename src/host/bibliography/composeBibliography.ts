import * as vscode from 'vscode';
import { BibliographyText } from '../../core/bibliography/write/bibliographyText.ts';
import type { ExportFormat } from '../../core/bibliography/write/exportFormats.ts';
import { plainMessage, said } from '../../core/text/plainText.ts';
import type { PaperDetails } from '../../engine/paperEngine.ts';
import type { Services } from '../services.ts';
import { withProgress } from '../ui/messages.ts';
import { SourceEntries } from './sourceEntries.ts';

/** What is to be written. */
export interface BibliographyRequest {
  readonly format: ExportFormat;
  /** Keys or aliases of papers, under which they are written. Those that no paper has are passed over. */
  readonly keys: readonly string[];
}

/** Papers that are asked for at once. */
const atOnce = 50;
/** Milliseconds; then VS Code does what waits. */
const longestStretch = 10;
/** As many parts are short enough to be encoded without a pause. */
const partsAtOnce = 500;
/** More papers show their progress in a notification. */
const fewPapers = 200;

/** A bibliography, and how many works are in it. */
export interface ComposedBibliography {
  readonly parts: readonly string[];
  readonly works: number;
}

/**
 * Puts a bibliography together, a few papers at a time, so that VS Code stays fluent; many papers show how far it is and can
 * be cancelled: then it rejects with a `CancellationError`.
 */
export function composeBibliography(services: Services, request: BibliographyRequest): Thenable<ComposedBibliography> {
  const { keys, format } = request;
  const isLarge = keys.length > fewPapers;
  const location = isLarge ? vscode.ProgressLocation.Notification : vscode.ProgressLocation.Window;
  const title = said`Writing ${keys.length} papers as ${format.label}`;
  return withProgress({ location, title, cancellable: isLarge }, async (progress, token) => {
    const text = new BibliographyText(format, services.settings.current.entries.abstract);
    const sources = new SourceEntries();
    for (let from = 0; from < keys.length; from += atOnce) {
      if (token.isCancellationRequested) throw new vscode.CancellationError();
      const part = keys.slice(from, from + atOnce);
      const papers = await Promise.all(part.map((key) => services.library.engine.paper(key)));
      let since = Date.now();
      for (const [index, paper] of papers.entries()) {
        await add(text, { paper, key: part[index] ?? '', sources, format });
        if (Date.now() - since < longestStretch) continue;
        await pause();
        since = Date.now();
      }
      progress.report({ increment: (100 * part.length) / keys.length, message: plainMessage(`${text.size}`) });
      await pause();
    }
    return { parts: text.parts(), works: text.size };
  });
}

interface Addition {
  readonly paper: PaperDetails | undefined;
  readonly key: string;
  readonly sources: SourceEntries;
  readonly format: ExportFormat;
}

async function add(text: BibliographyText, { paper, key, sources, format }: Addition): Promise<void> {
  if (paper === undefined) return;
  const source = format.extension === 'bib' ? await sources.of(paper, format.keyOf(key)) : undefined;
  text.add({ paper, key, source });
}

/** UTF-8 of a text in parts, encoded some at a time. */
export async function encodeParts(parts: readonly string[]): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  for (let from = 0; from < parts.length; from += partsAtOnce) {
    chunks.push(encoder.encode(parts.slice(from, from + partsAtOnce).join('')));
    await pause();
  }
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Lets VS Code do what waits. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
