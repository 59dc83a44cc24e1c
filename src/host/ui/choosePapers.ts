import type { Services } from '../services.ts';
import { PaperPick } from './paperPick/paperPick.ts';

/** How papers are asked for. */
export interface ChooseOptions {
  readonly title: string;
  /** Several papers may be ticked; Enter takes them, or the row under the cursor when none is ticked. */
  readonly many: boolean;
  /** What the search begins with; nothing when undefined. */
  readonly value?: string | undefined;
}

/** Asks for papers with the engine's search, ranked as one types. `undefined` when the user leaves. */
export function choosePapers(services: Services, options: ChooseOptions): Promise<readonly string[] | undefined> {
  return new PaperPick(services, options).show();
}
