import type { FromMap, MapSavedState } from '../../protocol/mapMessages.ts';

/** The part of VS Code's webview API that the map uses, typed by the protocol. */
export interface MapApi {
  post(message: FromMap): void;
  /** Untrusted: what an older version of this page may have kept. `undefined` when nothing was. */
  getState(): unknown;
  setState(state: MapSavedState): void;
}

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** The API of this page. VS Code allows one call in the life of a page: only `main.ts` makes it. */
export function acquireMapApi(): MapApi {
  const api = acquireVsCodeApi();
  return { post: api.postMessage.bind(api), getState: () => api.getState(), setState: (state) => api.setState(state) };
}
