import type { MarkdownIt } from 'markdown-it';
import * as vscode from 'vscode';
import { locateFrontMatter } from '../../core/bibliography/frontMatterRange.ts';
import type { CitedCluster } from '../../core/csl/formatRequest.ts';
import type { PreviewAnswer } from '../../core/preview/previewAnswer.ts';
import { citationsIn, extendPreview } from '../../core/preview/previewPlugin.ts';
import { PreviewSession } from '../../core/preview/previewSession.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { DisposableStore } from '../disposableStore.ts';
import type { DocumentCitations } from '../documentCitations.ts';
import { openDocument, textOf } from '../files/textOf.ts';
import type { DocumentFormats } from '../formatting/documentFormats.ts';
import { ExpectedError, type Guard } from '../guard.ts';
import type { LibraryService } from '../libraryService.ts';
import { isPreviewOpen } from './isPreviewOpen.ts';
import { makePreview, type PreviewParts } from './makePreview.ts';

/** Longer documents are read for what is typed in them only when the preview is drawn: 100 kB with 1,800 citations take 34 ms. */
const longestAhead = 100_000;
/** Milliseconds after a change. The preview draws 300 after it: what is formatted by then is drawn at once. */
const aheadAfter = 40;
/** Milliseconds after a change of the library or the settings. */
const invalidAfter = 150;
/** Milliseconds: changes that come one after the other are drawn together. */
const redrawAfter = 60;
/** Milliseconds until the preview should have been drawn again. VS Code forgets it when it is about to look at the text. */
const drawnWithin = 800;
/** So often a preview is told to draw again: one of the same name may be another's. */
const mostRedraws = 6;
/** So many documents are remembered. */
const mostSessions = 12;

interface Parts extends PreviewParts {
  readonly library: Pick<LibraryService, 'engine' | 'state' | 'onDidChange' | 'onDidChangeState'>;
  readonly documentFormats: Pick<DocumentFormats, 'of' | 'onDidChange'>;
  readonly settings: Pick<SettingsReader, 'current' | 'onDidChangeView'>;
  readonly citations: Pick<DocumentCitations, 'syntaxFor'>;
  readonly guard: Guard;
}

/** Shows formatted citations in VS Code's own preview of Markdown. */
export class CitationPreview implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #store = new DisposableStore();
  /** By the URI of the document, the last asked last. */
  readonly #sessions = new Map<string, PreviewSession>();
  #md: MarkdownIt | undefined;
  #ahead: ReturnType<typeof setTimeout> | undefined;
  #invalid: ReturnType<typeof setTimeout> | undefined;
  #redraw: ReturnType<typeof setTimeout> | undefined;
  #redraws = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
    const { library, settings } = parts;
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Saving is told as a change, too.
        if (contentChanges.length > 0) this.#lookAhead(document);
      }),
    );
    for (const event of [library.onDidChange, library.onDidChangeState, parts.documentFormats.onDidChange]) {
      this.#store.add(event(() => this.#invalidate()));
    }
    let isOn = settings.current.previewsCitations;
    this.#store.add(
      settings.onDidChangeView(() => {
        if (settings.current.previewsCitations !== isOn) this.#redrawSoon();
        isOn = settings.current.previewsCitations;
        this.#invalidate();
      }),
    );
  }

  /** Extends the markdown-it of the preview; called again when VS Code makes another one. */
  extend(md: MarkdownIt): MarkdownIt {
    this.#md = md;
    return extendPreview(md, { answer: (document, clusters) => this.#tryAnswer(document, clusters) });
  }

  dispose(): void {
    clearTimeout(this.#ahead);
    clearTimeout(this.#invalid);
    clearTimeout(this.#redraw);
    this.#store.dispose();
  }

  /** What the preview is drawn with must not fail: nothing of the text would be shown. */
  #tryAnswer(uri: unknown, clusters: readonly CitedCluster[]): PreviewAnswer | undefined {
    try {
      return this.#parts.settings.current.previewsCitations ? this.#answer(uri, clusters) : undefined;
    } catch (error) {
      this.#parts.guard.report('citations in the preview', error);
      return undefined;
    }
  }

  #answer(uri: unknown, clusters: readonly CitedCluster[]): PreviewAnswer | undefined {
    const document = uri instanceof vscode.Uri ? openDocument(uri) : undefined;
    if (document === undefined || this.#syntaxOf(document) === undefined) return undefined;
    const id = document.uri.toString();
    const session = this.#sessions.get(id) ?? this.#newSession(document);
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    for (const oldest of [...this.#sessions.keys()].slice(0, -mostSessions)) this.#sessions.delete(oldest);
    return session.answer({ clusters, says: saidIn(document.getText()) });
  }

  /** That of Markdown; what others cite is shown as it is written. */
  #syntaxOf(document: vscode.TextDocument): string | undefined {
    const syntax = this.#parts.citations.syntaxFor(document, document.getText())?.id;
    return syntax === 'latex' || syntax === 'typst' ? undefined : syntax;
  }

  #newSession({ uri }: vscode.TextDocument): PreviewSession {
    let syntax = 'pandoc';
    return new PreviewSession({
      make: async (clusters) => {
        const document = openDocument(uri);
        syntax = (document && this.#syntaxOf(document)) ?? syntax;
        // VS Code closes what only a preview shows after a while.
        const text = await textOf(uri);
        if (text === undefined)
          throw new ExpectedError(`${vscode.workspace.asRelativePath(uri)} is gone: open it again.`);
        return makePreview(this.#parts, { uri, text, syntax }, clusters);
      },
      redraw: () => this.#redrawSoon(),
      report: (error) => this.#parts.guard.report('citations in the preview', error),
    });
  }

  #lookAhead(document: vscode.TextDocument): void {
    const session = this.#sessions.get(document.uri.toString());
    if (session === undefined || this.#md === undefined) return;
    clearTimeout(this.#ahead);
    this.#ahead = setTimeout(() => {
      const text = document.getText();
      if (this.#md === undefined || text.length > longestAhead || !isPreviewOpen(document.uri)) return;
      session.prepare({ clusters: citationsIn(this.#md, text), says: saidIn(text) });
    }, aheadAfter);
  }

  /** A little later: the library changes in many steps, and a preview that opens has no tab at once. */
  #invalidate(): void {
    clearTimeout(this.#invalid);
    this.#invalid = setTimeout(() => {
      for (const [id, session] of this.#sessions) session.invalidate(isPreviewOpen(vscode.Uri.parse(id)));
    }, invalidAfter);
  }

  /** Documents whose preview was drawn otherwise than is known now. */
  #behind(): readonly vscode.Uri[] {
    return [...this.#sessions].flatMap(([id, { isBehind }]) => (isBehind ? [vscode.Uri.parse(id)] : []));
  }

  #redrawSoon(): void {
    this.#redraws = 0;
    this.#redrawAfter(redrawAfter);
  }

  #redrawAfter(milliseconds: number): void {
    clearTimeout(this.#redraw);
    this.#redraw = setTimeout(() => {
      this.#redraws += 1;
      this.#parts.guard.background('draw the preview again', async () => {
        const isSeen = this.#redraws === 1 ? isPreviewOpen() : this.#behind().some((uri) => isPreviewOpen(uri));
        if (isSeen) await vscode.commands.executeCommand('markdown.preview.refresh');
        // Also where no tab is seen: that of a preview that opens comes later than its first drawing.
        if (this.#redraws < mostRedraws && this.#behind().length > 0) this.#redrawAfter(drawnWithin);
      });
    }, milliseconds);
  }
}

/** Its front matter, as it is written; `''` without one. */
function saidIn(text: string): string {
  const found = locateFrontMatter(text);
  return typeof found === 'object' ? text.slice(found.contentStart, found.contentEnd) : (found ?? '');
}
