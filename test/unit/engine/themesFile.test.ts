import { expect, test } from 'vitest';
import type { PaperEngine } from '../../../src/engine/paperEngine.ts';
import { LocalEngine } from '../../../src/engine/localEngine.ts';

const uri = 'file:///w/papers.md';
const text =
  '# Reading\n\n## Winds\n\n- [Winds at Night](https://arxiv.org/abs/2401.00001)\n- [Winds by Day](https://arxiv.org/abs/2401.00002)\n\n## Maps\n\n- [Maps of Wells](https://arxiv.org/abs/2401.00003)\n';

async function engineWith(themes: string | undefined, breathed?: () => void): Promise<PaperEngine> {
  let time = 0;
  const engine = new LocalEngine({
    // Each look at the clock is a slice.
    now: () => (time += 10),
    breathe() {
      breathed?.();
      return new Promise((resolve) => setImmediate(resolve));
    },
  });
  const told = engine.setThemesFile(themes);
  await engine.update([{ kind: 'content', uri, bytes: new TextEncoder().encode(text) }]);
  expect(await told).toEqual([]);
  return engine;
}

/** Three hundred lines of a reading list. */
function list(from: number, ...titles: readonly string[]): string {
  const lines = Array.from({ length: 300 }, (_, at) => {
    return `- [${titles[at % titles.length]} ${from + at}](https://arxiv.org/abs/2402.${from + at})\n`;
  });
  return lines.join('');
}

const labels = async (engine: PaperEngine): Promise<readonly string[]> =>
  (await engine.groups({ by: 'theme' })).map(
    ({ label, count, pinned }) => `${label} ${count}${pinned ? ' pinned' : ''}`,
  );

test('corrections told before the first papers hold for them, in groups, rows, papers and the search', async () => {
  const engine = await engineWith('{ "themes": { "group:winds": { "label": "Gusts", "pinned": true } } }');
  expect(await labels(engine)).toEqual(['Gusts 2 pinned', 'Maps 1']);
  const [row] = await engine.rows(1);
  expect((await engine.paper(row?.key ?? ''))?.themes).toEqual([{ id: 'group:winds', label: 'Gusts' }]);
  const { answers } = await engine.search({ query: 'theme:gusts', limit: 5 });
  expect(answers.map(({ row: { title } }) => title).toSorted()).toEqual(['Winds at Night', 'Winds by Day']);
});

test('a plan changes nothing until the file says so', async () => {
  const engine = await engineWith(undefined);
  const plan = await engine.planThemeChange({ kind: 'rename', theme: 'group:maps', label: 'Charts' });
  expect(await labels(engine)).toEqual(['Winds 2', 'Maps 1']);
  if (!plan.ok) throw new Error(plan.error);
  expect(plan.edits).toHaveLength(1);
  await engine.setThemesFile(plan.edits[0]?.text);
  expect(await labels(engine)).toEqual(['Winds 2', 'Charts 1']);
  await engine.setThemesFile(undefined);
  expect(await labels(engine)).toEqual(['Winds 2', 'Maps 1']);
});

test('what is wrong with the file is told, and what can be read of it holds', async () => {
  const engine = await engineWith(undefined);
  const problems = await engine.setThemesFile('{ "themes": { "group:maps": { "label": "Charts" }, "x": 1 } }');
  expect(problems.map(({ code }) => code)).toEqual(['unclear-theme']);
  expect(await labels(engine)).toEqual(['Winds 2', 'Charts 1']);
});

test('a change that is planned while papers are read knows them, and a large theme is split in slices', async () => {
  let breaths = 0;
  const engine = await engineWith(undefined, () => (breaths += 1));
  const winds = list(10_000, 'Winds fill sails of ships', 'Mills grind corn in winter');
  const bytes = new TextEncoder().encode(
    `# Reading\n\n## Winds\n\n${winds}\n## Maps\n\n${list(20_000, 'Wells of deserts')}`,
  );
  const update = engine.update([{ kind: 'content', uri, bytes }]);
  const plan = engine.planThemeChange({ kind: 'split', theme: 'group:winds' });
  await update;
  const before = breaths;
  expect(await plan).toMatchObject({ ok: true });
  expect(breaths - before).toBeGreaterThan(20);
});

test('a long themes file is read in slices, and what it says of themes holds only when it is read whole', async () => {
  let breaths = 0;
  const engine = await engineWith(undefined, () => (breaths += 1));
  const lines = Array.from({ length: 20_000 }, (_, at) => `"gone${at}": ["group:maps"]`);
  const file = `{ "themes": { "group:maps": { "label": "Charts" } }, "papers": { ${lines.join(',\n')} } }`;
  const before = breaths;
  const told = engine.setThemesFile(file);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await labels(engine)).toEqual(['Winds 2', 'Maps 1']);
  expect(await told).toEqual([]);
  expect(breaths - before).toBeGreaterThan(30);
  expect(await labels(engine)).toEqual(['Winds 2', 'Charts 1']);
});
