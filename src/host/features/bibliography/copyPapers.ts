import * as vscode from 'vscode';
import { markdownLink } from '../../../core/bibliography/markdownLink.ts';
import { plainReference } from '../../../core/bibliography/plainReference.ts';
import { exportFormats, type ExportFormat } from '../../../core/bibliography/write/exportFormats.ts';
import type { PaperFields } from '../../../core/paper.ts';
import { said } from '../../../core/text/plainText.ts';
import { composeBibliography } from '../../bibliography/composeBibliography.ts';
import { registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Services } from '../../services.ts';
import { askedNames, askedPapers } from '../../ui/askedPapers.ts';
import { pickOne } from '../../ui/inputs.ts';
import { showStatus } from '../../ui/messages.ts';

const shownMilliseconds = 3_000;

/** A form in which papers are put on the clipboard. */
type CopyForm = vscode.QuickPickItem & { readonly id: string } & (
    { readonly format: ExportFormat } | { readonly line: (paper: PaperFields) => string }
  );

const bibliographies: readonly CopyForm[] = exportFormats.map((format) => ({
  id: format.id,
  label: format.label,
  format,
}));
const lines: readonly CopyForm[] = [
  { id: 'markdown', label: 'Markdown Link', description: '[Title](https://doi.org/…)', line: markdownLink },
  { id: 'text', label: 'Plain Text', description: 'Authors (year). Title. Venue. Link', line: plainReference },
];
const forms = [...bibliographies, ...lines];

/** The commands that put papers on the clipboard: as entries of a bibliography, as links, or as references to be read. */
export function registerCopies(services: Services): vscode.Disposable {
  const { guard } = services;
  const register = (id: 'copyBibtex' | 'copyReference' | 'copyAs', title: string, form?: string) =>
    registerCommand(guard, commandIds[id], title, (...args) => copy(services, args, { title, form }));
  return vscode.Disposable.from(
    register('copyBibtex', 'Copy as BibTeX', 'bibtex'),
    register('copyReference', 'Copy as Text', 'text'),
    register('copyAs', 'Copy as…'),
  );
}

/** Asks for the papers and the form where the command does not say them; `{ keys, form }` says both. */
async function copy(
  services: Services,
  args: readonly unknown[],
  { title, form: id }: { readonly title: string; readonly form: string | undefined },
): Promise<void> {
  const options = { title, many: true, rows: 'papers and groups' } as const;
  const named = await askedNames(services, args, options);
  if (named.length === 0) return;
  const keys = named.map(({ key }) => key);
  const wanted = id ?? formOf(args[0]);
  const form =
    wanted === undefined
      ? await pickOne(forms, { title: said`Copy as`, placeHolder: said`In which form?` })
      : forms.find((one) => one.id === wanted);
  if (form === undefined) return;
  const text =
    'format' in form
      ? (await composeBibliography(services, { format: form.format, keys })).parts.join('').trimEnd()
      : (await askedPapers(services, [{ keys }], options)).map(form.line).join('\n');
  await vscode.env.clipboard.writeText(text);
  showStatus(said`$(copy) ${keys.length === 1 ? '1 reference' : `${keys.length} references`}`, shownMilliseconds);
}

/** Commands can be called by anybody with anything. */
function formOf(argument: unknown): string | undefined {
  if (typeof argument !== 'object' || argument === null || !('form' in argument)) return undefined;
  return typeof argument.form === 'string' ? argument.form : undefined;
}
