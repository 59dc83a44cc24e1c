import { answerCalls, CallingEnd, type MessagePipe } from '../../protocol/channel.ts';
import type { EngineProcess } from '../remoteEngine.ts';
import type { Formatter } from './formatter.ts';

/** Serves a formatter to the other end of `pipe`. */
export function serveFormatter(formatter: Formatter, pipe: MessagePipe): void {
  answerCalls(pipe, (name, args) => {
    if (name !== 'format' && name !== 'provide') throw new Error(`The formatter has no method "${name}".`);
    const answer: unknown = Reflect.apply(formatter[name], formatter, args);
    return answer;
  });
}

/**
 * A formatter in a thread that is started when it is first asked, and again when it has ended: the same files are asked for
 * once more then. A long document takes seconds, in which the engine has other questions to answer.
 */
export function remoteFormatter(start: () => Omit<EngineProcess, 'terminate'>): Formatter {
  let end: CallingEnd | undefined;
  const connected = (): CallingEnd => {
    if (end !== undefined) return end;
    const { pipe, onFailure } = start();
    const made = new CallingEnd(pipe, () => undefined);
    onFailure((error) => {
      made.close(error);
      if (end === made) end = undefined;
    });
    end = made;
    return made;
  };
  return {
    format: (job) => connected().call('format', [job]),
    provide: (files) => connected().call('provide', [files]),
  };
}
