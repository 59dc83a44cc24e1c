import { registerCommand } from '../../commands.ts';
import { DisposableStore } from '../../disposableStore.ts';
import { commandIds, settingIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { setFlag } from '../../ui/setFlag.ts';
import { followCursor } from './followCursor.ts';
import { pickForParagraph } from './paragraphPick.ts';
import { ParagraphView } from './paragraphView.ts';

/** Papers that fit what is being written, without those cited there: asked for, or following the cursor in a view. */
export const paragraphPapers: Feature = {
  name: 'papers for this paragraph',
  register(services) {
    const { guard } = services;
    const store = new DisposableStore();
    const view = store.add(new ParagraphView(services));
    store.add(followCursor(services, view));
    store.add(
      registerCommand(guard, commandIds.papersForParagraph, 'Papers for This Paragraph', () =>
        pickForParagraph(services),
      ),
    );
    store.add(registerCommand(guard, commandIds.refreshParagraph, 'Find Papers', () => view.ask('anew')));
    store.add(
      registerCommand(guard, commandIds.followCursor, 'Follow Cursor', () => setFlag(settingIds.followCursor, true)),
    );
    store.add(
      registerCommand(guard, commandIds.stopFollowingCursor, 'Stop Following', () =>
        setFlag(settingIds.followCursor, false),
      ),
    );
    return store;
  },
};
