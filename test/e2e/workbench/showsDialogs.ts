import { chosenServerVersion } from '../../support/installServer.ts';

/** Whether dialogs can be answered: the oldest VS Code refuses to show one to a test. */
export const showsDialogs = chosenServerVersion() !== '4.103.2';
