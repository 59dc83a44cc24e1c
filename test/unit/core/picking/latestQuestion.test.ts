import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LatestQuestion } from '../../../../src/core/picking/latestQuestion.ts';

interface Asked {
  readonly value: string;
  readonly number: number;
  answer(text: string | undefined): void;
}

/** Questions that are answered when the test wants it. */
function underTest(): { readonly questions: LatestQuestion<string>; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const questions = new LatestQuestion<string>({
    ask: (value, number) => new Promise((resolve) => asked.push({ value, number, answer: resolve })),
    giveUp: (value) => `nobody answers ${value}`,
  });
  return { questions, asked };
}

/** Lets everything go on that can. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

test('an answer that comes after a later question counts no more, in whatever order', async () => {
  const { questions, asked } = underTest();
  const first = questions.ask('le');
  const second = questions.ask('');
  asked[1]?.answer('everything');
  asked[0]?.answer('words with le');
  expect(await first).toBeUndefined();
  expect(await second).toBe('everything');
});

test('the last question is put again when it was taken for an outdated one, with a greater number', async () => {
  const { questions, asked } = underTest();
  const answer = questions.ask('lear');
  asked[0]?.answer(undefined);
  await settle();
  expect(asked.map(({ value, number }) => `${value} ${number}`)).toEqual(['lear 1', 'lear 2']);
  asked[1]?.answer('learning');
  expect(await answer).toBe('learning');
});

test('an outdated one is not put again', async () => {
  const { questions, asked } = underTest();
  const first = questions.ask('le');
  const second = questions.ask('lear');
  asked[0]?.answer(undefined);
  asked[1]?.answer('learning');
  expect([await first, await second]).toEqual([undefined, 'learning']);
  expect(asked).toHaveLength(2);
});

test('who never gets an answer is told so after three attempts', async () => {
  const { questions, asked } = underTest();
  const answer = questions.ask('lear');
  for (const attempt of [0, 1, 2]) {
    asked[attempt]?.answer(undefined);
    await settle();
  }
  expect(await answer).toBe('nobody answers lear');
  expect(asked).toHaveLength(3);
});

test('what was withdrawn is not answered', async () => {
  const { questions, asked } = underTest();
  const answer = questions.ask('lear');
  questions.withdraw();
  asked[0]?.answer('learning');
  expect(await answer).toBeUndefined();
});

test('any order of answers: exactly the last question is answered, by what is true for it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('', 'l', 'le', 'lear'), { minLength: 1, maxLength: 8 }),
      fc.array(fc.record({ pick: fc.nat(), isOutdated: fc.boolean() }), { maxLength: 12 }),
      async (values, order) => {
        const { questions, asked } = underTest();
        const answers = Promise.all(values.map((value) => questions.ask(value)));
        const open = new Set<Asked>();
        let seen = 0;
        for (const { pick, isOutdated } of [
          ...order,
          ...Array.from({ length: 12 }, () => ({ pick: 0, isOutdated: false })),
        ]) {
          for (const question of asked.slice(seen)) open.add(question);
          seen = asked.length;
          const question = [...open][pick % Math.max(1, open.size)];
          if (question === undefined) break;
          open.delete(question);
          question.answer(isOutdated ? undefined : `answer to ${question.value}`);
          await settle();
        }
        const last = values.at(-1) ?? '';
        const given = await answers;
        expect(given.slice(0, -1).every((answer) => answer === undefined)).toBe(true);
        expect([`answer to ${last}`, `nobody answers ${last}`]).toContain(given.at(-1));
      },
    ),
  );
});
