import * as vscode from 'vscode';
import type { PlainText } from '../../core/text/plainText.ts';

/*
 * VS Code draws `[x](command:…)` in prompts and validation messages as a link that runs the command. So these take plain
 * texts only, as do titles and placeholders; a lint rule keeps everybody from VS Code's own.
 */

/** What a pick or an input box says around what is typed. */
export interface InputTexts {
  readonly title?: PlainText;
  readonly placeholder?: PlainText;
  /** Of an input box only. */
  readonly prompt?: PlainText;
}

/** As `vscode.QuickPick`; its texts are set by `setTexts`. */
export type QuickPick<T extends vscode.QuickPickItem> = Omit<vscode.QuickPick<T>, keyof InputTexts>;

/** As `vscode.InputBox`; its texts are set by `setTexts`. */
export type InputBox = Omit<vscode.InputBox, keyof InputTexts | 'validationMessage'>;

/** As `vscode.window.createQuickPick`. */
export function createQuickPick<T extends vscode.QuickPickItem>(texts: InputTexts): QuickPick<T> {
  return Object.assign(vscode.window.createQuickPick<T>(), texts);
}

/** As `vscode.window.createInputBox`. */
export function createInputBox(texts: InputTexts): InputBox {
  return Object.assign(vscode.window.createInputBox(), texts);
}

/** Says something else from now on; what is not named stays. */
export function setTexts(input: Pick<vscode.QuickInput, 'show'>, texts: InputTexts): void {
  Object.assign(input, texts);
}

/** Options of a quick pick. */
export interface PickOptions {
  readonly title: PlainText;
  readonly placeHolder: PlainText;
  readonly matchOnDetail?: boolean;
  readonly matchOnDescription?: boolean;
  readonly ignoreFocusOut?: boolean;
}

/** Asks for one of some items; `undefined` when the user leaves. */
export function pickOne<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: PickOptions,
): Thenable<T | undefined> {
  return vscode.window.showQuickPick(items, options);
}

/** Asks for several of some items; `undefined` when the user leaves. */
export function pickSeveral<T extends vscode.QuickPickItem>(
  items: readonly T[],
  options: PickOptions,
): Thenable<readonly T[] | undefined> {
  return vscode.window.showQuickPick(items, { ...options, canPickMany: true });
}

/** A question whose answer is typed. */
export interface TextQuestion {
  readonly title: PlainText;
  readonly prompt: PlainText;
  readonly value?: string | undefined;
  readonly ignoreFocusOut?: boolean;
  /** Why a text is no answer; `undefined` of one that is. */
  readonly validate: (text: string) => PlainText | undefined;
}

/** Asks for a text; `undefined` when the user leaves. */
export function askText({
  title,
  prompt,
  value,
  ignoreFocusOut,
  validate,
}: TextQuestion): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt,
    ...(value === undefined ? {} : { value }),
    ...(ignoreFocusOut === undefined ? {} : { ignoreFocusOut }),
    validateInput: validate,
  });
}
