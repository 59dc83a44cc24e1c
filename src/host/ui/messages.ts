import * as vscode from 'vscode';
import type { PlainText } from '../../core/text/plainText.ts';

/*
 * VS Code draws `[x](command:…)` in messages and progress titles as a link that runs the command, and `$(x)` in the
 * status bar as an icon. So these take plain texts only; a lint rule keeps everybody from VS Code's own.
 */

/** A question that must be answered first; `detail` explains it. */
export interface ModalQuestion {
  readonly message: PlainText;
  readonly detail?: PlainText | undefined;
}

/** As `vscode.window.showInformationMessage`: resolves to the button that was pressed. */
export function showInformation(message: PlainText, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showInformationMessage(message, ...buttons);
}

/** As `vscode.window.showWarningMessage`: resolves to the button that was pressed. */
export function showWarning(message: PlainText, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showWarningMessage(message, ...buttons);
}

/** As `vscode.window.showErrorMessage`: resolves to the button that was pressed. */
export function showError(message: PlainText, ...buttons: readonly string[]): Thenable<string | undefined> {
  return vscode.window.showErrorMessage(message, ...buttons);
}

/** A warning in a dialog. Resolves to the button that was pressed; `undefined` when it was cancelled. */
export function askModally(
  { message, detail }: ModalQuestion,
  ...buttons: readonly string[]
): Thenable<string | undefined> {
  const options = detail === undefined ? { modal: true } : { modal: true, detail };
  return vscode.window.showWarningMessage(message, options, ...buttons);
}

/** Shows a text in the status bar for a while. */
export function showStatus(text: PlainText, milliseconds: number): vscode.Disposable {
  return vscode.window.setStatusBarMessage(text, milliseconds);
}

/** Options of VS Code's progress, with a title that is plain. */
export interface ProgressOptions extends vscode.ProgressOptions {
  title?: PlainText;
}

/** A step of `withProgress`. */
export interface ProgressStep {
  readonly message?: PlainText;
  /** In percent of the whole. */
  readonly increment?: number;
}

/** As `vscode.window.withProgress`. */
export function withProgress<T>(
  options: ProgressOptions,
  work: (progress: vscode.Progress<ProgressStep>, token: vscode.CancellationToken) => Thenable<T>,
): Thenable<T> {
  return vscode.window.withProgress(options, work);
}
