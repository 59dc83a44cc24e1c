import * as vscode from 'vscode';
import { checkCitations, unknownKeysIn, type CheckedDocument } from '../../core/citations/check/checkCitations.ts';
import { findingCodes, type Finding } from '../../core/citations/check/finding.ts';
import { ignoredKeys } from '../../core/citations/check/ignoredKeys.ts';
import { toldSyntax } from '../../core/citations/syntaxes.ts';
import type { CitedKeysAnswer } from '../../engine/paperEngine.ts';
import type { SettingsReader } from '../adapters/settings.ts';
import { bibliographyFactsOf } from '../bibliography/bibliographyFacts.ts';
import { BibliographyKeys } from '../bibliography/bibliographyKeys.ts';
import type { DocumentBibliography } from '../bibliography/documentBibliography.ts';
import type { LibraryService } from '../libraryService.ts';
import { RememberedNearKeys } from './rememberedNearKeys.ts';

/** For so many unknown keys of a document those near them are looked for: a few milliseconds each in a large library. */
const mostLookedFor = 20;
/** More findings of one document help nobody. */
const mostFindings = 1_000;

/** A text whose citations are to be checked. */
export interface CheckedText {
  readonly uri: vscode.Uri;
  /** `undefined` of a file that is not open. */
  readonly languageId?: string | undefined;
  readonly text: string;
}

interface Parts {
  readonly library: Pick<LibraryService, 'engine' | 'state' | 'knows' | 'onDidChange'>;
  readonly settings: Pick<SettingsReader, 'current'>;
  readonly bibliography: DocumentBibliography;
}

/** Checks the citations of documents, and remembers what was found, so that it can be mended. */
export class CitationChecks implements vscode.Disposable {
  readonly #parts: Parts;
  readonly #bibliographyKeys = new BibliographyKeys();
  readonly #nearKeys: RememberedNearKeys;
  readonly #listeners: vscode.Disposable;
  readonly #found = new Map<string, readonly Finding[]>();

  readonly #changed = new vscode.EventEmitter<void>();

  /** A bibliography that is no paper file, or the file of a project changed: what was found may be other things now. */
  readonly onDidChangeBibliography = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#nearKeys = new RememberedNearKeys(parts.library.onDidChange);
    this.#listeners = vscode.Disposable.from(
      this.#changed,
      this.#bibliographyKeys.onDidChange(() => this.#changed.fire()),
      parts.bibliography.onDidChange(() => this.#changed.fire()),
    );
  }

  /** Whether checks can say anything now: while paper files are read, and when the engine has stopped, they cannot. */
  get isReady(): boolean {
    const { state } = this.#parts.library;
    return state !== 'loading' && state !== 'failed';
  }

  /**
   * What is wrong with the citations of a text; the text itself is read by the engine. `undefined` when it cites nothing by
   * its language. Rejects when the engine has stopped.
   */
  async check({ uri, languageId, text }: CheckedText): Promise<readonly Finding[] | undefined> {
    const { settings, library } = this.#parts;
    const told = toldSyntax(uri.path, languageId, settings.current.citationSyntax);
    const { engine } = library;
    const answer = await engine.citedKeys({ path: uri.path, languageId, told, text });
    if (answer === undefined) return undefined;
    const { syntax, facts, citations } = answer;
    const bibliography =
      citations.length === 0
        ? undefined
        : await bibliographyFactsOf(
            { uri, text, syntax, facts },
            { library, bibliographyKeys: this.#bibliographyKeys, bibliography: this.#parts.bibliography },
          );
    const checked = this.#checked(answer, bibliography);
    const near = await this.#nearKeys.of(engine, unknownKeysIn(checked).slice(0, mostLookedFor));
    return checkCitations(checked, near).slice(0, mostFindings);
  }

  /** Keeps what was found last in a document; `undefined` forgets it. */
  remember(uri: vscode.Uri, findings: readonly Finding[] | undefined): void {
    if (findings === undefined || findings.length === 0) this.#found.delete(uri.toString());
    else this.#found.set(uri.toString(), findings);
  }

  /** What was found last in a document, where it stood then. */
  found(uri: vscode.Uri): readonly Finding[] {
    return this.#found.get(uri.toString()) ?? [];
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#bibliographyKeys.dispose();
    this.#nearKeys.dispose();
  }

  #checked(answer: CitedKeysAnswer, bibliography: CheckedDocument['bibliography']): CheckedDocument {
    const { library, settings } = this.#parts;
    const { severities, ignoredKeys: ignored } = settings.current.checks;
    return {
      citations: answer.citations,
      facts: new Map(answer.facts.map((facts) => [facts.key, facts])),
      bibliography,
      isComplete: library.state === 'ready' || library.state === 'noPapers',
      enabled: new Set(findingCodes.filter((code) => severities[code] !== 'off')),
      isIgnored: ignoredKeys(ignored),
    };
  }
}
