import type { FromReader } from '../../protocol/readerMessages.ts';
import { initialHostLink, updateHostLink, type HostLinkEvent } from './hostLink.ts';

/**
 * Asks the host now and then whether it is there, while the page is visible. `gone` is told of each change. What is returned
 * is to be called for each message of the host.
 */
export function watchHost(page: {
  readonly post: (message: FromReader) => void;
  readonly gone: (gone: boolean) => void;
}): () => void {
  let link = initialHostLink;
  const happen = (event: HostLinkEvent): void => {
    const { gone } = link;
    const [next, effects] = updateHostLink(link, event);
    link = next;
    for (const effect of effects) {
      if (effect.type === 'post') page.post(effect.message);
      else setTimeout(() => happen(effect.event), effect.milliseconds);
    }
    if (link.gone !== gone) page.gone(link.gone);
  };
  const look = (): void => happen({ type: 'visible', visible: document.visibilityState === 'visible' });
  document.addEventListener('visibilitychange', look);
  // After the greeting of the page, which the host hears first.
  setTimeout(look);
  return () => happen({ type: 'heard' });
}
