import * as vscode from 'vscode';
import { plainLabel, said } from '../../../core/text/plainText.ts';
import type { LeftDraft } from '../../notes/leftDrafts.ts';
import type { Services } from '../../services.ts';
import { pickOne } from '../../ui/inputs.ts';
import { showInformation, showWarning } from '../../ui/messages.ts';

const actions = ['Restore', 'Compare', 'Discard'] as const;
type Action = (typeof actions)[number];

/** One quiet notification, however many there are. */
export async function offerDrafts(services: Services, drafts: readonly LeftDraft[]): Promise<void> {
  const [first, ...others] = drafts;
  if (first === undefined) return;
  if (others.length === 0) {
    await offerOne(services, first);
    return;
  }
  const choose = 'Choose…';
  const answer = await showWarning(
    said`What you wrote in ${drafts.length} notes was not saved: it is kept as drafts.`,
    choose,
  );
  if (answer === choose) await chooseDraft(services, drafts);
}

/** Asks again after a comparison: it is made to decide. */
async function offerOne(services: Services, left: LeftDraft): Promise<void> {
  const message = said`What you wrote in "${left.name}" was not saved: it is kept as a draft.`;
  const answer = await showWarning(message, ...actions);
  const action = actions.find((one) => one === answer);
  if (action === undefined) return;
  await act(services, left, action);
  if (action === 'Compare') await offerOne(services, left);
}

interface DraftItem extends vscode.QuickPickItem {
  readonly left: LeftDraft;
}

/** Lists the drafts; what is chosen is offered as one. */
export async function chooseDraft(services: Services, drafts: readonly LeftDraft[]): Promise<void> {
  const items: DraftItem[] = drafts.map((left) => ({
    left,
    label: plainLabel(left.name),
    description: new Date(left.draft.time).toLocaleString(),
  }));
  const chosen = await pickOne(items, {
    title: said`Recover Notes`,
    placeHolder: said`The draft to restore, compare or discard`,
  });
  if (chosen === undefined) return;
  const remaining = drafts.length - 1;
  await offerOne(services, chosen.left);
  if (remaining === 0) return;
  const { drafts: left } = await services.noteKeepers.leftDrafts();
  if (left.length > 0) await chooseDraft(services, left);
}

async function act(services: Services, left: LeftDraft, action: Action): Promise<void> {
  const { noteKeepers, noteComparison } = services;
  switch (action) {
    case 'Restore': {
      const copy = await noteKeepers.restore(left);
      if (copy === undefined) await vscode.window.showTextDocument(left.note, { preview: true });
      else await showInformation(said`"${left.name}" cannot be edited here: the draft is in "${copy}" beside it.`);
      return;
    }
    case 'Compare':
      await noteComparison.show(left.note, left.draft.text);
      return;
    case 'Discard':
      await noteKeepers.discard(left);
  }
}
