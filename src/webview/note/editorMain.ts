import { createCodeSurface } from './codeSurface.ts';
import { providePart } from './partLoader.ts';

providePart('noteEditor', createCodeSurface);
