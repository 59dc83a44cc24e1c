import { parseMapSavedState, parseToMap } from '../../protocol/parseMapMessage.ts';
import { acquireMapApi } from './mapApi.ts';
import { MapPage } from './mapPage.ts';

/** Wires page and host together. */
function startMap(root: HTMLElement): void {
  const api = acquireMapApi();
  const saved = parseMapSavedState(api.getState());
  const page = new MapPage(api, root, saved.ok ? saved.value : undefined);
  addEventListener('message', (event: MessageEvent<unknown>) => {
    // What the parser refuses is dropped: the page has nobody to tell.
    const message = parseToMap(event.data);
    if (message.ok) page.receive(message.value);
  });
  addEventListener('pagehide', () => page.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') page.flush();
  });
  api.post({ type: 'ready' });
}

const root = document.getElementById('root');
if (root !== null) startMap(root);
