import { queryOfArgument, registerCommand } from '../../commands.ts';
import { commandIds } from '../../ids.ts';
import type { Feature } from '../../services.ts';
import { NotePick } from './notePick.ts';

/** Finds text in the writer's notes as one types, and opens the paper at its note, or the file at the line. */
export const searchNotes: Feature = {
  name: 'search notes',
  register(services) {
    return registerCommand(services.guard, commandIds.searchNotes, 'Search Notes', (argument) => {
      new NotePick(services, queryOfArgument(argument)).show();
    });
  },
};
