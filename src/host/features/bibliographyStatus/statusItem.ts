import * as vscode from 'vscode';
import { statusTexts, type BibliographyStatus } from '../../../core/bibliography/bibliographyStatus.ts';
import { shippedStyles } from '../../../core/csl/shippedCsl.ts';
import { said } from '../../../core/text/plainText.ts';
import { defaultPlaces } from '../../bibliography/documentBibliography.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';

/** Milliseconds after a change: nobody reads it while the hand is still typing. */
const pauseMilliseconds = 400;

/** Says which bibliography the document in the editor has. Reads nothing before a document with citations is shown. */
export class StatusItem implements vscode.Disposable {
  readonly #services: Services;
  readonly #store = new DisposableStore();
  readonly #item = this.#store.add(
    vscode.languages.createLanguageStatusItem('paperside.bibliography', { pattern: '**/*.nothing-yet' }),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every look: what an older one finds is not shown. */
  #round = 0;

  constructor(services: Services) {
    this.#services = services;
    const { citations, documentFormats, library, settings } = services;
    this.#item.name = 'Paperside: Bibliography';
    this.#store.add({ dispose: () => clearTimeout(this.#timer) });
    this.#store.add(
      citations.register((selector) => {
        this.#item.selector = selector;
        return new vscode.Disposable(() => undefined);
      }),
    );
    const soon = (): void => this.#lookSoon();
    this.#store.add(vscode.window.onDidChangeActiveTextEditor(soon));
    this.#store.add(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) soon();
      }),
    );
    for (const event of [documentFormats.onDidChange, library.onDidChange, library.onDidChangeState]) {
      this.#store.add(event(soon));
    }
    this.#store.add(settings.onDidChangeView(soon));
    soon();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#services.guard.background('bibliography of the document', () => this.#look());
    }, pauseMilliseconds);
  }

  async #look(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) return;
    const text = document.getText();
    const syntax = this.#services.citations.syntaxFor(document, text)?.id;
    if (syntax === undefined) return;
    const status = await this.#statusOf(document.uri, text, syntax);
    if (round === this.#round) this.#show(status);
  }

  async #statusOf(uri: vscode.Uri, text: string, syntax: string): Promise<BibliographyStatus> {
    const { format, files, ...report } = await this.#services.documentFormats.report({ uri, text, syntax }, []);
    const { style, problems } = format;
    return {
      ...report,
      files: files.map(({ uri: file, kind, works, problems: wrong }) => ({
        name: nameOf(file),
        kind,
        works,
        problems: wrong,
      })),
      style: 'shipped' in style ? shippedStyles[style.shipped] : style.name,
      problems,
      places: syntax === 'pandoc' || syntax === 'myst' ? placesIn(uri) : ['the document'],
    };
  }

  #show(status: BibliographyStatus): void {
    const { text, detail, isWarning, canOpen } = statusTexts(status);
    this.#item.text = text;
    this.#item.detail = detail;
    this.#item.severity = isWarning ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
    this.#item.command = { command: commandIds.openBibliography, title: canOpen ? said`Open` : said`Choose…` };
  }

  dispose(): void {
    this.#store.dispose();
  }
}

/** A language status shows a file's name without a folder worse than with it. */
function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

function placesIn(uri: vscode.Uri): readonly string[] {
  return ['front matter', 'the files of a project', ...defaultPlaces(uri).map(nameOf)];
}
