import { providePart } from '../note/partLoader.ts';
import { createNoteRenderer } from './createNoteRenderer.ts';

providePart('noteRenderer', createNoteRenderer);
