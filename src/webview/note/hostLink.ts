import type { FromReader } from '../../protocol/readerMessages.ts';

/** While the page is visible the host is asked this often whether it is there. */
const askEvery = 500;
/** An answer that takes longer is missed: with the time since the last one that is 1.6 seconds at most. */
const patience = 1000;
/** After a pause of the machine timers come before messages: what is missed is looked for once more. */
const secondLook = 100;

/** What the page knows of the host. Immutable. */
export interface HostLink {
  readonly visible: boolean;
  /** A next question is on its way. */
  readonly asking: boolean;
  /** Number of the last question. */
  readonly asked: number;
  /** The last question before the last word of the host. */
  readonly heard: number;
  /** The host does not answer. */
  readonly gone: boolean;
}

/** What happens between page and host. */
export type HostLinkEvent =
  | { readonly type: 'visible'; readonly visible: boolean }
  /** Any message came. */
  | { readonly type: 'heard' }
  | { readonly type: 'askNow' }
  | { readonly type: 'missed'; readonly number: number; readonly again: boolean };

/** What is to be done. */
export type HostLinkEffect =
  | { readonly type: 'post'; readonly message: FromReader }
  | { readonly type: 'after'; readonly milliseconds: number; readonly event: HostLinkEvent };

/** Before the page is seen. */
export const initialHostLink: HostLink = { visible: false, asking: false, asked: 0, heard: 0, gone: false };

/** The next state, and what to do. Pure. A page that is hidden asks nothing. */
export function updateHostLink(link: HostLink, event: HostLinkEvent): readonly [HostLink, readonly HostLinkEffect[]] {
  switch (event.type) {
    case 'visible': {
      const next = { ...link, visible: event.visible };
      return event.visible && !link.asking ? ask(next) : [next, []];
    }
    case 'heard':
      return [{ ...link, heard: link.asked, gone: false }, []];
    case 'askNow':
      return link.visible ? ask(link) : [{ ...link, asking: false }, []];
    case 'missed': {
      if (link.heard >= event.number || !link.visible) return [link, []];
      if (event.again) return [{ ...link, gone: true }, []];
      return [link, [{ type: 'after', milliseconds: secondLook, event: { ...event, again: true } }]];
    }
  }
}

function ask(link: HostLink): readonly [HostLink, readonly HostLinkEffect[]] {
  const number = link.asked + 1;
  return [
    { ...link, asking: true, asked: number },
    [
      { type: 'post', message: { type: 'ping', number } },
      { type: 'after', milliseconds: askEvery, event: { type: 'askNow' } },
      { type: 'after', milliseconds: patience, event: { type: 'missed', number, again: false } },
    ],
  ];
}
