import type { ReaderSavedState } from '../../../src/protocol/parseReaderMessage.ts';
import type { FromReader, ToReader } from '../../../src/protocol/readerMessages.ts';
import type { NoteSession } from '../../../src/webview/noteSession.ts';
import { initialReaderState, type ReaderAction, type ReaderState, update } from '../../../src/webview/readerState.ts';

/** The reader's reducer with its effects collected: what `main.ts` is, without a page and without a clock. */
export class ModelPage {
  state: ReaderState = initialReaderState;
  readonly posted: FromReader[] = [];
  kept: ReaderSavedState | undefined;
  readonly timers: { milliseconds: number; action: ReaderAction }[] = [];

  act(action: ReaderAction): this {
    const [next, effects] = update(this.state, action);
    this.state = next;
    for (const effect of effects) {
      if (effect.type === 'post') this.posted.push(effect.message);
      else if (effect.type === 'keep') this.kept = effect.state;
      else if (effect.type === 'after') this.timers.push(effect);
    }
    return this;
  }

  receive(message: ToReader): this {
    return this.act({ type: 'message', message });
  }

  type(text: string): this {
    return this.act({ type: 'typed', text });
  }

  /** Runs the timers of one kind that are due; `flushDue` or `overdue`. */
  fire(type: 'flushDue' | 'overdue'): this {
    const due = this.timers.filter((timer) => timer.action.type === type);
    for (const timer of due) this.timers.splice(this.timers.indexOf(timer), 1);
    for (const timer of due) this.act(timer.action);
    return this;
  }

  get note(): NoteSession {
    if (this.state.note === undefined) throw new Error('no note is shown');
    return this.state.note;
  }

  /** Edits posted so far. */
  get edits() {
    return this.posted.filter((message) => message.type === 'edit');
  }
}
