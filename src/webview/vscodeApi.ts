import type { ReaderSavedState } from '../protocol/parseReaderMessage.ts';
import type { FromReader } from '../protocol/readerMessages.ts';

/** The part of VS Code's webview API that the reader uses, typed by the protocol. */
export interface ReaderVscodeApi {
  post(message: FromReader): void;
  /** Untrusted: what an older version of this page may have kept. `undefined` when nothing was. */
  getState(): unknown;
  setState(state: ReaderSavedState): void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The API of this page. VS Code allows one call in the life of a page: only `main.ts` makes it. */
export function acquireReaderApi(): ReaderVscodeApi {
  const api = acquireVsCodeApi();
  return { post: api.postMessage.bind(api), getState: () => api.getState(), setState: (state) => api.setState(state) };
}
