import { hasListPlace } from '../../../core/referenceList/listPlace.ts';
import { said } from '../../../core/text/plainText.ts';
import { registerCommand } from '../../commands.ts';
import { ExpectedError } from '../../guard.ts';
import { commandIds } from '../../ids.ts';
import type { Feature, Services } from '../../services.ts';
import { pickOne } from '../../ui/inputs.ts';
import { insertListPlace } from './insertListPlace.ts';
import { insertListText } from './insertListText.ts';

/** Where what reads the document puts the list, or the list itself. */
type ListForm = 'place' | 'text';

/** Puts the reference list into the document that is written. */
export const referenceList: Feature = {
  name: 'reference list',
  register(services) {
    return registerCommand(services.guard, commandIds.insertReferenceList, 'Insert Reference List', (...args) =>
      insert(services, args),
    );
  },
};

async function insert(services: Services, [argument]: readonly unknown[]): Promise<void> {
  const editor = await services.lastEditor.reveal();
  const scanned = editor && (await services.citations.of(editor.document));
  if (editor === undefined || scanned === undefined) {
    throw new ExpectedError('There is no document with citations: open a Markdown, LaTeX or Typst document first.');
  }
  const forms = formsOf(scanned.syntax.id);
  const asked = formIn(argument);
  if (asked !== undefined && !forms.includes(asked)) throw new ExpectedError(refusals[asked]);
  const form = asked ?? (forms.length > 1 ? await askForm(scanned.syntax.id) : forms[0]);
  if (form === 'place') await insertListPlace(services, editor, scanned);
  if (form === 'text') await insertListText(services, editor, scanned);
}

const refusals: Readonly<Record<ListForm, string>> = {
  place: 'Documents of this kind cannot say where the reference list goes: insert it as text.',
  text: 'LaTeX and Typst make the reference list themselves: insert the place for it.',
};

function formsOf(syntax: string): readonly ListForm[] {
  if (syntax === 'latex' || syntax === 'typst') return ['place'];
  return hasListPlace(syntax) ? ['place', 'text'] : ['text'];
}

async function askForm(syntax: string): Promise<ListForm | undefined> {
  const reader = syntax === 'myst' ? 'MyST' : 'Pandoc and the preview';
  const mark = syntax === 'myst' ? '{bibliography}' : '::: {#refs}';
  const forms = [
    { form: 'place', label: `Where ${reader} put${syntax === 'myst' ? 's' : ''} it`, description: mark },
    { form: 'text', label: 'As text, formatted', description: 'run again to update it' },
  ] as const;
  const title = said`Insert Reference List`;
  return (await pickOne(forms, { title, placeHolder: said`In which form?` }))?.form;
}

/** Commands can be called by anybody with anything. */
function formIn(argument: unknown): ListForm | undefined {
  if (typeof argument !== 'object' || argument === null || !('as' in argument)) return undefined;
  return argument.as === 'place' || argument.as === 'text' ? argument.as : undefined;
}
