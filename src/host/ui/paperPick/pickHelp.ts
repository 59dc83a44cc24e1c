import type * as vscode from 'vscode';
import { searchHelp } from '../../../core/search/searchHelp.ts';
import { plainLabel } from '../../../core/text/plainText.ts';

/** An example of what can be asked. */
export interface HelpItem extends vscode.QuickPickItem {
  readonly example: string;
}

/** Whether what can be asked is shown instead of what was found. */
export class PickHelp {
  #isPressed = false;

  /** The button turns it on and off. */
  press(value: string): void {
    this.#isPressed = !this.isShown(value);
  }

  /** Whoever types wants answers again. */
  typed(): void {
    this.#isPressed = false;
  }

  /** As in VS Code's own quick open, a question mark asks for it, too. */
  isShown(value: string): boolean {
    return this.#isPressed || value.trim() === '?';
  }
}

/** What can be asked, one row each. */
export function helpItems(): readonly HelpItem[] {
  return searchHelp.map(({ example, meaning }) => ({
    example,
    label: plainLabel(example),
    description: plainLabel(meaning),
    alwaysShow: true,
  }));
}

/** What is asked once an example was chosen: it comes after what was typed, unless that was the question for help. */
export function withExample(value: string, example: string): string {
  const typed = value.trim();
  return typed === '' || typed === '?' ? example : `${typed} ${example}`;
}
