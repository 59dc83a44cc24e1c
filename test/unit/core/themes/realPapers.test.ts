import { describe, expect, test } from 'vitest';
import { createThemeModel } from '../../../../src/core/themes/themeModel.ts';
import { agreement, corpusPapers, dailyPapers, fieldOf, updateThemes } from '../../../support/themeCorpus.ts';

describe('the shared daily papers', () => {
  const papers = dailyPapers();
  if (papers === undefined) {
    test('are not on this machine', () => {
      console.log('The shared daily list is not there: themes of real papers are not tested.');
    });
    return;
  }
  const model = createThemeModel();
  updateThemes(model, [], { add: papers });
  const titles = new Map(papers.map(({ key, title }) => [key, title]));
  const themeOf = (start: string): string | undefined => {
    const paper = papers.find(({ title }) => title.startsWith(start));
    return paper === undefined ? start : model.themesOf(paper.key)[0];
  };

  test('have four to seven themes, which are printed to be looked at', () => {
    for (const { label, terms, keys } of model.themes()) {
      console.log(`${label} (${terms.join(', ')})\n${keys.map((key) => `    ${titles.get(key) ?? ''}`).join('\n')}`);
    }
    expect(papers).toHaveLength(28);
    expect(model.themes().length).toBeGreaterThanOrEqual(4);
    expect(model.themes().length).toBeLessThanOrEqual(7);
    expect(Math.max(...model.themes().map(({ keys }) => keys.length))).toBeLessThan(28 * 0.45);
    expect(Math.min(...model.themes().map(({ keys }) => keys.length))).toBeGreaterThan(1);
  });

  test.each([
    ['LLMs Encode Harmfulness', "I'm Afraid I Can't"],
    ['LLMs Encode Harmfulness', 'Guiding Giants'],
    ['LLMs Encode Harmfulness', 'Safety Subspaces'],
    ['Cognitive Behaviors that Enable', 'Towards Understanding the Cognitive Habits'],
    ['Reasoning Model is Stubborn', 'Towards Understanding the Cognitive Habits'],
    ['AmadeusGPT', 'GPT-4o: Visual perception'],
    ['Language Models Trained to do Arithmetic', 'Large Language Models Assume People'],
    ['Language Models Trained to do Arithmetic', 'Explaining Large Language Models Decisions'],
    ['Language Models Trained to do Arithmetic', 'Playing repeated games'],
    ['Reasoning Model is Stubborn', 'Prior Prompt Engineering'],
    ['Sleeper Agents', 'Tell me about yourself'],
  ])('%s stands with %s', (one, other) => {
    expect(themeOf(one)).toBe(themeOf(other));
  });

  test.each([
    ['LLMs Encode Harmfulness', 'Cognitive Behaviors that Enable'],
    ['LLMs Encode Harmfulness', 'GPT-4o: Visual perception'],
    ['AmadeusGPT', 'Language Models Trained to do Arithmetic'],
    ['BehaveGPT', 'Sleeper Agents'],
    ['Language Models Trained to do Arithmetic', 'LLMs Encode Harmfulness'],
    ['Language Models Trained to do Arithmetic', 'Benign Oscillation'],
    ['LLMs Encode Harmfulness', 'Classical Sorting Algorithms'],
    ['Cognitive Behaviors that Enable', 'SACSoN'],
  ])('%s does not stand with %s', (one, other) => {
    expect(themeOf(one)).not.toBe(themeOf(other));
  });

  test('labels name what the papers are about, not what all of them have', () => {
    const labels = model.themes().map(({ label }) => label);
    expect(labels).toContain('Refusal and Harmfulness');
    expect(labels.join(' ')).toMatch(/Reasoning|Habits/);
    expect(labels.join(' ')).toMatch(/Animal/);
    expect(labels.join(' ')).not.toMatch(/Language|\bModel\b|Large|Trigger|Develop/);
    for (const { label, keys } of model.themes()) {
      const ofTheme = keys.map((key) => titles.get(key)?.toLowerCase() ?? '').join(' ');
      for (const word of label.toLowerCase().split(/ (?:and )?/)) expect(ofTheme).toContain(word);
    }
  });
});

describe('the shared corpus', () => {
  const papers = corpusPapers()?.filter((paper) => fieldOf(paper) !== undefined);
  if (papers === undefined) {
    test('is not on this machine', () => {
      console.log('The shared corpus is not there: quality of themes is not tested.');
    });
    return;
  }

  test.each([
    [300, 10, 15, 0.36, 0.75],
    [1000, 12, 18, 0.32, 0.77],
  ])('%i papers: themes of even size that keep fields apart', (...[count, least, most, nmi, purity]) => {
    const some = papers.filter((_, at) => at % Math.floor(papers.length / count) === 0).slice(0, count);
    const model = createThemeModel();
    updateThemes(model, [], { add: some });
    const themes = model.themes().filter(({ id }) => id !== 'other');
    expect(themes.length).toBeGreaterThanOrEqual(least);
    expect(themes.length).toBeLessThanOrEqual(most);
    expect(Math.max(...themes.map(({ keys }) => keys.length))).toBeLessThan(count * 0.45);
    const got = agreement(
      some.map((paper) => fieldOf(paper) ?? ''),
      some.map(({ key }) => model.themesOf(key)[0] ?? ''),
    );
    expect(got.nmi).toBeGreaterThan(nmi);
    expect(got.purity).toBeGreaterThan(purity);
  });

  test('of 400 papers at most one in twenty moves when the library has grown by a quarter', () => {
    const some = papers.filter((_, at) => at % Math.floor(papers.length / 500) === 0).slice(0, 500);
    const old = some.slice(0, 400);
    const model = createThemeModel();
    const now = updateThemes(model, [], { add: old });
    const before = old.map(({ key }) => model.themesOf(key).join());
    updateThemes(model, now, { add: some.slice(400) });
    const moved = old.filter(({ key }, at) => model.themesOf(key).join() !== before[at]);
    expect(moved.length).toBeGreaterThan(0);
    expect(moved.length).toBeLessThanOrEqual(20);
  });
});
