/**
 * Calls and answers over anything that posts messages (a worker, a `MessagePort`). One class for each end. Every call
 * carries an id and is answered once, with a value or an error; a closed channel rejects what is pending.
 */

/** What a transport must do. `post` must not throw for plain data; `transfer` lists buffers that move without a copy. */
export interface MessagePipe {
  post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  listen(listener: (message: unknown) => void): void;
}

type Envelope =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'error'; readonly id: number; readonly message: string; readonly stack: string | undefined }
  | { readonly kind: 'event'; readonly name: string; readonly value: unknown };

/** Checks the envelope of a message; `undefined` for anything else, which is then dropped. */
export function parseEnvelope(message: unknown): Envelope | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  const { kind } = message;
  if (kind === 'event') {
    if (!('name' in message) || typeof message.name !== 'string') return undefined;
    return { kind, name: message.name, value: 'value' in message ? message.value : undefined };
  }
  if (!('id' in message) || typeof message.id !== 'number') return undefined;
  const { id } = message;
  if (kind === 'value') return { kind, id, value: 'value' in message ? message.value : undefined };
  if (kind === 'error') {
    const text = 'message' in message && typeof message.message === 'string' ? message.message : 'unknown error';
    const stack = 'stack' in message && typeof message.stack === 'string' ? message.stack : undefined;
    return { kind, id, message: text, stack };
  }
  if (kind !== 'call' || !('method' in message) || typeof message.method !== 'string') return undefined;
  if (!('args' in message) || !Array.isArray(message.args)) return undefined;
  return { kind, id, method: message.method, args: message.args };
}

/** The asking end. */
export class CallingEnd {
  readonly #pipe: MessagePipe;
  readonly #pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  #nextId = 1;
  #closed: Error | undefined;

  constructor(pipe: MessagePipe, onEvent: (name: string, value: unknown) => void) {
    this.#pipe = pipe;
    pipe.listen((message) => {
      const envelope = parseEnvelope(message);
      if (envelope === undefined || envelope.kind === 'call') return;
      if (envelope.kind === 'event') {
        onEvent(envelope.name, envelope.value);
        return;
      }
      const waiting = this.#pending.get(envelope.id);
      this.#pending.delete(envelope.id);
      if (envelope.kind === 'value') {
        waiting?.resolve(envelope.value);
      } else {
        const error = new Error(envelope.message);
        if (envelope.stack !== undefined) error.stack = envelope.stack;
        waiting?.reject(error);
      }
    });
  }

  /**
   * Resolves with what the other end answers, taken to be a `T`: both ends must come from one build. Rejects with the
   * other end's error, or when the channel is closed.
   */
  call<T>(method: string, args: readonly unknown[], transfer: readonly ArrayBuffer[] = []): Promise<T> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#pipe.post({ kind: 'call', id, method, args } satisfies Envelope, transfer);
    });
  }

  /** Rejects everything pending and all later calls with `reason`. Idempotent: the first reason stays. */
  close(reason: Error): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    for (const waiting of this.#pending.values()) waiting.reject(reason);
    this.#pending.clear();
  }
}

/** The answering end: `handle` may throw or reject; the error goes back to the caller. Returns a sender of events. */
export function answerCalls(
  pipe: MessagePipe,
  handle: (method: string, args: readonly unknown[]) => unknown,
): (name: string, value: unknown) => void {
  async function answer(id: number, method: string, args: readonly unknown[]): Promise<void> {
    try {
      const value: unknown = await handle(method, args);
      pipe.post({ kind: 'value', id, value } satisfies Envelope);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const stack = error instanceof Error ? error.stack : undefined;
      pipe.post({ kind: 'error', id, message, stack } satisfies Envelope);
    }
  }
  pipe.listen((message) => {
    const envelope = parseEnvelope(message);
    if (envelope?.kind === 'call') void answer(envelope.id, envelope.method, envelope.args);
  });
  return (name, value) => pipe.post({ kind: 'event', name, value } satisfies Envelope);
}
