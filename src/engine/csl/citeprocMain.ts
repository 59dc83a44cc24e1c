import { Engine } from 'citeproc';
import { citeprocGlobal } from './citeprocGlobal.ts';

// A bundle of its own, which the engine runs when something is first to be formatted.
Object.assign(globalThis, { [citeprocGlobal]: Engine });
