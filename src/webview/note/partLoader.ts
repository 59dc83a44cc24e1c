import type { MakeRenderer } from '../rendered/noteRenderer.ts';
import type { MakeSurface } from './noteSurface.ts';

/** What the scripts that come later bring. Each is a file of its own, so that a paper is on screen before they are read. */
interface LaterParts {
  /** `noteEditor.js` */
  readonly noteEditor: MakeSurface;
  /** `noteRenderer.js` */
  readonly noteRenderer: MakeRenderer;
}

declare global {
  interface Window {
    /** Where later scripts put what they bring. */
    papersideParts?: Partial<LaterParts>;
  }
}

/** Called by a later script: hands over what it brings. */
export function providePart<K extends keyof LaterParts>(name: K, part: LaterParts[K]): void {
  window.papersideParts = { ...window.papersideParts, [name]: part };
}

/** Loads later scripts: they stand beside the script of the page and are trusted by its nonce. */
export class PartLoader {
  readonly #own: HTMLScriptElement | undefined;
  readonly #loading = new Map<keyof LaterParts, Promise<void>>();

  /** `own` is the script of the page, as `document.currentScript` names it while it runs for the first time. */
  constructor(own: unknown) {
    this.#own = own instanceof HTMLScriptElement ? own : undefined;
  }

  /** The part; rejects when its script cannot be loaded. A failed load is tried again with the next call. */
  async load<K extends keyof LaterParts>(name: K): Promise<LaterParts[K]> {
    const loading = this.#loading.get(name) ?? this.#run(name);
    this.#loading.set(name, loading);
    try {
      await loading;
    } catch (error) {
      this.#loading.delete(name);
      throw error;
    }
    const part = window.papersideParts?.[name];
    if (part === undefined) throw new Error(`${name}.js brought nothing.`);
    return part;
  }

  #run(name: string): Promise<void> {
    const own = this.#own;
    if (own === undefined) return Promise.reject(new Error('The script of the page is not known.'));
    const script = document.createElement('script');
    script.nonce = own.nonce;
    script.src = new URL(`${name}.js`, own.src).href;
    return new Promise((resolve, reject) => {
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(`${name}.js could not be loaded.`)));
      document.head.append(script);
    });
  }
}
