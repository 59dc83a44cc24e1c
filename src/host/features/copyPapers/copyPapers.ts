import * as vscode from 'vscode';
import { plainMessage, said } from '../../../core/text/plainText.ts';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { askedNames } from '../../ui/askedPapers.ts';
import { pickOne } from '../../ui/inputs.ts';
import { showStatus, showWarning } from '../../ui/messages.ts';
import { copyForms } from './copyForms.ts';

const shownMilliseconds = 3_000;

/** Commands, with the form that each is for; one asks. */
const commands = [
  { id: 'copyBibtex', title: 'Copy as BibTeX', form: 'bibtex' },
  { id: 'copyReference', title: 'Copy as Text', form: 'text' },
  { id: 'copyFormatted', title: 'Copy as Formatted Reference', form: 'formatted' },
  { id: 'copyFormattedHtml', title: 'Copy as Formatted Reference (HTML)', form: 'formattedHtml' },
  { id: 'copyAs', title: 'Copy as…', form: undefined },
] as const;

/** Papers on the clipboard: as entries of a bibliography, as references in the citation style, as links or as plain text. */
export const copyPapers: Feature = {
  name: 'copyPapers',
  register(services) {
    return vscode.Disposable.from(
      ...commands.map((command) =>
        registerCommand(services.guard, commandIds[command.id], command.title, (...args) =>
          copy(services, args, command),
        ),
      ),
    );
  },
};

/** Asks for the papers and the form where the command does not say them; `{ keys, form }` says both. */
async function copy(
  services: Services,
  args: readonly unknown[],
  { title, form: own }: (typeof commands)[number],
): Promise<void> {
  const named = await askedNames(services, args, { title, many: true, rows: 'papers and groups' });
  if (named.length === 0) return;
  const wanted = own ?? formOf(args[0]);
  const form =
    wanted === undefined
      ? await pickOne(copyForms, { title: said`Copy as`, placeHolder: said`In which form?` })
      : copyForms.find(({ id }) => id === wanted);
  if (form === undefined) return;
  const keys = named.map(({ key }) => key);
  const { text, style, problem } = await form.copy(services, keys);
  await vscode.env.clipboard.writeText(text);
  if (problem !== undefined) void showWarning(plainMessage(problem, 400));
  const copied = keys.length === 1 ? '1 reference' : `${keys.length} references`;
  showStatus(said`$(copy) ${style === undefined ? copied : `${copied}: ${style}`}`, shownMilliseconds);
}

/** Commands can be called by anybody with anything. */
function formOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('form' in argument)) return undefined;
  return typeof argument.form === 'string' ? argument.form : undefined;
}
